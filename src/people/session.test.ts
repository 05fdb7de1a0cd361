import { makeSignature } from 'better-auth/crypto';
import { expect, it } from 'vitest';
import { hostOnly, isFresh, oldestBegun, sessionCookie, tokenOf } from './session.ts';

const secret = 'a key that only this test knows';

it('reads the token from a cookie as the sign-in signs it', async () => {
  const cookie = `a-token.${await makeSignature('a-token', secret)}`;
  expect(tokenOf(cookie, secret)).toBe('a-token');
});

it.each(['', 'a-token', 'a-token.', '.signature', 'a-token.c2lnbmF0dXJl'])('reads none from “%s”', (cookie) => {
  expect(tokenOf(cookie, secret)).toBeNull();
});

it('reads none from a cookie signed with another key, or for another token', async () => {
  const signature = await makeSignature('a-token', 'another key');
  expect(tokenOf(`a-token.${signature}`, secret)).toBeNull();
  expect(tokenOf(`b-token.${await makeSignature('a-token', secret)}`, secret)).toBeNull();
});

it('a session is renewed when it has run for a day', () => {
  const now = new Date('2026-06-09T10:00:00Z');
  const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  expect(isFresh(after(7 * 24 - 1), now)).toBe(true);
  expect(isFresh(after(7 * 24 - 25), now)).toBe(false);
});

it('a session ends after thirty days, however much it is used', () => {
  expect(oldestBegun(new Date('2026-07-01T10:00:00Z'))).toEqual(new Date('2026-06-01T10:00:00Z'));
});

it('under https a cookie’s name holds it to this host', () => {
  expect(sessionCookie('https://forum.example')).toBe('__Host-rapporteur.session_token');
  expect(sessionCookie('http://localhost:3000')).toBe('rapporteur.session_token');
  expect(hostOnly('theme', 'https://forum.example')).toBe('__Host-theme');
});
