import { expect, vi } from 'vitest';
import { sendSignUp } from '#mail/letters/accounts.ts';
import { openAccount } from '#people/acts.ts';
import { openSignIn } from '#people/sign-in.server.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { signUp } from './acts.ts';
import { askedToSignUp } from './before-acting.ts';
import { signInTokenFor } from './letting-in.ts';
import { signUpBehind, signUpPath } from './links.ts';

const ada = { name: 'Ada Kimani', function: 'nurse', email: 'ada@example.org' };
const address = '192.0.2.1';

function partsOf(path: string): [string, string] {
  const { searchParams: given } = new URL(path, 'http://localhost');
  return [given.get('a')!, given.get('s')!];
}

/** What the server's console shows while this is done: a forum without a mail server shows its secret letters there. */
async function shownBy(work: () => Promise<void>): Promise<string> {
  const console_ = vi.spyOn(console, 'log').mockImplementation(() => {});
  await work();
  const said = console_.mock.calls.flat().join('\n');
  console_.mockRestore();
  return said;
}

async function withAccount(forum: Forum) {
  const { edition, delegate } = await smallForum(forum);
  const account = {
    edition,
    person: delegate.personId!,
    email: 'wanjiru@kenya.example',
    password: 'a sentence to keep',
  };
  await perform(forum, program, openAccount, account);
}

forumTest('a letter’s link opens for a day, as it was signed, and keeps nothing until then', async ({ forum }) => {
  const written = await askedToSignUp(forum, { ...ada, email: ' ADA@example.org ' }, address);
  expect(written).toEqual(ada);
  const [asked, signature] = partsOf(signUpPath(forum, written));
  expect(signUpBehind(forum, asked, signature)).toEqual(ada);
  const forged = Buffer.from(JSON.stringify(['grace@example.org', 'Ada', '', 9e15])).toString('base64url');
  expect(signUpBehind(forum, forged, signature)).toBeNull();
  expect(signUpBehind(forum, asked, '')).toBeNull();
  expect(signUpBehind({ ...forum, secret: 'another' }, asked, signature)).toBeNull();
  const after = (minutes: number) => ({ ...forum, now: () => new Date(testNow.getTime() + minutes * 60_000) });
  expect(signUpBehind(after(24 * 60 - 1), asked, signature)).toEqual(ada);
  expect(signUpBehind(after(24 * 60), asked, signature)).toBeNull();
  expect(await forum.db.selectFrom('person').selectAll().execute()).toEqual([]);
});

forumTest('a link opens one account, however often the button is pressed', async ({ forum }) => {
  await perform(forum, program, signUp, ada);
  await expect(perform(forum, program, signUp, ada)).rejects.toMatchObject({ code: 'account.sign_up_over' });
  expect(await forum.db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Ada Kimani' }]);
});

forumTest('whoever asks is answered and counted the same, whether or not there is an account', async ({ forum }) => {
  await withAccount(forum);
  const ask = (email: string) =>
    askedToSignUp(forum, { ...ada, email }, address).then(
      () => 'sent',
      ({ code, values }: { code: string; values: object }) => ({ code, values }),
    );
  const outcomes = async (email: string) => [await ask(email), await ask(email), await ask(email), await ask(email)];
  const there = await outcomes('wanjiru@kenya.example');
  expect(there).toEqual(['sent', 'sent', 'sent', { code: 'account.wait_sign_up', values: { minutes: 60 } }]);
  expect(await outcomes('nobody@kenya.example')).toEqual(there);
});

forumTest('a letter that is refused is not counted, and says what is wrong with each field', async ({ forum }) => {
  await smallForum(forum);
  const ask = (change: object) => askedToSignUp(forum, { ...ada, ...change }, address);
  await expect(ask({ name: '', email: 'x' })).rejects.toMatchObject({
    fields: { name: 'people.name_missing', email: 'people.email_wrong' },
  });
  await expect(ask({ name: 'Kenya' })).rejects.toMatchObject({ code: 'people.name_of_delegation' });
  expect(await forum.db.selectFrom('login_limit').select('bucket').execute()).toEqual([]);
});

forumTest(
  'one letter opens an account, another signs in whoever has one; neither says the name that was typed',
  async ({ forum }) => {
    await withAccount(forum);
    const named = { ...ada, name: 'Buy at shop.example' };
    const toStranger = await shownBy(() => sendSignUp(forum, named));
    expect(toStranger).toMatch(/ada@example\.org[^]*\/sign-up\/open\?a=\S+&s=\S{22}/);
    const toKnown = await shownBy(() => sendSignUp(forum, { ...named, email: 'wanjiru@kenya.example' }));
    expect(toKnown).toContain('Wanjiru Kamau, somebody asked for an account with this address. You have one already.');
    expect(toStranger + toKnown).not.toContain('shop.example');
    const token = decodeURIComponent(/\/sign-in\/link\?token=(\S+)/.exec(toKnown)![1]!);
    const signIn = openSignIn(forum, { sendLink: async () => {} });
    const open = () => signIn.api.magicLinkVerify({ query: { token }, headers: new Headers(), asResponse: true });
    expect((await open()).status).toBe(200);
    expect((await open()).status).not.toBe(200);
  },
);

forumTest('whoever has opened an account without a password is let in at once', async ({ forum }) => {
  await perform(forum, program, signUp, ada);
  const signIn = openSignIn(forum, { sendLink: async () => {} });
  const query = { token: await signInTokenFor(forum, ada.email) };
  const response = await signIn.api.magicLinkVerify({ query, headers: new Headers(), asResponse: true });
  expect(response.headers.getSetCookie().join()).toContain('session_token=');
});
