import { describe, expect } from 'vitest';
import { createRoundtable, openEdition } from '#programme/acts.ts';
import { registerDelegation } from '#people/acts.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { perform } from './act.ts';
import { recordOf } from './queries.ts';
import { program, visitor } from './viewer.ts';

describe('the record of an edition', () => {
  forumTest('is read newest first, a page at a time, with its commitments', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    const first = await recordOf(forum.db, visitor, edition, { limit: 2 });
    expect(first.lines).toHaveLength(2);
    expect(first.lines[0]!.sequence).toBeGreaterThan(first.lines[1]!.sequence);
    expect(first.lines[0]!.commitment).toMatch(/^[0-9a-f]{64}$/);
    const rest = await recordOf(forum.db, visitor, edition, { before: first.older });
    expect(rest.older).toBeNull();
    expect(rest.lines.map(({ sequence }) => sequence)).not.toContain(first.lines[1]!.sequence);
    expect(rest.lines.at(-1)).toMatchObject({ kind: 'delegation.registered', subject: { name: 'Kenya' } });
  });

  forumTest('shows desk lines to the offices only', async ({ forum }) => {
    const { edition, chair, delegate } = await smallForum(forum);
    const kinds = async (viewer: typeof chair) =>
      (await recordOf(forum.db, viewer, edition)).lines.map(({ kind }) => kind);
    expect(await kinds(visitor)).not.toContain('person.admitted');
    expect(await kinds(delegate)).not.toContain('person.admitted');
    expect(await kinds(chair)).toContain('person.admitted');
  });

  forumTest('names who holds an office, and nobody who speaks for themselves', async ({ forum }) => {
    const { edition, roundtable, delegate, chair } = await smallForum(forum);
    await perform(forum, delegate, submitComment, { roundtable, body: 'Schools come first.' });
    await perform(forum, visitor, submitComment, { roundtable, body: 'Nobody asked us.' });
    await perform(forum, chair, createRoundtable, { edition, number: '2.2', title: 'Who does what' });
    const actors = async (viewer: typeof chair) =>
      (await recordOf(forum.db, viewer, edition, { limit: 3 })).lines.map(({ actor }) => actor);
    const nobody = { by: 'person', name: null };
    const grace = { by: 'person', name: 'Grace Nakato' };
    expect(await actors(visitor)).toEqual([grace, nobody, nobody]);
    expect(await actors(chair)).toEqual([grace, nobody, { by: 'person', name: 'Wanjiru Kamau' }]);
  });

  forumTest('says nothing to the public about what is off the record', async ({ forum }) => {
    const { edition, roundtable } = await smallForum(forum);
    const said = { roundtable, kind: 'intervention' as const, body: 'Between us.', onRecord: false, speakers: [] };
    const written = { ...said, kind: 'comment' as const, mode: 'written' as const };
    const { id } = await perform(forum, program, enterStatement, written);
    // The withdrawal's own line is a public one.
    await perform(forum, program, withdrawStatement, { statement: id });
    const about = async (viewer: typeof program) =>
      (await recordOf(forum.db, viewer, edition)).lines.filter(({ subject }) => subject?.what === 'statement');
    expect(await about(visitor)).toEqual([]);
    expect(await about(program)).toHaveLength(2);
  });

  forumTest('holds the lines of this edition and of no other', async ({ forum }) => {
    const { edition, roundtable } = await smallForum(forum);
    const other = await perform(forum, program, openEdition, { slug: 'hill', name: 'Hill Forum', shortName: 'Hill' });
    const elsewhere = await perform(forum, program, createRoundtable, {
      edition: other.id,
      number: '1',
      title: 'Other',
    });
    await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' });
    const names = (await recordOf(forum.db, visitor, edition)).lines.map(({ subject }) => subject?.name);
    expect(names).toContain('Lake Forum');
    for (const foreign of ['Hill Forum', 'Other', 'Peru']) expect(names).not.toContain(foreign);
    const ofRoundtable = await recordOf(forum.db, visitor, edition, { roundtableId: roundtable });
    expect(new Set(ofRoundtable.lines.map((line) => line.roundtable))).toEqual(new Set(['2.1']));
    expect((await recordOf(forum.db, visitor, edition, { roundtableId: elsewhere.id })).lines).toEqual([]);
  });
});
