import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type RoleKind } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { handOverRole, withdrawRole } from './acts.ts';

async function admit(forum: Forum, edition: string, name: string, kind: RoleKind | null) {
  const { id: person } = await perform(forum, program, admitPerson, { edition, name });
  const role = kind ? (await perform(forum, program, assignRole, { edition, kind, person })).id : '';
  return { person, role, viewer: await viewerOf(forum.db, person) };
}

const chairsRole = async (forum: Forum) =>
  (await forum.db.selectFrom('role').select('id').where('kind', '=', 'chairs_office').executeTakeFirstOrThrow()).id;

const lastKind = async (forum: Forum) =>
  (await forum.db.selectFrom('record_line').select('kind').orderBy('sequence', 'desc').executeTakeFirst())?.kind;

describe('withdrawRole', () => {
  forumTest('takes an office back, and what it let somebody do', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    const { person, role } = await admit(forum, edition, 'Jonas Keller', 'support_unit');
    await perform(forum, chair, withdrawRole, { role });
    expect((await viewerOf(forum.db, person)).roles).toEqual([]);
    expect(await lastKind(forum)).toBe('role.withdrawn');
  });

  forumTest('leaves somebody in the Chair’s office, and lets nobody else take it', async ({ forum }) => {
    const { edition, chair, delegate } = await smallForum(forum);
    const role = await chairsRole(forum);
    const last = perform(forum, chair, withdrawRole, { role });
    await expect(last).rejects.toMatchObject({ code: 'role.last_chairs_office' });
    const { viewer: support } = await admit(forum, edition, 'Jonas Keller', 'support_unit');
    await admit(forum, edition, 'A Second', 'chairs_office');
    for (const viewer of [support, delegate])
      await expect(perform(forum, viewer, withdrawRole, { role })).rejects.toMatchObject({ code: 'act.not_yours', values: { office: 'chairs_office' } }); // prettier-ignore
    await perform(forum, chair, withdrawRole, { role });
    expect((await viewerOf(forum.db, chair.personId)).roles).toEqual([]);
  });

  forumTest('a support unit cannot make itself the Chair’s office', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    const { viewer, person } = await admit(forum, edition, 'Jonas Keller', 'support_unit');
    const grasping = perform(forum, viewer, assignRole, { edition, kind: 'chairs_office', person });
    await expect(grasping).rejects.toMatchObject({ code: 'act.not_yours', values: { office: 'chairs_office' } });
  });
});

describe('handOverRole', () => {
  forumTest('passes an office from one to another at one moment', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    const { person } = await admit(forum, edition, 'A Successor', null);
    await perform(forum, chair, handOverRole, { role: await chairsRole(forum), person });
    expect((await viewerOf(forum.db, person)).roles).toMatchObject([{ kind: 'chairs_office' }]);
    expect((await viewerOf(forum.db, chair.personId)).roles).toEqual([]);
    expect(await lastKind(forum)).toBe('role.handed_over');
  });

  forumTest('is refused to somebody who holds it, and to whoever is no office', async ({ forum }) => {
    const { chair, delegate } = await smallForum(forum);
    const role = await chairsRole(forum);
    const again = perform(forum, chair, handOverRole, { role, person: chair.personId! });
    await expect(again).rejects.toMatchObject({ code: 'role.held_already', values: { name: 'Grace Nakato' } });
    const grasping = perform(forum, delegate, handOverRole, { role, person: delegate.personId! });
    await expect(grasping).rejects.toMatchObject({ code: 'act.not_yours' });
    const nobody = perform(forum, chair, handOverRole, { role, person: forum.newId() });
    await expect(nobody).rejects.toMatchObject({ name: 'NotFound' });
  });
});
