import { z } from 'zod';
import { namesakeOf } from '#people/names/before-acting.ts';
import { act, type Context } from '#record/act.ts';
import { found, NotFound, refuseIf } from '#record/refusals.ts';
import { passwordToKeep } from './before-password.ts';
import { managesRefusal } from './managing.ts';
import { passwordMark } from './password-mark.ts';
import { nameRefusal, passwordRefusal } from './rules.ts';
import { endSessionsOf } from './sessions.ts';

const name = z.string().trim().min(1, 'people.name_missing').max(200, 'people.name_too_long');

export const describePerson = act({
  name: 'person.describe',
  does: 'Changes a person’s name, title and function, for what they say from now on; done by themselves.',
  input: z.object({
    person: z.uuid(),
    name,
    title: z.string().trim().max(100, 'people.title_too_long').nullable().default(null),
    function: z.string().trim().max(200, 'people.function_too_long').nullable().default(null),
  }),
  async run({ tx, actor, rows, record }, input) {
    if (!actor.program && actor.personId !== input.person) throw new NotFound('person');
    for (const text of [input.name, input.title, input.function]) refuseIf(text ? nameRefusal(text) : null);
    if (!actor.program) await namesakeOf(tx, input.name, input.person);
    const { name, title, function: office } = input;
    const before = found(
      await tx.selectFrom('person').select('version').where('id', '=', input.person).forUpdate().executeTakeFirst(),
      'person',
    );
    const described = { name, title: title || null, function: office || null, version: before.version + 1 };
    await rows.update('person', { id: input.person }, described);
    await rows.update('login', { person_id: input.person }, { name });
    record('person.described', input.person, { audience: 'desk' });
  },
});

export const setPassword = act({
  name: 'account.set_password',
  does: 'Gives an account a new password, in place of the one it has; every session of it ends.',
  input: z.object({
    login: z.string().max(64),
    password: z.string().min(12, 'people.password_short').max(128, 'people.password_long'),
    /** The mark of the password it replaces: somebody else’s change in between is not overwritten. */
    replaces: z.string().max(64),
  }),
  async run({ tx, actor, rows, record, newId, now }, input) {
    const login = await ownLogin({ tx, actor }, input.login);
    refuseIf(passwordRefusal(login));
    await passwordToKeep(tx, input.password, login);
    const key = { user_id: login.id, provider_id: 'credential' };
    const method = await tx
      .selectFrom('login_method')
      .select(['id', 'password'])
      .where((eb) => eb.and(key))
      .forUpdate()
      .executeTakeFirst();
    refuseIf(input.replaces === passwordMark(method?.password) ? null : 'account.password_changed_meanwhile');
    const { hashPassword } = await import('better-auth/crypto');
    const password = await hashPassword(input.password);
    if (method) await rows.update('login_method', { id: method.id }, { password, updated_at: now });
    else await rows.insert('login_method', { id: newId(), account_id: login.id, ...key, password });
    await endSessionsOf(tx, login.id);
    record('account.password_set', login.person_id!, { audience: 'author' });
  },
});

export const endSessions = act({
  name: 'account.end_sessions',
  does: 'Signs a person out on every device they are signed in on; done by themselves or an office of the forum.',
  input: z.object({ person: z.uuid() }),
  async run({ tx, actor, record }, input) {
    await managesRefusal(tx, actor, input.person);
    const login = await tx.selectFrom('login').select('id').where('person_id', '=', input.person).execute();
    found(login[0], 'account');
    for (const { id } of login) await endSessionsOf(tx, id);
    record('account.sessions_ended', input.person, { audience: 'author' });
  },
});

export const addPasskey = act({
  name: 'passkey.add',
  does: 'Names a passkey its owner’s device has just made, and enters it in the record.',
  input: z.object({ passkey: z.string().max(64), name: z.string().trim().min(1, 'passkey.name_missing').max(60) }),
  async run({ tx, actor, rows, record }, input) {
    const { person_id } = await ownPasskey({ tx, actor }, input.passkey);
    await rows.update('login_passkey', { id: input.passkey }, { name: input.name });
    record('passkey.added', person_id!, { audience: 'author' });
  },
});

export const removePasskey = act({
  name: 'passkey.remove',
  does: 'Removes a passkey: the device that holds it no longer signs in.',
  input: z.object({ passkey: z.string().max(64) }),
  async run({ tx, actor, rows, record }, input) {
    const { person_id } = await ownPasskey({ tx, actor }, input.passkey);
    await rows.remove('login_passkey', { id: input.passkey });
    record('passkey.removed', person_id!, { audience: 'author' });
  },
});

export const linkMinistry = act({
  name: 'account.link_ministry',
  does: 'Enters in the record that an account can be signed in to through the ministry’s own sign-in.',
  input: z.object({ login: z.string().max(64) }),
  async run({ tx, actor, rows, record }, input) {
    const login = await ownLogin({ tx, actor }, input.login);
    // What the ministry let us see of itself is not ours to keep: who it is about is enough to know them again.
    const none = { access_token: null, refresh_token: null, id_token: null };
    const linked = await rows.update('login_method', { user_id: login.id, provider_id: 'ministry' }, none);
    found(linked[0], 'sign-in method');
    record('account.ministry_linked', login.person_id!, { audience: 'author' });
  },
});

async function ownLogin({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string) {
  const login = await tx.selectFrom('login').selectAll().where('id', '=', id).executeTakeFirst();
  const own = login && (actor.program || login.person_id === actor.personId);
  return found(own ? login : null, 'account');
}

async function ownPasskey({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string) {
  const passkey = await tx.selectFrom('login_passkey').select('user_id').where('id', '=', id).executeTakeFirst();
  return ownLogin({ tx, actor }, found(passkey, 'passkey').user_id);
}
