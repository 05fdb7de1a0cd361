import { describe, expect } from 'vitest';
import { findPoints, nameIssue } from '#analysis/acts.ts';
import { issuesOf } from '#analysis/queries.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { declineSuggestion, mergeIssues, placePoints, renameIssue, takeApartIssue, takeOutPoints } from './acts.ts';

async function named(forum: Forum) {
  const small = await smallForum(forum);
  const { roundtable } = small;
  const said = { roundtable, kind: 'intervention' as const, body: 'Kenya called for more data. It questioned how cities reach people.', speakers: [{ delegation: small.kenya }] }; // prettier-ignore
  const { id: statement } = await perform(forum, program, enterStatement, said);
  const { points } = await perform(forum, program, findPoints, { statements: [statement] });
  const [first, second] = points[0]! as [string, string];
  const name = async (title: string, points: string[] = [], kind: 'main_issue' | 'tool' = 'main_issue') =>
    (await perform(forum, program, nameIssue, { roundtable, kind, title, points })).id;
  const now = async () => (await issuesOf(forum.db, roundtable)).map(({ title, points }) => [title, points]);
  return { ...small, first, second, name, now };
}

const kinds = async (forum: Forum) =>
  (await forum.db.selectFrom('record_line').select('kind').where('kind', 'like', 'issue.%').orderBy('sequence').execute()).map(({ kind }) => kind); // prettier-ignore

describe('renameIssue', () => {
  forumTest('keeps what it was called', async ({ forum }) => {
    const { name, now } = await named(forum);
    const issue = await name('Data');
    await perform(forum, program, renameIssue, { issue, title: 'Knowing what works' });
    await perform(forum, program, renameIssue, { issue, title: 'Knowing what works' });
    expect(await now()).toEqual([['Knowing what works', []]]);
    const titles = await forum.db.selectFrom('issue_title').select(['issue_id', 'title']).execute();
    expect(titles).toEqual([{ issue_id: issue, title: 'Data' }]);
    expect(await kinds(forum)).toEqual(['issue.named', 'issue.renamed']);
  });

  forumTest('not by a visitor, nor without a name', async ({ forum }) => {
    const issue = await (await named(forum)).name('Data');
    const rename = (who: typeof visitor, title: string) => perform(forum, who, renameIssue, { issue, title });
    await expect(rename(visitor, 'Other')).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(rename(program, ' ')).rejects.toMatchObject({ fields: { title: 'issue.title_missing' } });
  });
});

describe('mergeIssues and takeApartIssue', () => {
  forumTest('count together while merged, and are as they were when taken apart', async ({ forum }) => {
    const { name, now, first, second } = await named(forum);
    const [data, reach, deep] = [await name('Data', [first]), await name('Reach', [second]), await name('Deep')];
    const before = await now();
    await perform(forum, program, mergeIssues, { issue: deep, into: reach });
    await perform(forum, program, mergeIssues, { issue: reach, into: data });
    expect(await now()).toEqual([['Data', [first, second].sort()]]);
    await expect(perform(forum, program, mergeIssues, { issue: reach, into: data })).rejects.toMatchObject({ code: 'issue.merged_already' }); // prettier-ignore
    await perform(forum, program, takeApartIssue, { issue: reach });
    await perform(forum, program, takeApartIssue, { issue: deep });
    expect(await now()).toEqual(before);
    await expect(perform(forum, program, takeApartIssue, { issue: deep })).rejects.toMatchObject({ code: 'issue.not_merged' }); // prettier-ignore
  });

  forumTest('not with itself, another kind or another roundtable’s', async ({ forum }) => {
    const { name, edition } = await named(forum);
    const [data, tool] = [await name('Data'), await name('Register', [], 'tool')];
    const { id } = await perform(forum, program, createRoundtable, { edition, number: '2.2', title: 'Volunteers' });
    const { id: far } = await perform(forum, program, nameIssue, { roundtable: id, kind: 'main_issue', title: 'Far' });
    for (const [into, code] of [
      [data, 'issue.merge_itself'],
      [tool, 'issue.merge_other_kind'],
      [far, 'issue.merge_elsewhere'],
    ])
      // prettier-ignore
      await expect(perform(forum, program, mergeIssues, { issue: data, into: into! })).rejects.toMatchObject({ code });
  });
});

describe('placePoints and takeOutPoints', () => {
  forumTest('put points under an issue, and take them out of it for good', async ({ forum }) => {
    const { name, now, first, second } = await named(forum);
    const issue = await name('Data', [first]);
    await perform(forum, program, placePoints, { issue, points: [first, second] });
    expect(await now()).toEqual([['Data', [first, second].sort()]]);
    const unknown = perform(forum, program, takeOutPoints, { issue, points: [second, issue] });
    await expect(unknown).rejects.toMatchObject({ name: 'NotFound' });
    await perform(forum, program, takeOutPoints, { issue, points: [second] });
    expect(await now()).toEqual([['Data', [first]]]);
    const declined = () => forum.db.selectFrom('issue_declined').select(['issue_id', 'point_id']).execute();
    expect(await declined()).toEqual([{ issue_id: issue, point_id: second }]);
    await perform(forum, program, placePoints, { issue, points: [second] });
    expect(await declined()).toEqual([]);
  });

  forumTest('move points from one issue to another, even from one that was merged into it', async ({ forum }) => {
    const { name, now, first, second } = await named(forum);
    const [data, reach] = [await name('Data', [first, second]), await name('Reach', [first])];
    const move = (from: string, issue: string, points: string[]) => perform(forum, program, placePoints, { issue, from, points }); // prettier-ignore
    await move(data, reach, [first, second]);
    expect(await now()).toEqual([['Data', []], ['Reach', [first, second].sort()]]); // prettier-ignore
    await move(reach, data, [second]);
    expect(await now()).toEqual([['Data', [second]], ['Reach', [first]]]); // prettier-ignore
    expect(await kinds(forum)).toEqual(['issue.named', 'issue.named', ...Array(2).fill(['issue.points_taken_out', 'issue.points_placed']).flat()]); // prettier-ignore
    const declined = await forum.db
      .selectFrom('issue_declined')
      .select(['issue_id', 'point_id'])
      .orderBy('at')
      .execute();
    expect(declined).toEqual([{ issue_id: data, point_id: first }, { issue_id: reach, point_id: second }]); // prettier-ignore
    await perform(forum, program, mergeIssues, { issue: data, into: reach });
    await move(data, reach, [second]);
    expect(await now()).toEqual([['Reach', [first, second].sort()]]);
    await expect(move(reach, reach, [first])).rejects.toMatchObject({ code: 'issue.moved_nowhere' });
    await expect(perform(forum, visitor, placePoints, { issue: reach, from: data, points: [first] })).rejects.toMatchObject({ code: 'act.not_yours' }); // prettier-ignore
  });

  forumTest('not points of another roundtable, nor none', async ({ forum }) => {
    const { edition, first } = await named(forum);
    const { id } = await perform(forum, program, createRoundtable, { edition, number: '2.2', title: 'Volunteers' });
    const { id: issue } = await perform(forum, program, nameIssue, { roundtable: id, kind: 'tool', title: 'Far' });
    const place = (points: string[]) => perform(forum, program, placePoints, { issue, points });
    await expect(place([first])).rejects.toMatchObject({ code: 'issue.point_elsewhere' });
    await expect(place([])).rejects.toMatchObject({ fields: { points: 'issue.no_points' } });
    await expect(place([issue])).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('declineSuggestion', () => {
  forumTest('keeps that a suggestion was declined', async ({ forum }) => {
    const { roundtable, name, first } = await named(forum);
    const issue = await name('Data');
    await perform(forum, program, declineSuggestion, { roundtable, seed: 'cities' });
    await perform(forum, program, declineSuggestion, { roundtable, issue, points: [first] });
    expect(await forum.db.selectFrom('issue_declined').select(['issue_id', 'seed', 'point_id']).orderBy('seed').execute()).toEqual([{ issue_id: null, seed: 'cities', point_id: null }, { issue_id: issue, seed: null, point_id: first }]); // prettier-ignore
    const neither = perform(forum, program, declineSuggestion, { roundtable });
    await expect(neither).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});
