import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { linkMinistry, setPassword } from './acts.ts';
import { spend } from './limits.ts';
import { opensReset, type ResetLink } from './links.ts';
import { passwordMark } from './password-mark.ts';
import { guesses } from './rules.ts';

interface NewPassword {
  password: string;
  /** The same, typed a second time. */
  again: string;
}

/** Gives an account a new password by the link of a letter, which then opens no more. */
export async function resetPassword(forum: Forum, link: ResetLink, { password, again }: NewPassword): Promise<void> {
  const replaces = passwordMark(await storedPassword(forum, link.login));
  if (!(await opensReset(forum, link))) throw new Refusal('account.link_over');
  refuseIf(password === again ? null : 'account.passwords_differ');
  // Whoever holds the link is its owner, and the record says who it was.
  const owner = await forum.db.selectFrom('login').select('person_id').where('id', '=', link.login).executeTakeFirst();
  const actor = { ...program, personId: owner?.person_id ?? null };
  await perform(forum, actor, setPassword, { login: link.login, password, replaces });
}

/**
 * Gives an account a new password at its owner's hand: who knows the present one, or has none yet. Guesses at it are held
 * back like those at the door. Every session ends, this one too: open another.
 */
export async function changePassword(
  forum: Forum,
  viewer: Viewer,
  login: string,
  { present, password, again }: NewPassword & { present: string },
): Promise<void> {
  const stored = await storedPassword(forum, login);
  refuseIf(password === again ? null : 'account.passwords_differ');
  if (stored) {
    const tried = await spend(forum, [{ what: `present password of ${login}`, ...guesses.fromKnownDevices }]);
    const { verifyPassword } = await import('better-auth/crypto');
    const isRight = await verifyPassword({ hash: stored, password: present.slice(0, 128) });
    refuseIf(isRight ? null : 'account.password_wrong');
    await tried.giveBack();
  }
  await perform(forum, viewer, setPassword, { login, password, replaces: passwordMark(stored) });
}

/** The first time somebody comes in through their ministry leaves its line; the link was made while they were let in. */
export async function recordFirstTime(forum: Forum): Promise<void> {
  const unrecorded = await forum.db
    .selectFrom('login_method')
    .select('user_id')
    .where('provider_id', '=', 'ministry')
    .where((eb) => eb.or([eb('access_token', 'is not', null), eb('id_token', 'is not', null)]))
    .execute();
  for (const { user_id: login } of unrecorded) await perform(forum, program, linkMinistry, { login });
}

async function storedPassword({ db }: Forum, login: string): Promise<string | null> {
  const method = await db
    .selectFrom('login_method')
    .select('password')
    .where('user_id', '=', login)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return method?.password ?? null;
}
