import { logEvent } from '#log/log.ts';
import type { Forum } from '#record/forum.ts';
import { signed } from '#record/signed.ts';

/** A try to sign in, as it is told to whoever runs the server. */
interface Tried {
  /** The address of ours where it was made, as the program writes it. */
  by: string;
  outcome: 'in' | 'refused' | 'held back';
  /** Whose account was tried, where that is known. */
  email?: string;
}

/** Tries at one account are seen to belong together, and whose it is is not: of the address the log has a keyed hash. */
export function tellSignIn({ secret }: Pick<Forum, 'secret'>, { by, outcome, email }: Tried): void {
  const account = email === undefined ? null : signed(secret, 'sign-in log', email.trim().toLowerCase()).slice(0, 12);
  logEvent('Sign-in', { by, outcome, account });
}
