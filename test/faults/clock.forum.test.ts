import { expect, onTestFinished } from 'vitest';
import { signInByPassword } from '#people/accounts/password.ts';
import { viewerOfSession } from '#people/access.ts';
import { openAccount } from '#people/acts.ts';
import { closeComments } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { post } from '#mail/post.ts';
import { addressee, chooseDelivery } from '#mail/recipients.ts';
import { sendLetters } from '#mail/send.ts';
import { forumTest } from '#test/forum.ts';
import { mailingThrough, openMailServer } from '#test/mail-server.ts';
import { deadline, smallForum } from '#test/small-forum.ts';

forumTest('a clock set back by a day changes no order and locks nobody out', async ({ forum }) => {
  const { roundtable, delegate } = await smallForum(forum);
  const day = 86_400_000;
  const yesterday = { ...forum, now: () => new Date(forum.now().getTime() - day) };
  for (const [at, body] of [
    [forum, 'Today.'],
    [yesterday, 'Yesterday, after it.'],
    [forum, 'Today again.'],
  ] as const)
    // prettier-ignore
    await perform(at, delegate, submitComment, { roundtable, body });
  const said = await forum.db
    .selectFrom('statement')
    .innerJoin('record_line', 'record_line.subject_id', 'statement.id')
    .innerJoin('statement_revision', 'statement_revision.statement_id', 'statement.id')
    .select(['body', 'number', 'sequence'])
    .where('record_line.kind', '=', 'comment.submitted')
    .orderBy('sequence')
    .execute();
  expect(said.map(({ body }) => body)).toEqual(['Today.', 'Yesterday, after it.', 'Today again.']);
  expect(said.map(({ number }) => number)).toEqual([1, 2, 3]);

  // Tries that lie in the future by now are held against nobody.
  const refused = { api: { signInEmail: async () => new Response(null, { status: 401 }) } } as never;
  const guess = { email: 'a@b.example', password: 'x', address: '192.0.2.1', headers: new Headers() };
  const code = (at: typeof forum) => signInByPassword(at, refused, guess).catch(({ code }: { code: string }) => code);
  while ((await code(forum)) === 'account.sign_in_failed');
  expect(await code(forum)).toBe('account.wait');
  expect(await code(yesterday)).toBe('account.sign_in_failed');
});

forumTest('what has closed stays closed when the clock is set back, and what is open goes on', async ({ forum }) => {
  const { roundtable, delegate } = await smallForum(forum);
  const at = (hours: number) => ({ ...forum, now: () => new Date(deadline.getTime() + hours * 3_600_000) });
  const comment = (hours: number) => perform(at(hours), delegate, submitComment, { roundtable, body: `At ${hours}.` });
  await comment(-1);
  // Past the deadline, and back before anybody has closed it: the deadline is what it was.
  await expect(comment(1)).rejects.toMatchObject({ code: 'comment.deadline_past' });
  await comment(-2);
  await perform(at(1), program, closeComments, { roundtable });
  await expect(comment(-2)).rejects.toMatchObject({ code: expect.stringMatching(/^comment\./) });
  const { state } = await forum.db.selectFrom('roundtable').select('state').where('id', '=', roundtable).executeTakeFirstOrThrow(); // prettier-ignore
  expect(state).toBe('comment_closed');
});

forumTest('a session holds when the clock is set back, and ends no later than it would have', async ({ forum }) => {
  const { edition, delegate } = await smallForum(forum);
  const { id: login } = await perform(forum, program, openAccount, { edition, person: delegate.personId!, email: 'wanjiru@lakeforum.example', password: 'every voice counts' }); // prettier-ignore
  const made = forum.now();
  const day = 86_400_000;
  const expires_at = new Date(made.getTime() + 7 * day);
  await forum.db.insertInto('login_session').values({ id: 'one', token: 'token', user_id: login, expires_at, created_at: made, updated_at: made }).execute(); // prettier-ignore
  const seen = async (days: number) =>
    (await viewerOfSession(forum.db, 'token', new Date(made.getTime() + days * day)))?.viewer.personId;
  expect(await seen(0)).toBe(delegate.personId);
  expect(await seen(-1)).toBe(delegate.personId);
  expect(await seen(-400)).toBe(delegate.personId);
  expect(await seen(6.9)).toBe(delegate.personId);
  expect(await seen(7.1)).toBeUndefined();
});

forumTest(
  'a letter that waits is sent though the clock was set back by a day, a day’s letters in their morning',
  async ({ forum }) => {
    const server = await openMailServer();
    onTestFinished(() => server.stop());
    const sending = mailingThrough(forum, server);
    const yesterday = { ...sending, now: () => new Date(forum.now().getTime() - 86_400_000) };
    const values = {
      number: 7,
      roundtable: '2.1',
      title: 'Hosts',
      said: 'no',
      words: '',
      address: 'http://localhost/',
    };
    const { id } = await addressee(sending, 'daily@example.org');
    await chooseDelivery(sending, id, 'daily');
    for (const to of ['daily@example.org', 'at.once@example.org'])
      await post(sending, { to, code: 'mail.ruled_relevant', values });
    server.answers.letter = '451 4.3.0 Busy';
    await sendLetters(sending);
    delete server.answers.letter;
    // To be tried again at a time that has become tomorrow’s.
    await sendLetters(yesterday);
    expect(server.taken.map(({ to }) => to?.[0]?.address)).toEqual(['at.once@example.org']);
    expect((await sendLetters(yesterday))!.getTime()).toBeGreaterThan(forum.now().getTime());
  },
);
