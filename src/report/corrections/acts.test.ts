import { describe, expect } from 'vitest';
import { admitPerson, assignRole } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { reportOf } from '#report/queries.ts';
import { reports } from '#report/text-rows.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumIn, forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { askLineCorrection, decideLineCorrection, withdrawLineCorrection } from './acts.ts';
import { correctionsToDecide } from './evidence.ts';
import { delegationsWithLines, ownLines } from './lines.ts';
import { countLineCorrections, lineCorrections } from './queries.ts';

const closes = new Date('2026-06-08T12:00:00Z');
const words = 'Kenya did not support a levy on wells. Water comes first.';

/** A circulated report with one sentence that gets Kenya wrong, and a statement that no sentence rests on. */
async function circulated(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, roundtable, kenya, delegate } = small;
  const say = async (body: string) =>
    (await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers: [{ delegation: kenya }] })).id; // prettier-ignore
  const said = await say(words);
  const missing = await say('Desks open at six. They stay open until midnight.');
  const { id: report, sentences } = await perform(forum, program, enterReport, {
    roundtable,
    kind: 'record',
    title: 'Record',
    source: 'draft',
    paragraphs: [
      {
        section: 'discussion',
        sentences: [
          { text: 'Kenya supported a levy.', cites: [{ kind: 'passage', statement: said, quotation: words.slice(0, 38) }] }, // prettier-ignore
        ],
      },
    ],
  });
  const { id: leila } = await perform(forum, program, admitPerson, { edition, name: 'Leila Haddad' });
  await perform(forum, program, assignRole, { edition, roundtable, kind: 'rapporteur', person: leila });
  await perform(forum, program, moveReport, { report, to: 'co_chair_review' });
  const rapporteur = await viewerOf(forum.db, leila);
  const sentence = sentences[0]![0]!;
  const own = { report, delegation: kenya, sentence, body: 'Kenya did not support a levy.' };
  const ask = (more: object = {}, who: Viewer = delegate, at: Forum = forum) =>
    perform(at, who, askLineCorrection, { ...own, ...more });
  const decide = (correction: string, decision: 'accepted' | 'declined', more: object = {}, who = rapporteur) =>
    perform(forum, who, decideLineCorrection, { correction, decision, ...more });
  const circulate = () => perform(forum, program, moveReport, { report, to: 'correction_window', correctionsCloseAt: closes }); // prettier-ignore
  const row = () => reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow();
  return { ...small, report, said, missing, sentence, rapporteur, ask, decide, circulate, row };
}

const state = (forum: Forum, report: string, to: string) =>
  forum.db.updateTable('report').set({ state: to }).where('id', '=', report).execute();

describe('askLineCorrection', () => {
  forumTest(
    'is for a delegation’s own people, once a report is circulated, and marks what is late',
    async ({ forum }) => {
      const { ask, circulate, chair, report, kenya, sentence, row, delegate } = await circulated(forum);
      await expect(ask()).rejects.toMatchObject({ name: 'NotFound' });
      await circulate();
      await expect(ask({}, chair)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(ask({ body: 'Kenya supported a levy.' })).rejects.toMatchObject({ code: 'line.same_words' });
      await expect(ask({ body: ' ' })).rejects.toMatchObject({ fields: { body: 'line.body_missing' } });
      await ask({ reason: 'We opposed it.' });
      await expect(ask()).rejects.toMatchObject({ code: 'line.asked_already' });
      const after = forumIn(forum.db, new Date('2026-06-09T12:00:00Z'));
      await ask({ sentence: null, body: 'Kenya spoke twice.' }, undefined, after);
      const asked = await lineCorrections(forum.db, report);
      expect(asked.map(({ sentence, stood, late }) => ({ sentence, stood, late }))).toEqual([
        { sentence, stood: 'Kenya supported a levy.', late: false },
        { sentence: null, stood: null, late: true },
      ]);
      const lines = (await ownLines(forum.db, delegate, await row(), { id: kenya, slug: 'kenya' }))!;
      expect(lines.lines.map(({ concern, corrections }) => [concern, corrections.length])).toEqual([['cited', 1]]);
      expect(lines.said.map(({ isReflected }) => isReflected)).toEqual([true, false]);
      expect(await ownLines(forum.db, chair, await row(), { id: kenya, slug: 'kenya' })).toBeUndefined();
      expect(await delegationsWithLines(forum.db, await row())).toMatchObject([
        { delegation: { slug: 'kenya' }, lines: 1 },
      ]);
      await state(forum, report, 'draft');
      await expect(ask({ body: 'Another.' })).rejects.toMatchObject({ name: 'NotFound' });
    },
  );
});

describe('decideLineCorrection', () => {
  forumTest(
    'accepted, the sentence says it, in these words or others; the evidence stands beside it',
    async ({ forum }) => {
      const { ask, decide, circulate, report, sentence, roundtable, rapporteur, edition, delegate } =
        await circulated(forum);
      await circulate();
      const { id } = await ask({ body: 'Kenya opposed a levy of 40 shillings.' });
      const row = await reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow();
      const [waiting] = await correctionsToDecide(forum.db, row, (code) => code);
      expect(waiting!.line).toMatchObject({ paragraph: 1, version: 1, sentence: { text: 'Kenya supported a levy.' } });
      expect(waiting!.findings.map(({ check }) => check)).toContain('number_unsaid');
      expect(await countLineCorrections(forum.db, rapporteur, edition)).toBe(1);
      await expect(decide(id, 'accepted', {}, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
      await expect(decide(id, 'accepted', { basedOn: 7 })).rejects.toMatchObject({
        code: 'paragraph.changed_meanwhile',
      });
      await expect(decide(id, 'accepted', { written: 'Kenya said “never”.' })).rejects.toMatchObject({ code: 'sentence.quotation_not_in_source' }); // prettier-ignore
      await decide(id, 'accepted', {
        basedOn: 1,
        written: 'Kenya did not support a levy.',
        words: 'The sum was not said.',
      });
      const view = await reportOf(forum.db, rapporteur, { id: roundtable });
      expect(view!.paragraphs[0]!.sentences[0]).toMatchObject({ id: sentence, text: 'Kenya did not support a levy.', writtenBy: 'person' }); // prettier-ignore
      expect(view!.paragraphs[0]!.sentences[0]!.citations).toHaveLength(1);
      await expect(decide(id, 'declined', { words: 'No.' })).rejects.toMatchObject({ code: 'line.decided_already' });
      expect((await lineCorrections(forum.db, report))[0]).toMatchObject({ decision: 'accepted', written: 'Kenya did not support a levy.', corrigendum: null }); // prettier-ignore
      const kinds = await forum.db.selectFrom('record_line').select(['kind', 'audience']).orderBy('sequence', 'desc').limit(3).execute(); // prettier-ignore
      expect(kinds.reverse()).toEqual([
        { kind: 'report.correction_asked', audience: 'desk' },
        { kind: 'sentence.written', audience: 'public' },
        { kind: 'report.correction_accepted', audience: 'public' },
      ]);
    },
  );

  forumTest('what was missing goes into a paragraph, on words that were said', async ({ forum }) => {
    const { ask, decide, circulate, roundtable, missing, said, rapporteur, report, row } = await circulated(forum);
    await circulate();
    await expect(ask({ sentence: null, statement: roundtable, body: 'x' })).rejects.toMatchObject({ name: 'NotFound' });
    const { id } = await ask({ sentence: null, statement: missing, body: 'It added that desks stay open until midnight.' }); // prettier-ignore
    const [waiting] = await correctionsToDecide(forum.db, await row(), (code) => code);
    expect(waiting).toMatchObject({ line: null, passage: 'They stay open until midnight.', places: [{ number: 1 }] });
    const paragraph = waiting!.places[0]!.id;
    await expect(decide(id, 'accepted')).rejects.toMatchObject({ code: 'line.place_missing' });
    await expect(decide(id, 'accepted', { paragraph })).rejects.toMatchObject({ code: 'line.quotation_missing' });
    await expect(decide(id, 'accepted', { paragraph, quotation: 'until nine' })).rejects.toMatchObject({ code: 'citation.not_in_source' }); // prettier-ignore
    await decide(id, 'accepted', { paragraph, quotation: waiting!.passage });
    const view = await reportOf(forum.db, rapporteur, { id: roundtable });
    expect(view!.paragraphs[0]!.sentences.map(({ text }) => text)[1]).toBe(
      'It added that desks stay open until midnight.',
    );
    expect(view!.paragraphs[0]!.sentences[1]!.citations[0]).toMatchObject({ quotation: 'They stay open until midnight.' }); // prettier-ignore
    expect(view!.paragraphs[0]!.version).toBe(2);
    expect(said).not.toBe(missing);
    expect(await lineCorrections(forum.db, report)).toMatchObject([{ decision: 'accepted', statement: { number: 2 } }]);
  });

  forumTest(
    'declined, it says why; taken back, there is nothing to decide; final, it needs a corrigendum',
    async ({ forum }) => {
      const { ask, decide, circulate, report, delegate, chair } = await circulated(forum);
      await circulate();
      const { id } = await ask();
      await expect(decide(id, 'declined')).rejects.toMatchObject({ code: 'correction.words_missing' });
      await decide(id, 'declined', { words: 'The recording says otherwise.' });
      const again = await ask();
      const takeBack = (who: Viewer) => perform(forum, who, withdrawLineCorrection, { correction: again.id });
      await expect(takeBack(chair)).rejects.toMatchObject({ name: 'NotFound' });
      await takeBack(delegate);
      await expect(takeBack(delegate)).rejects.toMatchObject({ code: 'line.decided_already' });
      await state(forum, report, 'final');
      const late = await ask();
      await expect(decide(late.id, 'accepted')).rejects.toMatchObject({ code: 'line.needs_corrigendum' });
      await perform(forum, program, moveReport, { report, to: 'corrigendum' });
      await decide(late.id, 'accepted');
      const decided = (await lineCorrections(forum.db, report)).map((one) => `${one.decision} ${one.late} ${one.corrigendum}`); // prettier-ignore
      expect(decided.sort()).toEqual(['accepted true 1', 'declined false null', 'withdrawn false null']);
    },
  );
});
