import { describe, expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { mergePoints, rejectPoint } from '#analysis/points/acts.ts';
import { registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { draftReport, enterReport } from '#report/acts.ts';
import { weights } from '#report/checks/finding.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { ledgerOf } from '#report/queries.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { addressRecommendation, moveRecommendation, recordRecommendation } from './acts.ts';
import { rewordRecommendation, supportRecommendation, takeBackSupport } from './acts.ts';

async function proposed(forum: Forum) {
  const { roundtable, kenya } = await smallForum(forum);
  const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
  const say = async (delegation: string, body: string, onRecord = true) => {
    const { id } = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, onRecord, speakers: [{ delegation }] }); // prettier-ignore
    return (await perform(forum, program, findPoints, { statements: [id] })).points[0]![0]!;
  };
  const point = await say(kenya, 'Kenya proposed to consider ratifying the Convention.');
  const record = (more: object = {}) => perform(forum, program, recordRecommendation, { roundtable, text: 'Consider ratifying the Convention', points: [point], ...more }); // prettier-ignore
  const state = async (id: string) => (await forum.db.selectFrom('recommendation').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state; // prettier-ignore
  return { roundtable, peru, say, point, record, state };
}

describe('recordRecommendation', () => {
  forumTest('keeps who proposed it, in which words, and to whom', async ({ forum }) => {
    const { record, point } = await proposed(forum);
    const { id, number } = await record({ to: ['Peru', 'all cities'] });
    await perform(forum, program, addressRecommendation, { recommendation: id, to: ['Peru', 'all mayors'] });
    expect(number).toBe(1);
    expect((await record()).number).toBe(2);
    const voices = await forum.db.selectFrom('recommendation_voice').select(['point_id', 'part']).where('recommendation_id', '=', id).execute(); // prettier-ignore
    expect(voices).toEqual([{ point_id: point, part: 'proposed' }]);
    const to = await forum.db.selectFrom('recommendation_addressee').leftJoin('delegation', 'delegation.id', 'delegation_id').select(['name', 'slug']).orderBy('position').execute(); // prettier-ignore
    expect(to).toEqual([{ name: 'Peru', slug: 'peru' }, { name: 'all mayors', slug: null }]); // prettier-ignore
  });

  forumTest('not stronger than it was said, by nobody, off the record or by a visitor', async ({ forum }) => {
    const { record, say, peru, roundtable, point } = await proposed(forum);
    const text = 'Ratify the Convention';
    await expect(record({ text })).rejects.toMatchObject({ code: 'recommendation.strength_changed' });
    await expect(record({ points: [] })).rejects.toMatchObject({ fields: { points: 'recommendation.nobody_proposed' } }); // prettier-ignore
    const against = await say(peru, 'Peru opposed ratifying the Convention.');
    await expect(record({ points: [against] })).rejects.toMatchObject({ code: 'recommendation.proposed_against' });
    const secret = await say(peru, 'Peru proposed tents.', false);
    await expect(record({ points: [secret] })).rejects.toMatchObject({ code: 'recommendation.voice_off_record' });
    const by = perform(forum, visitor, recordRecommendation, { roundtable, text: 'Consider', points: [point] });
    await expect(by).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

describe('supportRecommendation and takeBackSupport', () => {
  forumTest('count who is for it and who is against, each in their own words', async ({ forum }) => {
    const { record, say, peru, state, point } = await proposed(forum);
    const { id: recommendation } = await record();
    const support = (point: string) => perform(forum, program, supportRecommendation, { recommendation, point });
    const [forIt, against] = [await say(peru, 'Peru supported ratifying the Convention.'), await say(peru, 'Peru opposed ratifying the Convention.')]; // prettier-ignore
    await support(forIt);
    await support(against);
    expect(await state(recommendation)).toBe('supported');
    const voices = await forum.db.selectFrom('recommendation_voice').select('part').orderBy('part').execute();
    expect(voices.map(({ part }) => part)).toEqual(['opposed', 'proposed', 'supported']);
    await expect(support(forIt)).rejects.toMatchObject({ code: 'recommendation.voice_already' });
    const takeBack = (point: string) => perform(forum, program, takeBackSupport, { recommendation, point });
    await takeBack(forIt);
    expect(await state(recommendation)).toBe('proposed');
    await expect(takeBack(point)).rejects.toMatchObject({ code: 'recommendation.proposer_stays' });
  });
});

forumTest(
  'a draft tells a recommendation with who stands behind it, and no check finds fault with it',
  async ({ forum }) => {
    const { record, say, peru, roundtable, point } = await proposed(forum);
    const { id: recommendation } = await record({ to: ['all cities'] });
    const voice = await say(peru, 'Peru supported ratifying the Convention.');
    await perform(forum, program, supportRecommendation, { recommendation, point: voice });
    const { id } = await perform(forum, program, draftReport, { roundtable });
    const { report, findings } = (await findingsIn(forum.db, program, { id }))!;
    const [told] = report.paragraphs.filter(({ section, number }) => section === 'recommendations' && number !== null);
    expect(told!.sentences.map(({ text }) => text)).toEqual(['Recommendation 1, proposed by Kenya, supported by Peru, addressed to all cities: Consider ratifying the Convention.']); // prettier-ignore
    expect(findings.filter(({ place }) => place.sentence === told!.sentences[0]!.id)).toEqual([]);
    await perform(forum, program, rejectPoint, { point, reason: 'A slip.' });
    await perform(forum, program, draftReport, { roundtable });
    expect(JSON.stringify(await findingsIn(forum.db, program, { id }))).not.toContain('Recommendation 1');
  },
);

forumTest('points told together are one sentence that cites each, and reflects each statement', async ({ forum }) => {
  const { say, peru, roundtable, point } = await proposed(forum);
  const other = await say(peru, 'Peru proposed to consider ratifying the Convention.');
  await perform(forum, program, mergePoints, { into: point, points: [other] });
  const { id } = await perform(forum, program, draftReport, { roundtable });
  const { report, findings } = (await findingsIn(forum.db, program, { id }))!;
  const told = report.paragraphs.filter(({ section, number }) => section === 'discussion' && number !== null);
  expect(told.flatMap(({ sentences }) => sentences).map(({ text, citations }) => [text, citations.length])).toEqual([['Kenya and Peru proposed to consider ratifying the Convention.', 2]]); // prettier-ignore
  expect(findings.filter(({ check }) => weights[check] === 'stops')).toEqual([]);
  const { lines } = (await ledgerOf(forum.db, program, { id }))!;
  expect(lines.map(({ state, points }) => [state, points])).toEqual([['reflected', { cited: 1, all: 1 }], ['reflected', { cited: 1, all: 1 }]]); // prettier-ignore
});

forumTest('a sentence that rests on a point rejected since is found, and cannot be cited anew', async ({ forum }) => {
  const { roundtable, point } = await proposed(forum);
  const { id } = await perform(forum, program, draftReport, { roundtable });
  await perform(forum, program, rejectPoint, { point, reason: 'A heading.' });
  const { findings } = (await findingsIn(forum.db, program, { id }))!;
  expect(findings.map(({ check }) => check)).toContain('point_rejected');
  const cites = [{ kind: 'point' as const, point }];
  const paragraphs = [{ section: 'discussion' as const, sentences: [{ text: 'Kenya spoke.', cites }] }];
  const entering = perform(forum, program, enterReport, { roundtable, kind: 'general_rapporteur', title: 'R', source: 'import', paragraphs }); // prettier-ignore
  await expect(entering).rejects.toMatchObject({ code: 'citation.point_rejected' });
});

forumTest('rewordRecommendation and moveRecommendation keep strength and history', async ({ forum }) => {
  const { record, state } = await proposed(forum);
  const { id: recommendation } = await record();
  const reword = (text: string, basedOn: number) => perform(forum, program, rewordRecommendation, { recommendation, text, basedOn }); // prettier-ignore
  expect(await reword('To consider ratifying the Convention', 1)).toEqual({ version: 2 });
  const earlier = await forum.db.selectFrom('recommendation_text').select(['version', 'text']).execute();
  expect(earlier).toEqual([{ version: 1, text: 'Consider ratifying the Convention' }]);
  await expect(reword('To consider ratifying the Convention', 2)).rejects.toMatchObject({ code: 'recommendation.same_words' }); // prettier-ignore
  await expect(reword('Anything', 1)).rejects.toMatchObject({ code: 'recommendation.changed_meanwhile' });
  await expect(reword('To ratify the Convention', 2)).rejects.toMatchObject({ code: 'recommendation.strength_changed' }); // prettier-ignore
  const move = (to: 'noted' | 'done') => perform(forum, program, moveRecommendation, { recommendation, to, words: 'By the plenary.' }); // prettier-ignore
  await move('noted');
  expect(await state(recommendation)).toBe('noted');
  await expect(move('done')).rejects.toMatchObject({ code: 'recommendation.cannot_move' });
});
