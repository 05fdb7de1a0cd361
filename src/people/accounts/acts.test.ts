import { describe, expect } from 'vitest';
import { openAccount } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { addPasskey, describePerson, endSessions, linkMinistry, removePasskey, setPassword } from './acts.ts';
import { passwordMark } from './password-mark.ts';

const sentence = 'a sentence to keep';
const another = 'another sentence to keep';

async function withAccount(forum: Forum, demo = false) {
  const small = await smallForum(forum);
  const person = small.delegate.personId!;
  const account = { edition: small.edition, person, email: 'wanjiru@kenya.example', password: sentence, demo };
  const { id: login } = await perform(forum, program, openAccount, account);
  return { ...small, person, login };
}

async function session(forum: Forum, login: string): Promise<void> {
  const id = forum.newId();
  const expires_at = new Date('2030-01-01');
  await forum.db.insertInto('login_session').values({ id, user_id: login, token: id, expires_at }).execute();
}

const passwordOf = async (forum: Forum, login: string) =>
  (
    await forum.db
      .selectFrom('login_method')
      .select('password')
      .where('user_id', '=', login)
      .where('provider_id', '=', 'credential')
      .executeTakeFirst()
  )?.password;

const sessions = async (forum: Forum) => (await forum.db.selectFrom('login_session').select('id').execute()).length;

const lastLine = (forum: Forum) =>
  forum.db
    .selectFrom('record_line as line')
    .innerJoin('record_payload as payload', 'payload.sequence', 'line.sequence')
    .select(['kind', 'subject_id', 'audience', 'payload'])
    .orderBy('line.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();

describe('describePerson', () => {
  forumTest('changes how a person is called from now on, at their own hand', async ({ forum }) => {
    const { delegate, person } = await withAccount(forum);
    await perform(forum, delegate, describePerson, { person, name: 'Wanjiru W. Kamau', title: 'Dr', function: ' ' });
    const now = await forum.db.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirst();
    expect(now).toMatchObject({ name: 'Wanjiru W. Kamau', title: 'Dr', function: null });
    expect(await forum.db.selectFrom('login').select('name').executeTakeFirst()).toEqual({ name: 'Wanjiru W. Kamau' });
    expect(await lastLine(forum)).toMatchObject({ kind: 'person.described', subject_id: person });
  });

  forumTest('is refused under a name that imitates, and is not there for anyone else', async ({ forum }) => {
    const { delegate, chair, person } = await withAccount(forum);
    for (const name of ['Grace\u200bNakato', '\u202eotakaN ecarG', '...'])
      await expect(perform(forum, delegate, describePerson, { person, name })).rejects.toMatchObject({ code: 'people.name_unseen' }); // prettier-ignore
    const elsewhere = perform(forum, chair, describePerson, { person, name: 'Somebody' });
    await expect(elsewhere).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('setPassword', () => {
  forumTest('replaces the password, ends every session, and tells the record neither', async ({ forum }) => {
    const { delegate, login, person } = await withAccount(forum);
    await session(forum, login);
    const before = await passwordOf(forum, login);
    await perform(forum, delegate, setPassword, { login, password: another, replaces: passwordMark(before) });
    const after = await passwordOf(forum, login);
    expect(after).not.toBe(before);
    expect(await sessions(forum)).toBe(0);
    const line = await lastLine(forum);
    expect(line).toMatchObject({ kind: 'account.password_set', subject_id: person, audience: 'author' });
    expect(line!.payload).not.toContain(after!);
  });

  forumTest('gives one to an account that has none', async ({ forum }) => {
    const { login } = await withAccount(forum);
    await forum.db.deleteFrom('login_method').execute();
    await perform(forum, program, setPassword, { login, password: another, replaces: passwordMark(null) });
    expect(await passwordOf(forum, login)).toContain(':');
  });

  forumTest('is refused when it was changed meanwhile, when short, and for the demo’s cast', async ({ forum }) => {
    const { delegate, chair, login } = await withAccount(forum);
    const set = (change: object, as = delegate) =>
      perform(forum, as, setPassword, { login, password: another, replaces: passwordMark('x'), ...change });
    await expect(set({})).rejects.toMatchObject({ code: 'account.password_changed_meanwhile' });
    await expect(set({ password: 'LakeForum2026!' })).rejects.toMatchObject({ code: 'people.password_guessable' });
    await expect(set({ password: 'short' })).rejects.toMatchObject({ fields: { password: 'people.password_short' } });
    await expect(set({}, chair)).rejects.toMatchObject({ name: 'NotFound' });
    await forum.db.updateTable('login').set({ demo: true }).execute();
    await expect(set({})).rejects.toMatchObject({ code: 'account.demo_password_stays' });
  });
});

describe('endSessions', () => {
  forumTest('signs a person out everywhere, for themselves and for the office', async ({ forum }) => {
    const { delegate, chair, person, login } = await withAccount(forum);
    for (const viewer of [delegate, chair]) {
      await session(forum, login);
      await session(forum, login);
      await perform(forum, viewer, endSessions, { person });
      expect(await sessions(forum)).toBe(0);
    }
    expect(await lastLine(forum)).toMatchObject({ kind: 'account.sessions_ended', subject_id: person });
  });

  forumTest('is not there for a visitor, nor for another delegate', async ({ forum }) => {
    const { delegate, chair, person } = await withAccount(forum);
    const absent = { name: 'NotFound' };
    await expect(perform(forum, visitor, endSessions, { person })).rejects.toMatchObject(absent);
    await expect(perform(forum, delegate, endSessions, { person: chair.personId! })).rejects.toMatchObject(absent);
  });
});

describe('a passkey', () => {
  const passkey = { public_key: 'key', credential_id: 'c1', counter: 0, device_type: 'multiDevice', backed_up: true };

  forumTest('is named and removed by its owner, and by nobody else', async ({ forum }) => {
    const { delegate, chair, person, login } = await withAccount(forum);
    await forum.db
      .insertInto('login_passkey')
      .values({ id: 'p1', user_id: login, ...passkey })
      .execute();
    const add = { passkey: 'p1', name: 'My telephone' };
    await expect(perform(forum, chair, addPasskey, add)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(perform(forum, delegate, addPasskey, { ...add, name: ' ' })).rejects.toMatchObject({ fields: { name: 'passkey.name_missing' } }); // prettier-ignore
    await perform(forum, delegate, addPasskey, add);
    expect(await lastLine(forum)).toMatchObject({ kind: 'passkey.added', subject_id: person });
    await expect(perform(forum, chair, removePasskey, { passkey: 'p1' })).rejects.toMatchObject({ name: 'NotFound' });
    await perform(forum, delegate, removePasskey, { passkey: 'p1' });
    expect(await lastLine(forum)).toMatchObject({ kind: 'passkey.removed', subject_id: person });
    expect(await forum.db.selectFrom('login_passkey').selectAll().execute()).toEqual([]);
  });
});

describe('linkMinistry', () => {
  forumTest('keeps nothing of what the ministry sent but who it is about', async ({ forum }) => {
    const { login, person } = await withAccount(forum);
    const method = { id: 'm1', user_id: login, account_id: 'sub-7', provider_id: 'ministry', access_token: 'secret' };
    await expect(perform(forum, program, linkMinistry, { login })).rejects.toMatchObject({ name: 'NotFound' });
    await forum.db.insertInto('login_method').values(method).execute();
    await perform(forum, program, linkMinistry, { login });
    const kept = forum.db.selectFrom('login_method').select('access_token').where('id', '=', 'm1').executeTakeFirst();
    expect(await kept).toEqual({ access_token: null });
    const line = await lastLine(forum);
    expect(line).toMatchObject({ kind: 'account.ministry_linked', subject_id: person });
    expect(line!.payload).toContain('sub-7');
  });
});
