import { describe, expect } from 'vitest';
import { openAccount } from '#people/acts.ts';
import { describePerson } from '#people/accounts/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { viewerOf } from '#people/access.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { signUp } from './acts.ts';

const ada = { name: ' Ada Kimani ', function: 'nurse', email: 'Ada@Example.org' };
const password = 'a sentence to keep';

const lastLine = ({ db }: Forum) =>
  db
    .selectFrom('record_line as line')
    .innerJoin('record_payload as payload', 'payload.sequence', 'line.sequence')
    .select(['kind', 'subject_id', 'audience', 'payload'])
    .orderBy('line.sequence', 'desc')
    .executeTakeFirstOrThrow();

describe('signUp', () => {
  forumTest('opens an account of a person who speaks for nobody, and tells the desk', async ({ forum }) => {
    const { person } = await perform(forum, program, signUp, { ...ada, password });
    const who = await forum.db.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirst();
    expect(who).toMatchObject({ name: 'Ada Kimani', title: null, function: 'nurse' });
    const login = await forum.db.selectFrom('login').selectAll().executeTakeFirst();
    expect(login).toMatchObject({ person_id: person, email: 'ada@example.org', email_verified: true, demo: false });
    expect(await forum.db.selectFrom('credential').selectAll().execute()).toEqual([]);
    const method = await forum.db.selectFrom('login_method').selectAll().executeTakeFirstOrThrow();
    expect(method.password).not.toContain(password);
    const line = await lastLine(forum);
    expect(line).toMatchObject({ kind: 'account.signed_up', subject_id: person, audience: 'desk' });
    expect(line.payload).not.toContain(method.password);
  });

  forumTest('needs no password', async ({ forum }) => {
    await perform(forum, program, signUp, { ...ada, function: '' });
    expect(await forum.db.selectFrom('login_method').selectAll().execute()).toEqual([]);
    expect(await forum.db.selectFrom('person').select('function').execute()).toEqual([{ function: null }]);
  });

  forumTest('is refused without the link, and where there is an account with the address', async ({ forum }) => {
    const { delegate, chair, edition } = await smallForum(forum);
    for (const viewer of [visitor, delegate, chair])
      await expect(perform(forum, viewer, signUp, ada)).rejects.toMatchObject({ code: 'account.sign_up_needs_link' });
    const account = { edition, person: delegate.personId!, email: 'ada@example.org', password };
    await perform(forum, program, openAccount, account);
    await expect(perform(forum, program, signUp, ada)).rejects.toMatchObject({ code: 'account.sign_up_over' });
  });

  forumTest(
    'is refused without a name, under one that imitates, and with what is too short or long',
    async ({ forum }) => {
      await smallForum(forum);
      const people = () => forum.db.selectFrom('person').select('id').execute();
      const before = (await people()).length;
      const as = (change: object) => perform(forum, program, signUp, { ...ada, ...change });
      await expect(as({ name: ' ' })).rejects.toMatchObject({ fields: { name: 'people.name_missing' } });
      await expect(as({ name: 'x'.repeat(201) })).rejects.toMatchObject({ fields: { name: 'people.name_too_long' } });
      await expect(as({ name: 'Grace\u200b Nakato' })).rejects.toMatchObject({ code: 'people.name_unseen' });
      await expect(as({ name: '...' })).rejects.toMatchObject({ code: 'people.name_unseen' });
      await expect(as({ function: 'min\u202eretsi' })).rejects.toMatchObject({ code: 'people.name_unseen' });
      await expect(as({ name: 'Grасе Nakato' })).rejects.toMatchObject({ code: 'people.name_mixed' });
      await expect(as({ name: 'Grace Nakat0' })).rejects.toMatchObject({ code: 'people.name_imitates' });
      await expect(as({ name: 'K E N Y A' })).rejects.toMatchObject({ code: 'people.name_of_delegation' });
      await expect(as({ function: 'x'.repeat(201) })).rejects.toMatchObject({ fields: { function: 'people.function_too_long' } }); // prettier-ignore
      await expect(as({ email: 'ada@lakeside' })).rejects.toMatchObject({ fields: { email: 'people.email_wrong' } });
      await expect(as({ password: 'LakeForum2026!' })).rejects.toMatchObject({ code: 'people.password_guessable' });
      await expect(as({ password: 'short' })).rejects.toMatchObject({ fields: { password: 'people.password_short' } });
      await expect(as({ password: 'x'.repeat(129) })).rejects.toMatchObject({ fields: { password: 'people.password_long' } }); // prettier-ignore
      expect(await people()).toHaveLength(before);
    },
  );

  forumTest(
    'under a name somebody bears already, says so beside what is said, and cannot turn into another’s',
    async ({ forum }) => {
      const { roundtable } = await smallForum(forum);
      const { person } = await perform(forum, program, signUp, { ...ada, name: 'Grace Nakato' });
      const viewer = await viewerOf(forum.db, person);
      await perform(forum, viewer, submitComment, { roundtable, body: 'We opened a desk at night.' });
      const speaker = await forum.db
        .selectFrom('statement_speaker')
        .select(['person_id', 'likeness'])
        .executeTakeFirst();
      expect(speaker).toEqual({ person_id: person, likeness: 'Grace Nakato' });
      await perform(forum, viewer, describePerson, { person, name: 'Ada Kimani' });
      const rename = (name: string) => perform(forum, viewer, describePerson, { person, name });
      await rename('Áda Kimani');
      await expect(rename('Kenya')).rejects.toMatchObject({ code: 'people.name_of_delegation' });
      await expect(rename('Wanjiru Kamáu')).rejects.toMatchObject({ code: 'people.name_imitates' });
    },
  );
});
