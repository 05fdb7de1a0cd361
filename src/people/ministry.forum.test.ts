import { afterEach, describe, expect, test } from 'vitest';
import { openAccount } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { startOpenIdProvider, type OpenIdProvider } from '#test/openid-provider.ts';
import { smallForum } from '#test/small-forum.ts';
import { recordFirstTime } from './accounts/changes.ts';
import { ministryIn, openMinistry, type Ministry } from './ministry.ts';
import { openSignIn, type SignIn } from './sign-in.server.ts';

let provider: OpenIdProvider | undefined;
afterEach(async () => {
  await provider?.close();
  provider = undefined;
});

const official = { sub: 'official-7', email: 'wanjiru@kenya.example', email_verified: true, name: 'W. Kamau' };

async function ministryOf(forum: Forum): Promise<{ ministry: Ministry; provider: OpenIdProvider; person: string }> {
  const { edition, delegate } = await smallForum(forum);
  const person = delegate.personId!;
  const account = { edition, person, email: official.email, password: 'a sentence to keep' };
  await perform(forum, program, openAccount, account);
  provider = await startOpenIdProvider();
  const settings = { ...provider, name: 'Ministry of Foreign Affairs' };
  const open = () => Promise.resolve(openSignIn(forum, { ministry: settings, sendLink: async () => {} }));
  return { ministry: openMinistry(settings, open), provider, person };
}

/** There and back again, as a browser goes; where it ends, and whether with a session. */
async function goThrough(signIn: SignIn, change = (callback: URL) => callback) {
  const body = { provider: 'ministry', callbackURL: '/lake', errorCallbackURL: '/sign-in', disableRedirect: true };
  const off = await signIn.api.signInSocial({ body, headers: new Headers(), asResponse: true });
  const { url } = (await off.json()) as { url: string };
  const cookie = off.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const sent = await fetch(url, { redirect: 'manual' });
  const callback = change(new URL(sent.headers.get('location')!));
  const back = await signIn.handler(new Request(callback, { headers: { cookie } }));
  const isIn = back.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line));
  return { isIn, to: new URL(back.headers.get('location')!, 'http://localhost:3000'), callback, cookie };
}

describe('a ministry’s own sign-in', () => {
  forumTest('lets in whoever has an account at their address, and records the first time', async ({ forum }) => {
    const { ministry, provider, person } = await ministryOf(forum);
    const signIn = (await ministry.open())!;
    provider.official = official;
    expect(await goThrough(signIn)).toMatchObject({ isIn: true, to: { pathname: '/lake' } });
    await recordFirstTime(forum);
    await recordFirstTime(forum);
    const lines = forum.db.selectFrom('record_line').select('subject_id').where('kind', '=', 'account.ministry_linked');
    expect(await lines.execute()).toEqual([{ subject_id: person }]);
    const kept = await forum.db.selectFrom('login_method').selectAll().where('provider_id', '=', 'ministry').execute();
    expect(kept).toMatchObject([{ account_id: official.sub, access_token: null, refresh_token: null, id_token: null }]);
    // From then on it is who they are there that counts, whatever their address becomes.
    provider.official = { ...official, email: 'w.kamau@kenya.example' };
    expect(await goThrough(signIn)).toMatchObject({ isIn: true });
  });

  forumTest('makes no account, and opens none at an address the ministry has not confirmed', async ({ forum }) => {
    const { ministry, provider } = await ministryOf(forum);
    const signIn = (await ministry.open())!;
    const accounts = async () => (await forum.db.selectFrom('login').select('id').execute()).length;
    const outcome = async () => {
      const { isIn, to } = await goThrough(signIn);
      return [isIn, to.pathname, to.searchParams.get('error')];
    };
    provider.official = { ...official, sub: 'other', email: 'nobody@kenya.example' };
    expect(await outcome()).toEqual([false, '/sign-in', 'signup_disabled']);
    provider.official = { ...official, email_verified: false };
    expect(await outcome()).toEqual([false, '/sign-in', 'account_not_linked']);
    provider.official = null;
    expect(await outcome()).toEqual([false, '/sign-in', 'access_denied']);
    expect(await accounts()).toBe(1);
  });

  forumTest('believes no token it cannot check, no state of another, and no code twice', async ({ forum }) => {
    const { ministry, provider } = await ministryOf(forum);
    const signIn = (await ministry.open())!;
    provider.official = official;
    const strange = (callback: URL) => (callback.searchParams.set('state', 'somebody-else'), callback);
    expect(await goThrough(signIn, strange)).toMatchObject({ isIn: false });
    const { callback, cookie } = await goThrough(signIn);
    const again = await signIn.handler(new Request(callback, { headers: { cookie } }));
    expect(again.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line))).toBe(false);
    provider.forge();
    expect(await goThrough(signIn)).toMatchObject({ isIn: false });
  });

  forumTest('is asked again where it did not answer at first', async ({ forum }) => {
    const { provider: first } = await ministryOf(forum);
    const port = Number(new URL(first.issuer).port);
    await first.close();
    const settings = { ...first, name: 'Ministry of Foreign Affairs' };
    let patience = 0;
    const open = () => Promise.resolve(openSignIn(forum, { ministry: settings, sendLink: async () => {} }));
    const ministry = openMinistry(settings, open, () => (patience += 6000));
    expect(await ministry.open()).toBeNull();
    provider = await startOpenIdProvider(port);
    provider.official = official;
    expect(await goThrough((await ministry.open())!)).toMatchObject({ isIn: true });
  });
});

describe('the settings of a ministry’s sign-in', () => {
  const none = { oidcIssuer: undefined, oidcClientId: undefined, oidcClientSecret: undefined, oidcName: undefined };
  const all = { ...none, oidcIssuer: 'https://in.mfa.example', oidcClientId: 'forum', oidcClientSecret: 'secret' };

  test('are all there, or none', () => {
    expect(ministryIn(none)).toBeNull();
    expect(ministryIn(all)).toMatchObject({ issuer: 'https://in.mfa.example', name: 'in.mfa.example' });
    expect(() => ministryIn({ ...all, oidcClientId: undefined })).toThrow('ministry.half');
    expect(() => ministryIn({ ...all, oidcIssuer: 'the ministry' })).toThrow('ministry.address_wrong');
  });
});
