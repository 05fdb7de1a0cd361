import { describe, expect, onTestFinished, vi } from 'vitest';
import { committingTest, forumTest, testNow } from '#test/forum.ts';
import { mailingThrough, openMailServer } from '#test/mail-server.ts';
import type { Forum } from '#record/forum.ts';
import { post, type Letter } from './post.ts';
import { forgetLetters } from './forget.ts';
import { chooseDelivery } from './recipients.ts';
import { sendLetters } from './send.ts';

const to = 'marisol@example.org';
const receipt = {
  code: 'AAAA-BBBB-CCCC',
  number: 7,
  roundtable: '2.1',
  title: 'Hosts',
  body: 'Cities <b>pay</b> & host.',
  waits: 'no',
  salt: '00ff',
  commitment: 'ff00',
  address: 'http://localhost:3000/receipts/AAAA-BBBB-CCCC',
};
const needed: Letter = { to, code: 'mail.receipt', values: receipt };
const news: Letter = { to, code: 'mail.ruled_relevant', values: { number: 7, roundtable: '2.1', title: 'Hosts', said: 'no', words: '', address: receipt.address } }; // prettier-ignore

async function serverFor(account?: { user: string; pass: string }) {
  const server = await openMailServer(account);
  onTestFinished(() => server.stop());
  return server;
}

const stateOf = ({ db }: Forum) => db.selectFrom('mail').selectAll().orderBy('created_at').orderBy('id').execute();
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

describe('a letter', () => {
  forumTest('is handed to the mail server once, as text and as a simple page', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    expect(server.taken).toEqual([]);
    expect(await sendLetters(sending)).toBeNull();
    await sendLetters(sending);
    expect(server.taken).toHaveLength(1);
    const [mail] = server.taken;
    expect(mail).toMatchObject({
      from: { address: 'letters@lakeforum.example', name: 'Lake Forum' },
      to: [{ address: to }],
      subject: 'Your receipt AAAA-BBBB-CCCC: No. 7 in RT 2.1',
    });
    expect(mail!.text).toContain('Cities <b>pay</b> & host.');
    expect(mail!.html).toContain('Cities &lt;b&gt;pay&lt;/b&gt; &amp; host.');
    expect(mail!.html).toContain(`<a href="${receipt.address}">`);
    expect(mail!.headers).toContainEqual({
      key: 'auto-submitted',
      originalKey: 'Auto-Submitted',
      value: 'auto-generated',
    });
    expect(await stateOf(forum)).toMatchObject([{ state: 'sent', settled_at: testNow, attempts: 1 }]);
  });

  forumTest('signs in where the server asks for it, and says what it was told where it may not', async ({ forum }) => {
    const server = await serverFor({ user: 'forum', pass: 'p@ss word' });
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    const wrong = { ...sending, mail: { ...sending.mail, smtpUrl: server.url.replace('p%40ss', 'other') } };
    await sendLetters(wrong);
    const [waiting] = await stateOf(forum);
    expect(waiting).toMatchObject({ state: 'queued' });
    expect(waiting!.words).toContain('535');
    await sendLetters({ ...sending, now: () => later(1) });
    expect(server.taken).toHaveLength(1);
  });

  forumTest('waits for a server that is down for a day, and leaves once it is back', async ({ forum }) => {
    const server = await serverFor();
    await server.stop();
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    let now = testNow;
    const at = () => ({ ...sending, now: () => now });
    for (let tries = 0; now < later(24); tries++) {
      const next = await sendLetters(at());
      expect(next!.getTime()).toBeGreaterThan(now.getTime());
      expect(next!.getTime() - now.getTime()).toBeLessThanOrEqual(3_600_000);
      now = next!;
      expect(tries).toBeLessThan(80);
    }
    expect(await stateOf(forum)).toMatchObject([{ state: 'queued' }]);
    await server.start();
    for (let tries = 0; tries < 2; tries++) now = (await sendLetters(at())) ?? now;
    expect(server.taken).toHaveLength(1);
  });

  forumTest('is given up after three days, and kept with what was last heard', async ({ forum }) => {
    const server = await serverFor();
    server.answers.letter = '451 4.3.0 Try again later';
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    await forum.db.updateTable('mail').set({ attempts: 77 }).execute();
    await sendLetters({ ...sending, now: () => later(73) });
    const [given] = await stateOf(forum);
    expect(given).toMatchObject({ state: 'given_up', body: expect.stringContaining('Cities') });
    expect(given!.words).toContain('Try again later');
    expect(await sendLetters({ ...sending, now: () => later(80) })).toBeNull();
  });

  forumTest('refused for good is marked with the server’s words, and so is the address', async ({ forum }) => {
    const server = await serverFor();
    server.answers.recipient = '550 5.1.1 No such user here';
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    expect(await sendLetters(sending)).toBeNull();
    expect(await stateOf(forum)).toMatchObject([{ state: 'refused', words: '550 5.1.1 No such user here' }]);
    await post(sending, { ...news, key: 'next' });
    expect((await stateOf(forum)).map(({ state }) => state)).toEqual(['refused', 'refused']);
    // What somebody waits for is tried all the same, and success clears the mark.
    delete server.answers.recipient;
    await post(sending, { ...needed, key: 'again' });
    await sendLetters(sending);
    expect(server.taken).toHaveLength(1);
    const { refused } = await forum.db.selectFrom('mail_recipient').select('refused').executeTakeFirstOrThrow();
    expect(refused).toBeNull();
  });

  forumTest('is not marked for a sender the server does not like: that is ours to put right', async ({ forum }) => {
    const server = await serverFor();
    server.answers.sender = '553 5.7.1 Sender not allowed';
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    const next = await sendLetters(sending);
    expect(next).toEqual(new Date(testNow.getTime() + 60_000));
    expect(await stateOf(forum)).toMatchObject([{ state: 'queued' }]);
  });

  forumTest('with the same key is written once', async ({ forum }) => {
    await post(forum, { ...needed, key: 'receipt 7' });
    await post(forum, { ...needed, key: 'receipt 7' });
    expect(await stateOf(forum)).toHaveLength(1);
  });

  forumTest('in the hands of another process is left there, until that has died', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    await forum.db.updateTable('mail').set({ state: 'sending', claimed_at: testNow, attempts: 1 }).execute();
    const back = await sendLetters(sending);
    expect(server.taken).toEqual([]);
    expect(back).toEqual(new Date(testNow.getTime() + 600_000));
    await sendLetters({ ...sending, now: () => new Date(back!.getTime() + 1) });
    expect(server.taken).toHaveLength(1);
  });

  forumTest('cannot bring a header of its own', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    await post(sending, { ...needed, values: { ...receipt, roundtable: '2.1\r\nBcc: everyone@else.example\u202e' } });
    await sendLetters(sending);
    expect(server.taken[0]!.subject).toBe('Your receipt AAAA-BBBB-CCCC: No. 7 in RT 2.1 Bcc: everyone@else.example');
    expect(server.taken[0]!.bcc).toBeUndefined();
    await expect(post(sending, { ...needed, to: 'a@b.example\nBcc: c@d.example' })).rejects.toThrow(
      'no e-mail address',
    );
  });

  forumTest('to the demo’s invented people never leaves', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    await forum.db.insertInto('login').values({ id: 'demo', name: 'Marisol', email: to, demo: true }).execute();
    await post(sending, needed);
    await post(sending, { ...needed, to: 'desk@port-alder.example' });
    expect(await sendLetters(sending)).toBeNull();
    expect(server.taken).toEqual([]);
    expect(await stateOf(forum)).toMatchObject([{ state: 'queued' }, { state: 'queued' }]);
  });
});

committingTest('ten letters and two processes: each is handed over once', async ({ forum }) => {
  const server = await serverFor();
  const [one, other] = [1, 2].map(() => mailingThrough(forum, server)) as [Forum, Forum];
  for (let n = 0; n < 10; n++) await post(one, { ...needed, to: `reader${n}@example.org` });
  await Promise.all([sendLetters(one), sendLetters(other)]);
  expect(server.taken.map(({ to }) => to![0]!.address).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `reader${n}@example.org`),
  );
});

describe('news', () => {
  forumTest('says how to stop it, to the mail program too; what somebody waits for does not', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    await post(sending, news);
    await post(sending, needed);
    await sendLetters(sending);
    const stops = (subject: string) =>
      server.taken
        .find((mail) => mail.subject!.startsWith(subject))!
        .headers.filter(({ key }) => key.startsWith('list-unsubscribe'));
    expect(stops('No. 7')).toMatchObject([
      { value: expect.stringMatching(/^<http:\/\/localhost:3000\/unsubscribe\?to=[0-9a-f-]{36}&s=.{22}>$/) },
      { value: 'List-Unsubscribe=One-Click' },
    ]);
    expect(stops('Your receipt')).toEqual([]);
  });

  forumTest('once a day comes as one letter, in the morning', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    const recipient = await daily(sending);
    await post(sending, { ...news, key: 'one' });
    await post(sending, { ...news, key: 'two', values: { ...news.values, number: 8 } });
    // 12:00 UTC: the next seven o'clock is tomorrow's.
    expect(await sendLetters(sending)).toEqual(new Date('2026-06-02T07:00:00Z'));
    expect(server.taken).toEqual([]);
    await sendLetters({ ...sending, now: () => new Date('2026-06-02T07:00:00Z') });
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]!.subject).toBe('Lake Forum: 2 letters of the day');
    expect(server.taken[0]!.text).toMatch(/NO\. 7[^]*NO\. 8/);
    expect((await stateOf(forum)).map(({ state }) => state)).toEqual(['sent', 'sent']);

    await post(sending, { ...news, key: 'three' });
    await chooseDelivery(sending, recipient, 'immediate');
    await sendLetters(sending);
    expect(server.taken).toHaveLength(2);
  });

  forumTest('is not written to whoever wants none; what was waiting is dropped', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    const recipient = await daily(sending);
    await post(sending, { ...news, key: 'one' });
    await chooseDelivery(sending, recipient, 'none');
    await post(sending, { ...news, key: 'two' });
    expect(await stateOf(forum)).toEqual([]);
    await post(sending, needed);
    await sendLetters(sending);
    expect(server.taken).toHaveLength(1);
  });

  async function daily(forum: Forum): Promise<string> {
    const id = forum.newId();
    await forum.db.insertInto('mail_recipient').values({ id, address: to, delivery: 'daily' }).execute();
    return id;
  }
});

describe('a secret letter', () => {
  const secret: Letter = { ...needed, secret: true, values: { ...receipt, body: 'the-secret-link' } };

  forumTest('stands on the console only where there is no mail server', async ({ forum }) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    await post(forum, secret);
    expect(log).toHaveBeenCalledOnce();
    expect(log.mock.calls[0]![0]).toContain('the-secret-link');
    expect(await stateOf(forum)).toEqual([]);
  });

  forumTest('goes first, and leaves nothing behind once it is sent or refused', async ({ forum }) => {
    const server = await serverFor();
    const sending = mailingThrough(forum, server);
    await post(sending, needed);
    await post(sending, secret);
    await sendLetters(sending);
    expect(server.taken[0]!.text).toContain('the-secret-link');
    server.answers.letter = '554 5.6.0 No';
    await post(sending, secret);
    await sendLetters(sending);
    const letters = await stateOf(forum);
    expect(
      letters
        .filter((letter) => letter.secret)
        .map(({ state, body }) => [state, body])
        .sort(),
    ).toEqual([
      ['refused', null],
      ['sent', null],
    ]);
    expect(JSON.stringify(letters)).not.toContain('the-secret-link');
  });
});

forumTest('letters that left are forgotten after ninety days, and those that wait are not', async ({ forum }) => {
  const server = await serverFor();
  const sending = mailingThrough(forum, server);
  await post(sending, needed);
  await sendLetters(sending);
  await post(forum, { ...needed, key: 'waits' });
  const after = (days: number) => ({ ...forum, now: () => later(days * 24) });
  expect(await forgetLetters(after(90))).toEqual(later(91 * 24));
  expect(await stateOf(forum)).toHaveLength(2);
  await forgetLetters(after(91));
  expect(await stateOf(forum)).toMatchObject([{ state: 'queued', key: 'waits' }]);
});
