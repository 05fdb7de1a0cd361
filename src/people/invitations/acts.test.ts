import { describe, expect } from 'vitest';
import type { z } from 'zod';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { acceptInvitation, invitePerson, withdrawInvitation } from './acts.ts';

const password = 'a sentence to keep';
type Asked = Partial<z.input<typeof invitePerson.input>>;

async function invite(forum: Forum, change: Asked = {}) {
  const small = await smallForum(forum);
  const asked = { edition: small.edition, email: 'Second@Chair.example', name: 'Paulo Reis', kind: 'chairs_office', ...change } as const; // prettier-ignore
  const { id: invitation } = await perform(forum, small.chair, invitePerson, asked);
  return { ...small, asked, invitation };
}

const lineKinds = async (forum: Forum) =>
  (await forum.db.selectFrom('record_line').select(['kind', 'audience']).orderBy('sequence', 'desc').execute()).map(
    ({ kind, audience }) => `${kind} ${audience}`,
  );

describe('invitePerson', () => {
  forumTest('lets two people share the Chair’s office, each with a password of their own', async ({ forum }) => {
    const { chair, invitation } = await invite(forum);
    expect((await lineKinds(forum))[0]).toBe('account.invited desk');
    const accepted = await perform(forum, program, acceptInvitation, { invitation, password });
    expect(accepted).toEqual({ email: 'second@chair.example', isNew: true });
    expect((await lineKinds(forum)).slice(0, 4)).toEqual([
      'invitation.accepted desk',
      'role.assigned public',
      'account.opened desk',
      'person.admitted desk',
    ]);
    const { person_id } = await forum.db.selectFrom('invitation').select('person_id').executeTakeFirstOrThrow();
    expect((await viewerOf(forum.db, person_id)).roles).toMatchObject([{ kind: 'chairs_office' }]);
    expect((await viewerOf(forum.db, chair.personId)).roles).toMatchObject([{ kind: 'chairs_office' }]);
  });

  forumTest('is refused to a delegate, for nothing, and while another is out', async ({ forum }) => {
    const { chair, delegate, asked } = await invite(forum);
    const again = perform(forum, chair, invitePerson, asked);
    await expect(again).rejects.toMatchObject({ code: 'invitation.is_out', values: { name: 'Paulo Reis' } });
    const other = { ...asked, email: 'other@chair.example' };
    await expect(perform(forum, delegate, invitePerson, other)).rejects.toMatchObject({ code: 'act.not_yours' });
    const nothing = perform(forum, chair, invitePerson, { ...other, kind: null });
    await expect(nothing).rejects.toMatchObject({ fields: { '': 'invitation.to_nothing' } });
    const wrong = perform(forum, chair, invitePerson, { ...other, email: 'nobody' });
    await expect(wrong).rejects.toMatchObject({ fields: { email: 'people.email_wrong' } });
    const unseen = perform(forum, chair, invitePerson, { ...other, name: 'Paulo\u200b Reis' });
    await expect(unseen).rejects.toMatchObject({ code: 'people.name_unseen' });
  });

  forumTest('a support unit invites to every office but the Chair’s', async ({ forum }) => {
    const { edition, asked } = await invite(forum);
    const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Jonas Keller' });
    await perform(forum, program, assignRole, { edition, kind: 'support_unit', person });
    const support = await viewerOf(forum.db, person);
    const other = { ...asked, email: 'other@chair.example' };
    await expect(perform(forum, support, invitePerson, other)).rejects.toMatchObject({ code: 'act.not_yours', values: { office: 'chairs_office' } }); // prettier-ignore
    expect(await perform(forum, support, invitePerson, { ...other, kind: 'note_taker' })).toHaveProperty('id');
  });
});

describe('withdrawInvitation', () => {
  forumTest('closes the link, once, and not for a delegate', async ({ forum }) => {
    const { chair, delegate, invitation } = await invite(forum);
    await expect(perform(forum, delegate, withdrawInvitation, { invitation })).rejects.toMatchObject({ code: 'act.not_yours' }); // prettier-ignore
    await perform(forum, chair, withdrawInvitation, { invitation });
    expect((await lineKinds(forum))[0]).toBe('invitation.withdrawn desk');
    const late = perform(forum, program, acceptInvitation, { invitation, password });
    await expect(late).rejects.toMatchObject({ code: 'invitation.is_withdrawn' });
    await expect(perform(forum, chair, withdrawInvitation, { invitation })).rejects.toMatchObject({ code: 'invitation.is_withdrawn' }); // prettier-ignore
  });
});

describe('acceptInvitation', () => {
  forumTest('verifies a credential on behalf of whoever invited', async ({ forum }) => {
    const kenya = await smallForum(forum);
    const asked = { edition: kenya.edition, email: 'd@kenya.example', name: 'Diego Paz', delegation: kenya.kenya, capacity: 'deputy' } as const; // prettier-ignore
    const { id: invitation } = await perform(forum, kenya.chair, invitePerson, asked);
    await perform(forum, program, acceptInvitation, { invitation, password });
    const { person_id } = await forum.db.selectFrom('invitation').select('person_id').executeTakeFirstOrThrow();
    const held = forum.db.selectFrom('credential').selectAll().where('person_id', '=', person_id).executeTakeFirst();
    expect(await held).toMatchObject({ capacity: 'deputy', verified_by: kenya.chair.personId, verified_how: 'by invitation' }); // prettier-ignore
  });

  forumTest('gives the office to the account there is, and makes no second one', async ({ forum }) => {
    const { chair, edition, asked, invitation } = await invite(forum);
    await perform(forum, program, acceptInvitation, { invitation, password });
    const { id: second } = await perform(forum, chair, invitePerson, { ...asked, kind: 'rapporteur' });
    expect(await perform(forum, program, acceptInvitation, { invitation: second })).toMatchObject({ isNew: false });
    const people = await forum.db.selectFrom('person').select('id').where('name', '=', 'Paulo Reis').execute();
    expect(people).toHaveLength(1);
    expect((await viewerOf(forum.db, people[0]!.id)).roles.map(({ kind }) => kind).sort()).toEqual(['chairs_office', 'rapporteur']); // prettier-ignore
    expect(edition).toBe(asked.edition);
  });

  forumTest('is refused twice, too late, with a short password, and without the link', async ({ forum }) => {
    const { chair, invitation } = await invite(forum);
    const accept = (as = program, at = forum, typed = password) =>
      perform(at, as, acceptInvitation, { invitation, password: typed });
    await expect(accept(chair)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(accept(program, forum, 'short')).rejects.toMatchObject({ fields: { password: 'people.password_short' } }); // prettier-ignore
    const late = { ...forum, now: () => new Date('2026-06-16T12:00:00Z') };
    await expect(accept(program, late)).rejects.toMatchObject({ code: 'invitation.is_expired' });
    await accept();
    await expect(accept()).rejects.toMatchObject({ code: 'invitation.is_accepted', values: { name: 'Paulo Reis' } });
  });
});
