import type { SignIn } from '#people/sign-in.server.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal } from '#record/refusals.ts';
import { networkOf, spend } from './limits.ts';
import { letters } from './rules.ts';

interface Asked {
  email: string;
  /** The address it is asked from. */
  address: string;
}

/** Sends a link that signs its reader in to whoever has an account with this address, and nothing to anyone else. */
export async function sendLink(forum: Forum, signIn: SignIn, asked: Asked & { headers: Headers }): Promise<void> {
  const email = await mayBeSent(forum, 'signIn', asked);
  const login = await forum.db.selectFrom('login').select('id').where('email', '=', email).executeTakeFirst();
  if (login) await signIn.api.signInMagicLink({ body: { email }, headers: asked.headers });
}

/**
 * The mailbox, once it is sure that it has not been sent too many letters: counted whether or not anyone has an account
 * with it, so that the answer tells nothing. Throws `account.wait_letters`, `account.wait_sign_up` or `account.wait_address`.
 */
export async function mayBeSent(forum: Forum, kind: 'signIn' | 'reset' | 'signUp', asked: Asked): Promise<string> {
  const email = asked.email.trim().toLowerCase();
  if (!/^[^\s@]{1,64}@[^\s@]{1,135}$/.test(email)) throw new Refusal('account.email_missing');
  await spend(forum, [
    {
      what: `${kind} letters to ${email}`,
      refusal: kind === 'signUp' ? 'account.wait_sign_up' : 'account.wait_letters',
      ...letters[kind],
    },
    { what: `letters from ${networkOf(asked.address)}`, refusal: 'account.wait_address', ...letters.byAddress },
  ]);
  return email;
}
