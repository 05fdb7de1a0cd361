import { expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { acceptPoint, carryDecision } from '#analysis/points/acts.ts';
import { pointsIn } from '#analysis/queries.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { reviseStatement, submitComment } from '#statements/acts.ts';
import { draftReport, writeSentence } from './acts.ts';
import { addSentence, tellPoint } from './editing/adding/acts.ts';
import { reportOf } from './queries.ts';
import { renewCitations } from './versions/acts.ts';

forumTest('what a revised statement said before is cited anew as it stands, and told once', async ({ forum }) => {
  const { roundtable, delegate } = await smallForum(forum);
  const body = 'Kenya called for more data. It opposed a levy on wells.';
  const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body, language: 'en' });
  const find = () => perform(forum, program, findPoints, { statements: [statement] });
  const points = async () => {
    const all = await pointsIn(forum.db, [statement]);
    const last = Math.max(...all.map(({ revision }) => revision));
    return all.filter(({ revision }) => revision === last);
  };
  await find();
  const [data, levy] = await points();
  await perform(forum, program, acceptPoint, { points: [data!.id] });
  const draft = () => perform(forum, program, draftReport, { roundtable });
  const { id: report } = await draft();
  const telling = async (words: string) => {
    const read = (await reportOf(forum.db, program, { id: roundtable }))!;
    return read.paragraphs.flatMap(({ id, version, sentences }) => sentences.filter(({ text }) => text.includes(words)).map((one) => ({ ...one, paragraph: id, version }))); // prettier-ignore
  };
  // A person writes both anew; whatever is revised, the draft knows them again by what they rest on.
  for (const [words, text] of [
    ['more data', 'Kenya wants data.'],
    ['a levy on wells', 'Kenya wants no levy.'],
  ] as const) {
    // prettier-ignore
    const [one] = await telling(words);
    await perform(forum, program, writeSentence, { sentence: one!.id, basedOn: one!.version, text });
  }
  await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: `We thank the host. ${body}` });
  await find();
  const [more, wells] = (await points()).filter(({ message }) => /more data|levy/.test(message));
  expect([more!.state, wells!.state]).toEqual(['accepted', 'proposed']);
  expect([more!.id, wells!.id]).not.toContain(data!.id);
  await draft();
  expect((await telling('more data')).concat(await telling('a levy on wells'))).toEqual([]);

  // Rested on the sources as they stand: the one with its decision, and the one nobody had looked at.
  const rests = async (words: string) => {
    const rows = await forum.db.selectFrom('citation').innerJoin('sentence', 'sentence.id', 'sentence_id').select(['point_id', 'revision', 'quotation', 'quotation_start as start']).where('text', '=', words).execute(); // prettier-ignore
    return rows.filter(({ point_id }) => point_id !== null);
  };
  expect(await rests('Kenya wants data.')).toMatchObject([{ point_id: data!.id, revision: 1 }]);
  await perform(forum, program, renewCitations, { report });
  expect(await rests('Kenya wants data.')).toMatchObject([{ point_id: more!.id, revision: 2, quotation: more!.message, start: more!.messageStart }]); // prettier-ignore
  expect(await rests('Kenya wants no levy.')).toMatchObject([{ point_id: wells!.id, revision: 2 }]);

  // A desk that has not heard of the revision yet tells and cites what stands.
  const [home] = await telling('Kenya wants data.');
  const { version } = await perform(forum, program, tellPoint, { paragraph: home!.paragraph, basedOn: home!.version, after: home!.id, point: levy!.id }); // prettier-ignore
  expect((await telling('a levy on wells'))[0]!.citations).toMatchObject([{ statement: { revision: 2, revisedSince: false } }]); // prettier-ignore
  await perform(forum, program, addSentence, { paragraph: home!.paragraph, basedOn: version, text: 'It was clear.', cites: [{ kind: 'point', point: data!.id }] }); // prettier-ignore
  expect(await rests('It was clear.')).toMatchObject([{ point_id: more!.id, revision: 2 }]);

  // Where the words were changed, a person says which point has the decision now, and it is cited.
  await perform(forum, delegate, reviseStatement, { statement, basedOn: 2, body: 'Kenya called for open registers. It opposed a levy on wells.' }); // prettier-ignore
  await find();
  const into = (await points()).find(({ message }) => message.includes('registers'))!;
  await perform(forum, program, carryDecision, { point: more!.id, into: into.id });
  await perform(forum, program, renewCitations, { report });
  expect(await rests('Kenya wants data.')).toMatchObject([{ point_id: into.id, revision: 3, quotation: into.message }]);
});
