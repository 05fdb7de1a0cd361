import { expect, onTestFinished } from 'vitest';
import { post } from '#mail/post.ts';
import { countLetters, lettersOf } from '#mail/queries.ts';
import { sendLetters } from '#mail/send.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { mailingThrough, openMailServer } from '#test/mail-server.ts';
import { smallForum } from '#test/small-forum.ts';

const hour = 3_600_000;

forumTest(
  'a mail server that is down for a day: every letter waits, is seen to wait, and leaves once when it is back',
  async ({ forum }) => {
    const server = await openMailServer();
    onTestFinished(() => server.stop());
    const { edition } = await smallForum(forum);
    const { id } = await perform(forum, program, admitPerson, { edition, name: 'Jonas Keller' });
    await perform(forum, program, assignRole, { edition, kind: 'support_unit', person: id, roundtable: null });
    const desk = await viewerOf(forum.db, id);
    await server.stop();
    let now = testNow;
    const sending = { ...mailingThrough(forum, server), now: () => now };
    const values = { number: 7, roundtable: '2.1', title: 'Hosts', said: 'no', words: '', address: 'http://localhost:3000/receipts/AAAA-BBBB-CCCC' }; // prettier-ignore

    let tries = 0;
    const waits: number[] = [];
    for (let n = 0; n < 24; n++) {
      // Somebody is written to every hour.
      await post(sending, { to: `reader${n}@example.org`, code: 'mail.ruled_relevant', edition, values });
      const until = testNow.getTime() + (n + 1) * hour;
      while (now.getTime() < until) {
        const next = (await sendLetters(sending))!;
        tries += 1;
        waits.push(next.getTime() - now.getTime());
        now = new Date(Math.min(next.getTime(), until));
      }
    }
    // A server that is away is left alone for a minute at least, and each letter for longer and longer.
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(60_000);
    expect(tries).toBeLessThan(24 * 60);
    const lists = await countLetters(sending, desk, edition);
    expect(lists).toMatchObject({ waiting: 24, gone: 0 });
    const waiting = await lettersOf(sending, desk, edition, { list: 'waiting' });
    const [oldest] = waiting.filter(({ to }) => to === 'reader0@example.org');
    expect(oldest!.attempts).toBeGreaterThan(5);
    expect(oldest!.words).toMatch(/ECONNREFUSED/);
    expect(oldest!.nextAt.getTime() - now.getTime()).toBeLessThanOrEqual(hour);

    await server.start();
    while ((await countLetters(sending, desk, edition)).waiting > 0)
      now = (await sendLetters(sending)) ?? new Date(now.getTime() + hour);
    // And nothing leaves twice.
    await sendLetters({ ...sending, now: () => new Date(now.getTime() + 24 * hour) });
    const reached = server.taken.map(({ to }) => to![0]!.address).sort();
    expect(reached).toEqual(Array.from({ length: 24 }, (_, n) => `reader${n}@example.org`).sort());
    expect(await countLetters(sending, desk, edition)).toMatchObject({ waiting: 0, gone: 24 });
  },
);
