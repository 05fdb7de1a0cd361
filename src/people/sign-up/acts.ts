import { sql } from 'kysely';
import { z } from 'zod';
import { passwordToKeep } from '#people/accounts/before-password.ts';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { nameToSignUp, writtenToSignUp } from './before-acting.ts';

export const signUp = act({
  name: 'account.sign_up',
  does: 'Opens an account for whoever holds the link from the letter: a person who speaks for nobody yet.',
  input: writtenToSignUp.extend({
    /** Empty where they sign in by link or passkey. */
    password: z
      .union([z.literal(''), z.string().min(12, 'people.password_short').max(128, 'people.password_long')])
      .default(''),
  }),
  async run({ tx, actor, rows, record, newId }, input) {
    refuseIf(actor.program ? null : 'account.sign_up_needs_link');
    const { email, name } = input;
    // Whoever presses twice waits here, and finds the account.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-up ${email}`}, 0))`.execute(tx);
    const taken = await tx.selectFrom('login').select('id').where('email', '=', email).executeTakeFirst();
    refuseIf(taken ? 'account.sign_up_over' : null);
    await nameToSignUp(tx, input);
    if (input.password) await passwordToKeep(tx, input.password, input);
    const person = newId();
    await rows.insert('person', { id: person, name, function: input.function || null });
    const login = newId();
    await rows.insert('login', { id: login, person_id: person, name, email, email_verified: true });
    if (input.password) {
      const { hashPassword } = await import('better-auth/crypto');
      const method = { id: newId(), user_id: login, account_id: login, provider_id: 'credential' };
      await rows.insert('login_method', { ...method, password: await hashPassword(input.password) });
    }
    record('account.signed_up', person, { audience: 'desk' });
    return { person };
  },
});
