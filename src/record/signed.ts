import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A short signature for a link sent to someone without an account: HMAC-SHA-256 over purpose and text, its first 132
 * bits as 22 characters of base64url. Nothing has to be stored, and a link made for one purpose opens no other.
 */
export function signed(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url').slice(0, 22);
}

/** Whether the signature was made here for this purpose and text; takes the same time whatever differs. */
export function isSigned(secret: string, purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(signed(secret, purpose, text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
