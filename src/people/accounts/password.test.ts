import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openAccount } from '#people/acts.ts';
import { openSignIn } from '#people/sign-in.server.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { resetPassword } from './changes.ts';
import { markDevice } from './devices.ts';
import { evenly } from './evenly.ts';
import { mayBeSent, sendLink } from './letters.ts';
import { opensReset, resetPath } from './links.ts';
import { signInByPassword } from './password.ts';

const email = 'wanjiru@kenya.example';
const password = 'a sentence to keep';
const known = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/** A forum with one account, whose clock is set by the test, and the tokens of the links it has sent. */
async function atTheDoor(forum: Forum) {
  const { edition, delegate } = await smallForum(forum);
  const account = { edition, person: delegate.personId!, email, password };
  const { id: login } = await perform(forum, program, openAccount, account);
  let minutes = 0;
  const clock = { ...forum, now: () => new Date(testNow.getTime() + minutes * 60_000) };
  const sent: { to: string; token: string }[] = [];
  const signIn = openSignIn(clock, { sendLink: async (to, token) => void sent.push({ to, token }) });
  return {
    login,
    signIn,
    sent,
    forum: clock,
    wait: (more: number) => (minutes += more),
    /** “in”, or the code of the refusal. */
    knock: (guess: { email?: string; password?: string; address?: string; marks?: string }) =>
      signInByPassword(clock, signIn, { email, password, address: '192.0.2.1', headers: new Headers(known), ...guess })
        .then(() => 'in')
        .catch((refusal: { code: string }) => refusal.code),
  };
}

const count = (outcomes: string[], which: string) => outcomes.filter((one) => one === which).length;
const failed = 'account.sign_in_failed';

forumTest('under https the cookie of a session is this host’s alone, and opens it', async ({ forum }) => {
  await atTheDoor(forum);
  const signIn = openSignIn({ ...forum, origin: 'https://forum.example' }, { sendLink: async () => {} });
  const answer = await signIn.api.signInEmail({
    body: { email, password },
    headers: new Headers(known),
    asResponse: true,
  });
  const set = answer.headers.getSetCookie().find((line) => line.includes('session_token'))!;
  expect(set).toMatch(/^__Host-rapporteur\.session_token=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const headers = new Headers({ cookie: set.split(';')[0]! });
  expect((await signIn.api.getSession({ headers }))?.user.email).toBe(email);
});

forumTest(
  'tries to sign in are told of without whose they are, and those at one account belong together',
  async ({ forum }) => {
    const { knock } = await atTheDoor(forum);
    const told = vi.spyOn(console, 'log').mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    while ((await knock({ password: 'a guess' })) === failed);
    await knock({ email: 'next@kenya.example', password: 'a guess' });
    const lines = told.mock.calls.map(([line]) => String(line)).filter((line) => line.startsWith('Sign-in'));
    expect(lines.map((line) => /outcome=(refused|held back)/.exec(line)?.[1])).toEqual([...Array(10).fill('refused'), 'held back', 'refused']); // prettier-ignore
    const accounts = lines.map((line) => /account=([\w-]{12})$/.exec(line)?.[1]);
    expect(new Set(accounts.slice(0, 11)).size).toBe(1);
    expect(accounts[11]).not.toBe(accounts[0]);
    expect(lines.join()).not.toMatch(/kenya|192\.0/);
  },
);

describe('guesses at a password', () => {
  forumTest('from one address: ten an hour are tried, and its owner comes in from anywhere else', async ({ forum }) => {
    const { knock, wait } = await atTheDoor(forum);
    const outcomes: string[] = [];
    for (let n = 0; n < 100; n++) outcomes.push(await knock({ password: `guess ${n}` }));
    expect([count(outcomes, failed), count(outcomes, 'account.wait')]).toEqual([10, 90]);
    // Not even the right one is tried from there; elsewhere it opens, also for the next-door delegate at the same address.
    expect(await knock({})).toBe('account.wait');
    expect(await knock({ address: '198.51.100.7' })).toBe('in');
    expect(await knock({ email: 'next@kenya.example' })).toBe(failed);
    wait(61);
    expect(await knock({})).toBe('in');
  });

  forumTest(
    'from everywhere: thirty an hour at most, and a browser its owner has used is counted apart',
    async ({ forum }) => {
      const door = await atTheDoor(forum);
      const marks = markDevice(door.forum, email);
      const outcomes: string[] = [];
      for (let n = 0; n < 24; n++)
        outcomes.push(await door.knock({ password: 'guess', address: `203.0.113.${n % 3}` }));
      expect([count(outcomes, failed), count(outcomes, 'account.wait')]).toEqual([20, 4]);
      expect(await door.knock({ address: '203.0.113.200' })).toBe('account.wait');
      expect(await door.knock({ marks })).toBe('in');
      // A mark is one account's, and nobody makes one without the key.
      const forged = markDevice({ ...door.forum, secret: 'another key' }, email);
      const others = markDevice(door.forum, 'next@kenya.example');
      for (const mark of [forged, others, `${marks}x`, '~~.'])
        expect(await door.knock({ marks: mark, address: '203.0.113.201' })).toBe('account.wait');
      const wrong: string[] = [];
      for (let n = 0; n < 11; n++) wrong.push(await door.knock({ marks, password: 'guess' }));
      expect(count(wrong, failed)).toBe(10);
    },
  );

  forumTest('a link by e-mail opens while guesses are held back', async ({ forum }) => {
    const { knock, signIn, sent, forum: clock } = await atTheDoor(forum);
    for (let n = 0; n < 12; n++) await knock({ password: 'guess' });
    await sendLink(clock, signIn, { email: email.toUpperCase(), address: '192.0.2.1', headers: new Headers(known) });
    expect(sent).toMatchObject([{ to: email }]);
    const open = () =>
      signIn.api.magicLinkVerify({ query: { token: sent[0]!.token }, headers: new Headers(known), asResponse: true });
    expect((await open()).status).toBe(200);
    expect((await open()).status).not.toBe(200);
    const stored = await forum.db.selectFrom('login_verification').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(sent[0]!.token);
  });
});

describe('a stranger learns nothing', () => {
  forumTest('of who has an account: the same answer, after the same work', async ({ forum }) => {
    const { knock, forum: clock } = await atTheDoor(forum);
    const took: Record<string, number[]> = { [email]: [], 'nobody@kenya.example': [] };
    for (let n = 0; n < 5; n++) {
      clock.now = () => new Date(testNow.getTime() + n * 3_700_000);
      for (const who of Object.keys(took)) {
        const before = process.cpuUsage();
        expect(await knock({ email: who, password: 'guess' })).toBe(failed);
        took[who]!.push(process.cpuUsage(before).user);
      }
    }
    const typical = (times: number[]) => times.sort((a, b) => a - b)[2]!;
    const ratio = typical(took[email]!) / typical(took['nobody@kenya.example']!);
    // One hash each: without the second, an address that is not there would answer twenty times as fast.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  forumTest('of whose mailbox a letter went to: letters are counted for it either way', async ({ forum }) => {
    const { signIn, sent, forum: clock } = await atTheDoor(forum);
    const asked = (who: string) =>
      sendLink(clock, signIn, { email: who, address: '192.0.2.1', headers: new Headers() }).catch(
        ({ code, values }: { code: string; values: object }) => ({ code, values }),
      );
    const outcomes = async (who: string) => [await asked(who), await asked(who), await asked(who), await asked(who)];
    const there = await outcomes(email);
    expect(there[3]).toEqual({ code: 'account.wait_letters', values: { minutes: 10 } });
    expect(await outcomes('nobody@kenya.example')).toEqual(there);
    expect(sent).toHaveLength(3);
    await expect(mayBeSent(clock, 'reset', { email: 'x', address: '1' })).rejects.toMatchObject({ code: 'account.email_missing' }); // prettier-ignore
  });

  test('by the time it takes', async () => {
    vi.useFakeTimers();
    try {
      const answered: string[] = [];
      const ask = (name: string, work: Promise<unknown>) =>
        void evenly(work).then(
          () => answered.push(name),
          () => answered.push(name),
        );
      ask('at once', Promise.resolve());
      ask('slow', new Promise((resolve) => setTimeout(resolve, 100)));
      ask('refused', Promise.reject(new Error('no')));
      await vi.advanceTimersByTimeAsync(399);
      expect(answered).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(answered.sort()).toEqual(['at once', 'refused', 'slow']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a link to a new password', () => {
  const next = 'another sentence to keep';
  const parts = (path: string) => {
    const url = new URL(path, 'http://localhost');
    const { searchParams: given } = url;
    return { login: url.pathname.split('/').at(-1)!, until: Number(given.get('until')), signature: given.get('s')! };
  };

  forumTest('opens once, for an hour, and for its own account', async ({ forum }) => {
    const { login, knock, wait, forum: clock } = await atTheDoor(forum);
    const link = parts(await resetPath(clock, login));
    const second = parts(await resetPath(clock, login));
    await expect(resetPassword(clock, link, { password: next, again: 'x' })).rejects.toMatchObject({ code: 'account.passwords_differ' }); // prettier-ignore
    for (const forged of [
      { ...link, until: link.until + 1 },
      { ...link, login: 'x' },
      { ...link, signature: '' },
    ])
      expect(await opensReset(clock, forged)).toBe(false);
    await resetPassword(clock, link, { password: next, again: next });
    expect(await knock({ password: next })).toBe('in');
    for (const used of [link, second])
      await expect(resetPassword(clock, used, { password, again: password })).rejects.toMatchObject({ code: 'account.link_over' }); // prettier-ignore
    const late = parts(await resetPath(clock, login));
    wait(59);
    expect(await opensReset(clock, late)).toBe(true);
    wait(1);
    expect(await opensReset(clock, late)).toBe(false);
  });
});
