import type { Forum } from '#record/forum.ts';
import { invitationPath, resetPath } from '#people/accounts/links.ts';
import { linkMinutes } from '#people/accounts/rules.ts';
import { signInTokenFor } from '#people/sign-up/letting-in.ts';
import { signUpPath, type SignUp } from '#people/sign-up/links.ts';
import { post } from '#mail/post.ts';

/** A link that signs its reader in, once. */
export async function sendSignInLink(forum: Forum, email: string, token: string): Promise<void> {
  const address = `${forum.origin}/sign-in/link?token=${encodeURIComponent(token)}`;
  const values = { address, minutes: linkMinutes.signIn };
  await post(forum, { to: email, code: 'mail.sign_in_link', secret: true, values });
}

/** A link to choose a new password with, once, where there is an account with this address; otherwise nothing is sent. */
export async function sendReset(forum: Forum, email: string): Promise<void> {
  const login = await forum.db.selectFrom('login').select(['id', 'name']).where('email', '=', email).executeTakeFirst();
  if (!login) return;
  const address = forum.origin + (await resetPath(forum, login.id));
  const values = { name: login.name, address, minutes: linkMinutes.reset };
  await post(forum, { to: email, code: 'mail.reset', secret: true, values });
}

/** A link to open an account with; or, where there is one with this address already, a link that signs its owner in. */
export async function sendSignUp(forum: Forum, asked: SignUp): Promise<void> {
  const { email: to } = asked;
  const login = await forum.db.selectFrom('login').select('name').where('email', '=', to).executeTakeFirst();
  if (!login) {
    // The name is left out: whoever types one could write to strangers by it.
    const values = { address: forum.origin + signUpPath(forum, asked), hours: linkMinutes.signUp / 60 };
    return post(forum, { to, code: 'mail.sign_up', secret: true, values });
  }
  const token = await signInTokenFor(forum, to);
  const address = `${forum.origin}/sign-in/link?token=${encodeURIComponent(token)}`;
  const values = { name: login.name, address, minutes: linkMinutes.signIn };
  await post(forum, { to, code: 'mail.sign_up_known', secret: true, values });
}

/** To whoever an office has invited. */
export async function sendInvitation(forum: Forum, id: string): Promise<void> {
  const invitation = await forum.db
    .selectFrom('invitation')
    .innerJoin('edition', 'edition.id', 'invitation.edition_id')
    .leftJoin('roundtable', 'roundtable.id', 'invitation.roundtable_id')
    .leftJoin('delegation', 'delegation.id', 'invitation.delegation_id')
    .leftJoin('person as by', 'by.id', 'invitation.invited_by')
    .select(['invitation.email', 'invitation.name', 'invitation.kind', 'edition.name as edition', 'by.name as by'])
    .select(['delegation.short_name as delegation', 'roundtable.number as roundtable'])
    .where('invitation.id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!invitation) return;
  const { email, name, edition, kind, by, delegation, roundtable } = invitation;
  const values = {
    name,
    edition,
    office: kind ?? 'none',
    roundtable: roundtable ?? 'none',
    delegation: delegation ?? 'none',
    by: by ?? 'none',
    days: linkMinutes.invitation / 60 / 24,
    address: forum.origin + invitationPath(forum, id),
  };
  await post(forum, { to: email, code: 'mail.invitation', secret: true, values, key: `invitation ${id}` });
}

/** After the password was changed: whoever did not do it themselves learns of it. */
export async function sendPasswordChanged(forum: Forum, person: string): Promise<void> {
  const login = await forum.db
    .selectFrom('login')
    .select(['email', 'name'])
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!login) return;
  const values = { name: login.name, address: `${forum.origin}/sign-in/reset` };
  await post(forum, { to: login.email, code: 'mail.password_changed', person, values });
}
