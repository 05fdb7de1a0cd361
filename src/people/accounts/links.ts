import type { Forum } from '#record/forum.ts';
import { isSigned, signed } from '#record/signed.ts';
import { linkMinutes } from './rules.ts';

/** What a link to a page for choosing a new password says, and the page hands on. */
export interface ResetLink {
  login: string;
  /** When it stops opening, in milliseconds since 1970. */
  until: number;
  signature: string;
}

/** The path of a page where a new password can be chosen, once: the signature is over the present one, too. */
export async function resetPath(forum: Forum, login: string): Promise<string> {
  const until = forum.now().getTime() + linkMinutes.reset * 60_000;
  const signature = signed(forum.secret, 'reset', await resetText(forum, login, until));
  return `/sign-in/reset/${login}?until=${until}&s=${signature}`;
}

/** Whether the link was made here, has not run out and has not been used. */
export async function opensReset(forum: Forum, { login, until, signature }: ResetLink): Promise<boolean> {
  if (!(until > forum.now().getTime())) return false;
  return isSigned(forum.secret, 'reset', await resetText(forum, login, until), signature);
}

async function resetText({ db }: Forum, login: string, until: number): Promise<string> {
  const method = await db
    .selectFrom('login_method')
    .select('password')
    .where('user_id', '=', login)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return `${login} ${until} ${method?.password ?? 'no password yet'}`;
}

/** The path of a page where an invitation is answered, once; `then`, a path of this site, is where it leads to. */
export function invitationPath({ secret }: Forum, invitation: string, then?: string): string {
  const path = `/invitation/${invitation}?s=${signed(secret, 'invitation', invitation)}`;
  return then ? `${path}&then=${then}` : path;
}

export function opensInvitation({ secret }: Forum, invitation: string, signature: string): boolean {
  return isSigned(secret, 'invitation', invitation, signature);
}
