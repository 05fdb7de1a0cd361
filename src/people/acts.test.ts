import { describe, expect } from 'vitest';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { viewerOf } from './access.ts';
import { admitPerson, assignRole, openAccount, registerDelegation } from './acts.ts';

describe('registerDelegation', () => {
  forumTest('puts a group on the register with its other names and its members', async ({ forum }) => {
    const { kenya } = await smallForum(forum);
    const group = {
      slug: 'eac',
      shortName: 'East African Community',
      kind: 'group',
      aliases: ['EAC'],
      members: [kenya],
    } as const;
    const { id } = await perform(forum, program, registerDelegation, {
      ...group,
      aliases: [...group.aliases],
      members: [kenya],
    });
    expect(await forum.db.selectFrom('delegation_alias').select('alias').where('delegation_id', '=', id).execute()).toEqual([{ alias: 'EAC' }]); // prettier-ignore
    expect(await forum.db.selectFrom('membership').select('member_id').where('group_id', '=', id).execute()).toEqual([{ member_id: kenya }]); // prettier-ignore
  });

  forumTest('is refused under a name that is taken, and to a visitor', async ({ forum }) => {
    await smallForum(forum);
    const again = { slug: 'kenya-2', shortName: 'Kenya', kind: 'state' } as const;
    const refusal = { code: 'delegation.registered_already', values: { name: 'Kenya' } };
    await expect(perform(forum, program, registerDelegation, again)).rejects.toMatchObject(refusal);
    await expect(perform(forum, visitor, registerDelegation, again)).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

describe('admitPerson', () => {
  forumTest('verifies whom a person speaks for, and by whom that was verified', async ({ forum }) => {
    const { edition, kenya, chair } = await smallForum(forum);
    const { id } = await perform(forum, chair, admitPerson, {
      edition,
      name: 'Diego Paz',
      delegation: kenya,
      capacity: 'head',
    });
    const credential = await forum.db
      .selectFrom('credential')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirst();
    expect(credential).toMatchObject({ delegation_id: kenya, capacity: 'head', verified_by: chair.personId });
    expect((await viewerOf(forum.db, id)).delegationIds).toEqual([kenya]);
  });

  forumTest('is refused to a delegate, in a sentence that names the office', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    const admitting = perform(forum, delegate, admitPerson, { edition, name: 'A Friend' });
    await expect(admitting).rejects.toMatchObject({ code: 'act.not_yours', values: { office: 'chairs_office' } });
  });
});

describe('assignRole', () => {
  forumTest('on a cluster reaches its roundtables', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    const cluster = await perform(forum, program, createRoundtable, {
      edition,
      number: '3',
      title: 'Protection on the way',
    });
    const child = await perform(forum, program, createRoundtable, {
      edition,
      parent: cluster.id,
      number: '3.1',
      title: 'Health',
    });
    const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Teresa Villalba' });
    await perform(forum, program, assignRole, { edition, roundtable: cluster.id, kind: 'general_rapporteur', person });
    const { roles } = await viewerOf(forum.db, person);
    expect(roles.map((role) => role.roundtableId).sort()).toEqual([cluster.id, child.id].sort());
  });

  forumTest('is refused without anyone to hold it, and to a delegate', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    const role = { edition, kind: 'rapporteur' } as const;
    await expect(perform(forum, program, assignRole, role)).rejects.toMatchObject({ fields: { '': 'role.nobody' } });
    const nobody = perform(forum, program, assignRole, { ...role, person: edition });
    await expect(nobody).rejects.toMatchObject({ name: 'NotFound' });
    const grasping = perform(forum, delegate, assignRole, { ...role, person: delegate.personId });
    await expect(grasping).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

describe('a role', () => {
  forumTest('is not given twice to the same person', async ({ forum }) => {
    const { edition, delegate, chair, roundtable } = await smallForum(forum);
    const rapporteur = { edition, roundtable, kind: 'rapporteur', person: delegate.personId } as const;
    await perform(forum, chair, assignRole, rapporteur);
    await expect(perform(forum, chair, assignRole, rapporteur)).rejects.toMatchObject({ code: 'role.held_already' });
  });
});

describe('openAccount', () => {
  const account = { email: 'Grace@Example.org', password: 'a sentence to keep' };

  forumTest('keeps the password out of the record', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    await perform(forum, program, openAccount, { edition, person: chair.personId!, ...account });
    const payloads = await forum.db.selectFrom('record_payload').select('payload').execute();
    const told = payloads.map(({ payload }) => payload).join();
    expect(told).toContain('login_method');
    const { password } = await forum.db.selectFrom('login_method').select('password').executeTakeFirstOrThrow();
    expect(told).not.toContain(password);
    expect(told).not.toContain(account.password);
  });

  forumTest('is refused for an address that is taken, and for a short password', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    const open = (change: object) =>
      perform(forum, program, openAccount, { edition, person: chair.personId!, ...account, ...change });
    await open({});
    await expect(open({ email: 'grace@example.org' })).rejects.toMatchObject({ code: 'account.email_taken' });
    await expect(open({ email: 'other@example.org', password: 'LakeForum2026!' })).rejects.toMatchObject({
      code: 'people.password_guessable',
    });
    await expect(open({ password: 'short' })).rejects.toMatchObject({ fields: { password: 'people.password_short' } });
  });
});
