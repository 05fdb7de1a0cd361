import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A permanent code of twelve letters and digits that cannot be mistaken for one another (60 random bits, Crockford's
 * base 32), and a commitment to the text: sha-256 over the salt and the text in UTF-8.
 */
export function makeReceipt(body: string): { code: string; salt: Buffer; commitment: Buffer } {
  const salt = randomBytes(32);
  const code = [...randomBytes(12)].map((byte) => letters[byte % 32]).join('');
  return {
    code: code.replace(/(.{4})(?=.)/g, '$1-'),
    salt,
    commitment: createHash('sha256').update(salt).update(body).digest(),
  };
}

/** The code as it was given, from the way it was typed: letters that look like another are read as that one. */
export function readCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}

/** Of a receipt, as an act is handed it: what a guest has in place of an account. */
export const receiptCode = z.string().max(40).default('');
