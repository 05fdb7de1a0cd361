import { randomBytes } from 'node:crypto';
import type { Forum } from '#record/forum.ts';
import { isSigned, signed } from '#record/signed.ts';

// A browser that has been several people's keeps a mark for each, the latest first.
const most = 5;

/**
 * The mark a browser carries once somebody has signed in with it: guesses made elsewhere are counted apart from it, so
 * that they never lock its owner out. It lets nobody in. (The "device cookie" of OWASP.)
 */
export function markDevice({ secret }: Forum, email: string, marks = ''): string {
  const others = marks.split('~').filter((mark) => mark && !isMark(secret, email, mark));
  const nonce = randomBytes(9).toString('base64url');
  return [`${nonce}.${signed(secret, 'device', `${email} ${nonce}`)}`, ...others].slice(0, most).join('~');
}

/** Whether somebody has signed in to this account with the browser that carries these marks. */
export function isKnownDevice({ secret }: Forum, email: string, marks = ''): boolean {
  return marks
    .split('~')
    .slice(0, most)
    .some((mark) => isMark(secret, email, mark));
}

function isMark(secret: string, email: string, mark: string): boolean {
  const [nonce = '', signature = ''] = mark.split('.');
  return isSigned(secret, 'device', `${email} ${nonce}`, signature);
}
