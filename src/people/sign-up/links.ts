import { linkMinutes } from '#people/accounts/rules.ts';
import type { Forum } from '#record/forum.ts';
import { isSigned, signed } from '#record/signed.ts';

/** What somebody wrote who asks for an account. */
export interface SignUp {
  email: string;
  name: string;
  function: string;
}

/** The path of a page where the account can be opened, by whoever reads the mailbox: nothing is kept until then. */
export function signUpPath(forum: Forum, { email, name, function: office }: SignUp): string {
  const until = forum.now().getTime() + linkMinutes.signUp * 60_000;
  const asked = Buffer.from(JSON.stringify([email, name, office, until])).toString('base64url');
  return `/sign-up/open?a=${asked}&s=${signed(forum.secret, 'sign-up', asked)}`;
}

/** What was asked for with this link; null where it was not made here, or its day is over. */
export function signUpBehind(forum: Forum, asked: string, signature: string): SignUp | null {
  if (!isSigned(forum.secret, 'sign-up', asked, signature)) return null;
  const [email, name, office, until] = JSON.parse(Buffer.from(asked, 'base64url').toString()) as string[];
  return Number(until) > forum.now().getTime() ? { email: email!, name: name!, function: office! } : null;
}
