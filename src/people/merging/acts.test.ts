import { describe, expect } from 'vitest';
import { admitPerson, assignRole, registerDelegation } from '#people/acts.ts';
import { delegationCalled, delegates, mergedInto } from '#people/queries.ts';
import { registeredNames } from '#people/register/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { statementsByDelegation } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { mergeDelegations } from './acts.ts';
import { linksToDelegations } from './links.ts';
import { mergePreview } from './queries.ts';

/** Kenya stands on the register twice, and both entries have been used. */
async function twice(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, kenya, roundtable } = small;
  const register = async (input: object) =>
    (await perform(forum, program, registerDelegation, { slug: 'x', shortName: 'X', kind: 'state', ...input })).id;
  const double = await register({ slug: 'kenya-2', shortName: 'Rep. of Kenya', formalName: 'Republic of Kenya', code: 'KE', aliases: ['Kenia'] }); // prettier-ignore
  const group = await register({ slug: 'eac', shortName: 'EAC', kind: 'group', members: [kenya, double] });
  const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Moses Otieno', delegation: double, function: 'consul' }); // prettier-ignore
  for (const delegation of [kenya, double])
    await perform(forum, program, assignRole, { edition, roundtable, kind: 'co_chair', delegation });
  const speakers = [
    { delegation: double, person, name: 'Moses Otieno', function: 'consul', capacity: 'delegate' as const },
  ];
  await perform(forum, program, enterStatement, {
    roundtable,
    kind: 'intervention',
    body: 'We open at six.',
    speakers,
  });
  return { ...small, double, group, person };
}

const entryOf = (forum: Forum, id: string) =>
  forum.db.selectFrom('delegation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('mergeDelegations', () => {
  forumTest('leaves nothing that points to the duplicate, in any table there is', async ({ forum }) => {
    const { edition, kenya, double, chair } = await twice(forum);
    const links = await linksToDelegations(forum.db);
    expect(links.map(({ table }) => table)).toEqual(expect.arrayContaining(['credential', 'membership', 'point_actor', 'role', 'statement_speaker'])); // prettier-ignore
    await perform(forum, chair, mergeDelegations, { edition, from: double, into: kenya });
    const { moves } = await mergePreview(forum.db, await entryOf(forum, double), await entryOf(forum, kenya));
    expect(moves).toEqual([]);
    const roles = await forum.db.selectFrom('role').select('delegation_id').where('kind', '=', 'co_chair').execute();
    expect(roles).toEqual([{ delegation_id: kenya }]);
    expect(await statementsByDelegation(forum.db, visitor, edition, kenya)).toMatchObject([
      {
        speakers: [{ delegation: { slug: 'kenya' }, person: 'Moses Otieno', function: 'consul', capacity: 'delegate' }],
      },
    ]);
    expect((await delegates(forum.db, edition, kenya)).map(({ name }) => name)).toContain('Moses Otieno');
  });

  forumTest('keeps its names, and its address leads to the entry that stays', async ({ forum }) => {
    const { edition, kenya, double, chair } = await twice(forum);
    await perform(forum, chair, mergeDelegations, { edition, from: double, into: kenya });
    const [entry] = (await registeredNames(forum.db)).filter(({ slug }) => slug.startsWith('kenya'));
    expect(entry!.aliases).toEqual(['KE', 'Kenia', 'Rep. of Kenya', 'Republic of Kenya']);
    expect(await delegationCalled(forum.db, 'kenya-2')).toBeUndefined();
    expect(await mergedInto(forum.db, 'kenya-2')).toBe('kenya');
    const line = await forum.db.selectFrom('record_line').select(['kind', 'subject_id']).orderBy('sequence', 'desc').executeTakeFirst(); // prettier-ignore
    expect(line).toEqual({ kind: 'delegation.merged', subject_id: kenya });
  });

  forumTest('keeps the credential that stands where somebody has one for both', async ({ forum }) => {
    const { edition, kenya, double, chair, person } = await twice(forum);
    const both = { id: forum.newId(), edition_id: edition, person_id: person, delegation_id: kenya, capacity: 'delegate', state: 'asked' }; // prettier-ignore
    await forum.db.insertInto('credential').values(both).execute();
    await perform(forum, chair, mergeDelegations, { edition, from: double, into: kenya });
    const held = await forum.db.selectFrom('credential').select(['id', 'state', 'delegation_id']).where('person_id', '=', person).execute(); // prettier-ignore
    expect(held).toEqual([{ id: both.id, state: 'verified', delegation_id: kenya }]);
  });

  forumTest('shows beforehand what moves', async ({ forum }) => {
    const { kenya, double } = await twice(forum);
    const preview = await mergePreview(forum.db, await entryOf(forum, double), await entryOf(forum, kenya));
    expect(preview.names).toEqual(['Rep. of Kenya', 'Republic of Kenya', 'KE', 'Kenia']);
    expect(preview.moves).toEqual([
      { what: 'credential', moved: 1, repeated: 0 },
      { what: 'membership', moved: 0, repeated: 1 },
      { what: 'role', moved: 0, repeated: 1 },
      { what: 'statement_speaker', moved: 1, repeated: 0 },
    ]);
  });

  forumTest('is refused with itself, twice, to nobody there, and to a delegate', async ({ forum }) => {
    const { edition, kenya, double, chair, delegate } = await twice(forum);
    const merge = (from: string, into: string, who = chair) =>
      perform(forum, who, mergeDelegations, { edition, from, into });
    await expect(merge(kenya, kenya)).rejects.toMatchObject({ code: 'delegation.merge_itself' });
    await expect(merge(forum.newId(), kenya)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(merge(double, kenya, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(merge('', kenya)).rejects.toMatchObject({ fields: { from: 'delegation.merge_from_missing' } });
    await merge(double, kenya);
    await expect(merge(double, kenya)).rejects.toMatchObject({ code: 'delegation.merged_away' });
    await expect(merge(kenya, double)).rejects.toMatchObject({ code: 'delegation.merged_away' });
  });
});
