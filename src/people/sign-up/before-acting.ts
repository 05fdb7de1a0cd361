// What is looked at before a letter is written to somebody who asks for an account, and again when the account is opened.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { nameRefusal } from '#people/accounts/rules.ts';
import { mayBeSent } from '#people/accounts/letters.ts';
import { namesakeOf } from '#people/names/before-acting.ts';
import type { Forum } from '#record/forum.ts';
import { InvalidInput, refuseIf } from '#record/refusals.ts';
import type { SignUp } from './links.ts';

export const writtenToSignUp = z.object({
  name: z.string().trim().min(1, 'people.name_missing').max(200, 'people.name_too_long'),
  function: z.string().trim().max(200, 'people.function_too_long').default(''),
  email: z.string().trim().toLowerCase().max(200, 'people.email_wrong').pipe(z.email('people.email_wrong')),
});

/**
 * What was written, once it is sure that a letter may go to that address. It says and counts the same whether or not anyone
 * has an account with it. Throws `InvalidInput`, the refusals of a name, `account.wait_sign_up` or `account.wait_address`.
 */
export async function askedToSignUp(forum: Forum, given: Partial<SignUp>, address: string): Promise<SignUp> {
  const written = writtenToSignUp.safeParse({ name: '', email: '', ...given });
  if (!written.success)
    throw new InvalidInput(Object.fromEntries(written.error.issues.map(({ path, message }) => [path.join('.'), message]))); // prettier-ignore
  await nameToSignUp(forum.db, written.data);
  await mayBeSent(forum, 'signUp', { email: written.data.email, address });
  return written.data;
}

/** The checks of a guest's name; and there is a letter in what is to be read as a name. */
export async function nameToSignUp(tx: Kysely<DB>, { name, function: office }: Omit<SignUp, 'email'>): Promise<void> {
  for (const text of [name, office]) refuseIf(text ? nameRefusal(text) : null);
  await namesakeOf(tx, name);
}
