import { createHash } from 'node:crypto';

/** Tells one stored password from the next without showing either; also of an account that has none yet. */
export function passwordMark(stored: string | null | undefined): string {
  return createHash('sha256')
    .update(stored ?? '')
    .digest('base64url');
}
