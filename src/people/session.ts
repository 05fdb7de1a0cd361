import { createHmac, timingSafeEqual } from 'node:crypto';

const day = 24 * 60 * 60;

/** How long a session lasts, and how long before it is renewed by being used; in seconds. */
export const lasting = { expiresIn: 7 * day, updateAge: day };

/** Whether a session need not be renewed yet, by when it runs out. */
export function isFresh(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() > (lasting.expiresIn - lasting.updateAge) * 1000;
}

/** Under https browsers are asked to hold the cookie to it by its name. */
export const sessionCookies = ['rapporteur.session_token', '__Secure-rapporteur.session_token'] as const;

/**
 * The token of a session, from a cookie that was signed with this key; null where it was not. better-auth writes
 * `token.signature`, the signature being HMAC-SHA-256 over the token, in base64.
 */
export function tokenOf(cookie: string | undefined, secret: string): string | null {
  const at = cookie?.lastIndexOf('.') ?? -1;
  if (!cookie || at < 1) return null;
  const token = cookie.slice(0, at);
  const given = Buffer.from(cookie.slice(at + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
