import { expect } from 'vitest';
import { signInByPassword } from '#people/accounts/password.ts';
import { perform } from '#record/act.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';

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
