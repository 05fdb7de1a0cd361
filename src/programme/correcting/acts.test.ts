import { describe, expect } from 'vitest';
import { createRoundtable, moveRoundtable } from '#programme/acts.ts';
import { editionCalled, programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { correctEdition, correctRoundtable } from './acts.ts';

const edited = {
  basedOn: 1,
  name: 'Lake Forum on Migration',
  shortName: 'Lake Forum',
  number: 3,
  place: 'Entebbe',
  timeZone: 'Africa/Kampala',
  startsOn: '2026-06-09',
  endsOn: '2026-06-11',
  languages: ['en', 'fr'],
  attribution: 'attributed',
  commentsDeadline: null,
  scale: 'some: at least 2\nhalf: over 40%, up to 60%',
} as const;

const moved = {
  basedOn: 1,
  number: '2.2',
  title: 'Cities as hosts',
  lead: 'A lead.',
  description: 'Background.',
  room: 'Hall A',
  startsAt: new Date('2026-06-20T07:00:00Z'),
  endsAt: new Date('2026-06-20T09:00:00Z'),
  commentsCloseAt: new Date('2026-06-15T15:00:00Z'),
  attribution: null,
} as const;

const changing =
  (forum: Forum, edition: string) =>
  (change: object, who = program) =>
    perform(forum, who, correctEdition, { edition, ...edited, languages: [...edited.languages], ...change });

const lastLine = (forum: Forum) =>
  forum.db.selectFrom('record_line').select(['kind', 'audience']).orderBy('sequence', 'desc').executeTakeFirstOrThrow();

describe('correctEdition', () => {
  forumTest('changes what stands at the head of every page, and counts the version', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    await changing(forum, edition)({}, chair);
    expect(await editionCalled(forum.db)).toMatchObject({
      version: 2,
      name: 'Lake Forum on Migration',
      time_zone: 'Africa/Kampala',
      starts_on: '2026-06-09',
      languages: ['en', 'fr'],
      quantifier_scale: [
        { word: 'some', least: 2 },
        { word: 'half', over: 0.4, upTo: 0.6 },
      ],
    });
    expect(await lastLine(forum)).toEqual({ kind: 'edition.corrected', audience: 'public' });
  });

  forumTest('is refused on an older state, and to whoever does not keep the programme', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    const change = changing(forum, edition);
    await change({});
    const meanwhile = { code: 'programme.changed_meanwhile', values: { version: 2 } };
    await expect(change({ place: 'Kampala' })).rejects.toMatchObject(meanwhile);
    const office = { code: 'act.not_yours', values: { office: 'support_unit' } };
    for (const who of [delegate, visitor]) await expect(change({ basedOn: 2 }, who)).rejects.toMatchObject(office);
  });

  forumTest('is refused with a last day first, a scale that says nothing, a zone that is none', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    const change = changing(forum, edition);
    await expect(change({ endsOn: '2026-06-01' })).rejects.toMatchObject({ code: 'edition.ends_before' });
    await expect(change({ startsOn: null })).rejects.toMatchObject({ code: 'edition.start_missing' });
    const scale = { code: 'edition.scale_wrong', values: { line: 'many: quite a few' } };
    await expect(change({ scale: 'many: quite a few' })).rejects.toMatchObject(scale);
    await expect(change({ timeZone: 'Lake/Shore' })).rejects.toMatchObject({ fields: { timeZone: 'edition.time_zone_unknown' } }); // prettier-ignore
    await expect(change({ number: 0 })).rejects.toMatchObject({ fields: { number: 'edition.number_wrong' } });
    await expect(change({ languages: [] })).rejects.toMatchObject({
      fields: { languages: 'edition.language_missing' },
    });
  });

  forumTest('cannot loosen the attribution under which someone spoke', async ({ forum }) => {
    const { edition, roundtable, delegate } = await smallForum(forum);
    const change = changing(forum, edition);
    await change({ attribution: 'not_attributed' });
    await perform(forum, delegate, submitComment, { roundtable, body: 'In confidence.' });
    const loosened = change({ basedOn: 2, attribution: 'attributed' });
    await expect(loosened).rejects.toMatchObject({ code: 'programme.attribution_promised' });
  });
});

describe('correctRoundtable', () => {
  forumTest('moves it in the programme, and closes comments at the new time', async ({ forum }) => {
    const { edition, roundtable, chair } = await smallForum(forum);
    await perform(forum, chair, correctRoundtable, { roundtable, ...moved });
    expect(await programmeOf(forum.db, edition)).toMatchObject([
      { number: '2.2', title: 'Cities as hosts', room: 'Hall A', commentsCloseAt: moved.commentsCloseAt },
    ]);
    expect(await lastLine(forum)).toMatchObject({ kind: 'comments.deadline_moved' });
    const again = { roundtable, ...moved, basedOn: 2, room: 'Hall B' };
    await perform(forum, chair, correctRoundtable, again);
    expect(await lastLine(forum)).toMatchObject({ kind: 'roundtable.corrected' });
  });

  forumTest('is refused on an older state, under a number that is taken, at impossible times', async ({ forum }) => {
    const { edition, roundtable, chair, delegate } = await smallForum(forum);
    await perform(forum, chair, createRoundtable, { edition, number: '2.2', title: 'Another' });
    const correct = (change: object, who = chair) =>
      perform(forum, who, correctRoundtable, { roundtable, ...moved, number: '2.1', ...change });
    await expect(correct({ basedOn: 2 })).rejects.toMatchObject({ code: 'programme.changed_meanwhile' });
    await expect(correct({ number: '2.2' })).rejects.toMatchObject({ code: 'roundtable.number_taken', values: { title: 'Another' } }); // prettier-ignore
    await expect(correct({ endsAt: moved.startsAt })).rejects.toMatchObject({ code: 'roundtable.ends_before' });
    await expect(correct({ startsAt: null })).rejects.toMatchObject({ code: 'roundtable.start_missing' });
    await expect(correct({ commentsCloseAt: forum.now() })).rejects.toMatchObject({ code: 'comments.deadline_past' });
    await expect(correct({}, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
  });

  forumTest('is refused where people spoke under a stricter rule, and once the record is final', async ({ forum }) => {
    const { roundtable, chair, delegate } = await smallForum(forum);
    const correct = (change: object) => perform(forum, chair, correctRoundtable, { roundtable, ...moved, ...change });
    await correct({ attribution: 'by_constituency' });
    await perform(forum, delegate, submitComment, { roundtable, body: 'Under the rule.' });
    await expect(correct({ basedOn: 2 })).rejects.toMatchObject({ code: 'programme.attribution_promised' });
    await correct({ basedOn: 2, attribution: 'not_attributed' });
    for (const to of ['comment_closed', 'ready', 'in_session', 'adjourned', 'record_draft', 'record_final'] as const)
      await perform(forum, chair, moveRoundtable, { roundtable, to });
    await expect(correct({ basedOn: 3 })).rejects.toMatchObject({ code: 'roundtable.is_final' });
  });
});

describe('an edition’s own deadline', () => {
  forumTest('holds where a roundtable that opens has none of its own', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    await changing(forum, edition)({ commentsDeadline: deadline });
    const { id } = await perform(forum, program, createRoundtable, { edition, number: '4', title: 'Later' });
    await perform(forum, program, moveRoundtable, { roundtable: id, to: 'open_for_comment' });
    const programme = await programmeOf(forum.db, edition);
    expect(programme.find((one) => one.id === id)!.commentsCloseAt).toEqual(deadline);
  });
});
