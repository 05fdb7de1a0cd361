import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, registerDelegation } from '#people/acts.ts';
import { delegationCalled } from '#people/queries.ts';
import { openEdition } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { correctDelegation, correctPerson } from './acts.ts';

const register = async (forum: Forum, slug: string, shortName: string, more: object = {}) =>
  (await perform(forum, program, registerDelegation, { slug, shortName, kind: 'state', ...more })).id;

const entry = { basedOn: 1, shortName: 'Republic of Kenya', formalName: 'The Republic of Kenya', kind: 'state', code: 'KEN', region: 'Africa', aliases: ['Kenia'], groups: [] } as const; // prettier-ignore

describe('correctDelegation', () => {
  forumTest('keeps the name it had as another name, and its groups with their days', async ({ forum }) => {
    const { edition, kenya, chair } = await smallForum(forum);
    const eac = await register(forum, 'eac', 'East African Community', { kind: 'group' });
    const groups = [{ group: eac, since: '2000-07-07', until: null }];
    await perform(forum, chair, correctDelegation, {
      edition,
      delegation: kenya,
      ...entry,
      aliases: ['Kenia'],
      groups,
    });
    expect(await delegationCalled(forum.db, 'kenya')).toMatchObject({
      short_name: 'Republic of Kenya',
      version: 2,
      aliases: [{ alias: 'Kenia' }, { alias: 'Kenya' }],
      groups: [{ slug: 'eac' }],
    });
    const line = await forum.db.selectFrom('record_line').select(['kind', 'subject_id']).orderBy('sequence', 'desc').executeTakeFirst(); // prettier-ignore
    expect(line).toEqual({ kind: 'delegation.corrected', subject_id: kenya });
  });

  forumTest('is refused on an older state, under another’s name, in itself, and to others', async ({ forum }) => {
    const { edition, kenya, chair, delegate } = await smallForum(forum);
    const eac = await register(forum, 'eac', 'East African Community', { kind: 'group', aliases: ['EAC'] });
    const correct = (change: object, who = chair) =>
      perform(forum, who, correctDelegation, {
        edition,
        delegation: kenya,
        ...entry,
        aliases: [],
        groups: [],
        ...change,
      });
    const group = (group: string, until: string | null = null) => ({ group, since: '2001-01-01', until });
    await expect(correct({ basedOn: 2 })).rejects.toMatchObject({ code: 'register.changed_meanwhile' });
    const imitated = { code: 'delegation.name_imitates', values: { name: 'East African Community' } };
    for (const alike of ['ЕАС', 'East African Cornmunity', 'Eаst Africаn Community'.replace(/а/g, 'á')])
      await expect(correct({ shortName: alike })).rejects.toMatchObject(imitated);
    const another = { edition, slug: 'another', shortName: 'Кеnуа'.replace(/n/g, 'п'), kind: 'state' } as const;
    await expect(perform(forum, chair, registerDelegation, another)).rejects.toMatchObject({ code: 'delegation.name_imitates', values: { name: 'Kenya' } }); // prettier-ignore
    for (const [odd, code] of [
      ['Ken\u202eya', 'people.name_unseen'],
      ['Pеru', 'people.name_mixed'],
    ] as const) {
      await expect(perform(forum, chair, registerDelegation, { ...another, shortName: odd })).rejects.toMatchObject({ code }); // prettier-ignore
      await expect(correct({ formalName: odd })).rejects.toMatchObject({ code });
    }
    await expect(correct({ aliases: ['eac'] })).rejects.toMatchObject({ code: 'delegation.name_taken', values: { name: 'East African Community' } }); // prettier-ignore
    await expect(correct({ groups: [group(kenya)] })).rejects.toMatchObject({ code: 'delegation.member_of_itself' });
    await expect(correct({ groups: [group(eac), group(eac)] })).rejects.toMatchObject({
      code: 'delegation.group_twice',
    });
    await expect(correct({ groups: [group(eac, '2000-01-01')] })).rejects.toMatchObject({ code: 'delegation.membership_ends_before' }); // prettier-ignore
    await expect(correct({ kind: 'planet' })).rejects.toMatchObject({ fields: { kind: 'delegation.kind_unknown' } });
    for (const who of [delegate, visitor])
      await expect(correct({}, who)).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

describe('correctPerson', () => {
  forumTest('changes the entry, not what was said', async ({ forum }) => {
    const { edition, delegate, chair } = await smallForum(forum);
    const person = {
      edition,
      person: delegate.personId!,
      basedOn: 1,
      name: 'Wanjiru K. Kamau',
      title: 'Dr',
      function: '',
    };
    await perform(forum, chair, correctPerson, person);
    expect((await viewerOf(forum.db, delegate.personId)).name).toBe('Wanjiru K. Kamau');
    await expect(perform(forum, chair, correctPerson, person)).rejects.toMatchObject({
      code: 'register.changed_meanwhile',
    });
    await expect(perform(forum, delegate, correctPerson, person)).rejects.toMatchObject({ code: 'act.not_yours' });
  });

  forumTest('is not for the offices of another edition', async ({ forum }) => {
    const { chair, delegate } = await smallForum(forum);
    const { id: edition } = await perform(forum, chair, openEdition, { slug: 'next', name: 'Next', shortName: 'Next' });
    const again = await viewerOf(forum.db, chair.personId);
    const theirs = { edition, person: delegate.personId!, basedOn: 1, name: 'Other', title: null, function: null };
    await expect(perform(forum, again, correctPerson, theirs)).rejects.toMatchObject({ name: 'NotFound' });
    const { id: own } = await perform(forum, again, admitPerson, { edition, name: 'New Here' });
    await perform(forum, again, correctPerson, { ...theirs, person: own });
  });
});
