import { createHmac, timingSafeEqual } from 'node:crypto';

const day = 24 * 60 * 60;

/** How long a session lasts, and how long before it is renewed by being used; in seconds. */
export const lasting = { expiresIn: 7 * day, updateAge: day };

/** Whether a session need not be renewed yet, by when it runs out. */
export function isFresh(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() > (lasting.expiresIn - lasting.updateAge) * 1000;
}

/** However much it is used, a session ends after thirty days. */
const longest = 30 * day;

export function oldestBegun(now: Date): Date {
  return new Date(now.getTime() - longest * 1000);
}

/** A cookie’s name: where people come by https, one that browsers hold to it, to this host alone and to all of its pages. */
export function hostOnly(name: string, origin: string): string {
  return origin.startsWith('https:') ? `__Host-${name}` : name;
}

export function sessionCookie(origin: string): string {
  return hostOnly('rapporteur.session_token', origin);
}

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
