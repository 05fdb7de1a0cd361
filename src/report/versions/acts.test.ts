import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { decideDisposition, enterReport, moveReport, writeSentence } from '#report/acts.ts';
import type { CheckCode } from '#report/checks/finding.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { openStops } from '#report/checks/settled.ts';
import { storedReport } from '#report/checks/stored.ts';
import { reports } from '#report/text-rows.ts';
import { reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { officer, smallForum } from '#test/small-forum.ts';
import { keepFinding, renewCitations, signReport } from './acts.ts';
import { refusalsToFinish } from './before-final.ts';
import { contentOf, digestOf, textOf } from './content.ts';
import { changesIn, reportVersion, versionsOf } from './queries.ts';

const body = 'We propose that reception desks stay open until midnight. Thank you.';

/** A circulated report that only its signatures keep from being final. */
async function beforeFinal(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, roundtable, delegate } = small;
  const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body, language: 'en' });
  const { id: report, sentences } = await perform(forum, program, enterReport, {
    roundtable,
    kind: 'record',
    title: 'Record',
    source: 'draft',
    paragraphs: [
      {
        section: 'discussion',
        sentences: [
          { text: 'Kenya proposed that reception desks stay open until midnight.', cites: [{ kind: 'passage', statement, quotation: body.slice(0, 57) }] }, // prettier-ignore
        ],
      },
    ],
  });
  const rapporteur = await officer(forum, { edition, roundtable }, 'rapporteur', 'Leila Haddad');
  const coChair = await officer(forum, { edition, roundtable }, 'co_chair', 'Carla Reyes');
  const move = (to: 'co_chair_review' | 'correction_window' | 'final' | 'corrigendum', who = rapporteur) =>
    perform(forum, who, moveReport, { report, to });
  const row = () => reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow();
  const digest = async () => digestOf(contentOf('Record', await textOf(forum.db, report)));
  const sign = async (who: Viewer, capacity: 'co_chair' | 'rapporteur', text?: string) =>
    perform(forum, who, signReport, { report, capacity, digest: text ?? (await digest()) });
  const missing = async () =>
    (await refusalsToFinish(forum.db, await row())).map((reason) =>
      typeof reason === 'string' ? reason : reason.code,
    );
  const write = (text: string, basedOn: number) =>
    perform(forum, rapporteur, writeSentence, { sentence: sentences[0]![0]!, basedOn, text });
  const stops = async () => {
    const checked = (await findingsIn(forum.db, program, await row()))!;
    return openStops(checked.findings, storedReport(checked.report), []);
  };
  return { ...small, statement, report, sentence: sentences[0]![0]!, rapporteur, coChair, move, row, sign, missing, write, digest, stops }; // prettier-ignore
}

describe('signReport', () => {
  forumTest('is of a text, by whoever holds the office; a changed text is signed again', async ({ forum }) => {
    const { move, sign, rapporteur, coChair, chair, write, missing, row, digest } = await beforeFinal(forum);
    await expect(sign(coChair, 'co_chair')).rejects.toMatchObject({ code: 'sign_off.still_a_draft' });
    await move('co_chair_review');
    await expect(sign(chair, 'co_chair')).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(sign(program, 'rapporteur')).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(sign(coChair, 'co_chair', '0'.repeat(64))).rejects.toMatchObject({ code: 'sign_off.text_changed' });
    await sign(coChair, 'co_chair');
    await expect(sign(coChair, 'co_chair')).rejects.toMatchObject({ code: 'sign_off.signed_already' });
    await move('correction_window');
    await expect(move('final')).rejects.toMatchObject({ code: 'report.unsigned', values: { chairs: 0, either: 'Leila Haddad' } }); // prettier-ignore
    await sign(rapporteur, 'rapporteur');
    await write('Kenya proposed that desks stay open until midnight.', 1);
    expect(await missing()).toEqual(['report.unsigned']);
    await sign(rapporteur, 'rapporteur');
    await sign(coChair, 'co_chair');
    const signed = await digest();
    expect(await missing()).toEqual([]);
    await move('final');
    await expect(move('final')).rejects.toMatchObject({ code: 'report.moved_already', values: { by: 'Leila Haddad' } });
    await expect(sign(coChair, 'co_chair')).rejects.toMatchObject({ code: 'report.final_already' });
    const versions = await versionsOf(forum.db, visitor, await row());
    // Who signs the text that was circulated signs that version too.
    expect(versions.map(({ occasion, signed }) => [occasion, ...signed.map(({ name }) => name).sort()])).toEqual([
      ['circulated', 'Carla Reyes', 'Leila Haddad'],
      ['final', 'Carla Reyes', 'Leila Haddad'],
    ]);
    expect(await digest()).toBe(signed);
  });
});

describe('a report whose sources changed', () => {
  forumTest('is not final until they are cited anew', async ({ forum }) => {
    const { move, missing, statement, delegate, report, rapporteur, chair } = await beforeFinal(forum);
    await move('co_chair_review');
    await move('correction_window');
    const renew = (more: object = {}, who = rapporteur) => perform(forum, who, renewCitations, { report, ...more });
    await expect(renew()).rejects.toMatchObject({ code: 'citation.nothing_to_renew' });
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: `${body} And more.` });
    expect(await missing()).toEqual(['report.sources_changed', 'report.unsigned']);
    await expect(move('final')).rejects.toMatchObject({ code: 'report.sources_changed', values: { places: '1a' } });
    await expect(renew({}, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    expect(await renew({}, chair)).toEqual({ renewed: 1 });
    expect(await missing()).toEqual(['report.unsigned']);
    const shut = 'We propose that reception desks stay open until nine.';
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 2, body: shut });
    await expect(renew()).rejects.toMatchObject({ code: 'citation.nothing_to_renew' });
    const { id: citation } = await forum.db.selectFrom('citation').select('id').executeTakeFirstOrThrow();
    await expect(renew({ citation })).rejects.toMatchObject({ code: 'citation.not_in_source' });
    await expect(renew({ citation: report })).rejects.toMatchObject({ name: 'NotFound' });
    expect(await renew({ citation, quotation: shut })).toEqual({ renewed: 1 });
    await perform(forum, delegate, withdrawStatement, { statement });
    expect(await missing()).toContain('report.sources_changed');
  });
});

describe('keepFinding', () => {
  forumTest('lets a finding stand with words, as long as it is the same finding', async ({ forum }) => {
    const { move, missing, report, sentence, rapporteur, delegate, write, stops } = await beforeFinal(forum);
    await move('co_chair_review');
    await write('Kenya proposed that 12 reception desks stay open until midnight.', 1);
    const [found] = await stops();
    expect(found).toMatchObject({ place: '1a', finding: { check: 'number_unsaid' } });
    const keep = (more: object = {}, who = rapporteur) =>
      perform(forum, who, keepFinding, { report, sentence, code: 'number_unsaid' as CheckCode, about: found!.about, reason: 'Counted on the map.', ...more }); // prettier-ignore
    await expect(keep({}, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(keep({ reason: ' ' })).rejects.toMatchObject({ code: 'kept_finding.reason_missing' });
    await expect(keep({ code: 'leak' })).rejects.toMatchObject({ code: 'kept_finding.never' });
    await expect(keep({ about: 'else' })).rejects.toMatchObject({ code: 'kept_finding.not_there' });
    expect(await missing()).toEqual(['report.findings_stop', 'report.unsigned']);
    await keep();
    expect(await missing()).toEqual(['report.unsigned']);
    await write('Kenya proposed that 14 reception desks stay open until midnight.', 2);
    expect(await missing()).toEqual(['report.findings_stop', 'report.unsigned']);
  });
});

describe('versions', () => {
  forumTest('open as they were, words erased apart, and differ sentence by sentence', async ({ forum }) => {
    const { move, sign, write, coChair, rapporteur, row, statement, report, roundtable, delegate } =
      await beforeFinal(forum);
    await move('co_chair_review');
    await move('correction_window');
    await write('Kenya proposed that desks stay open until midnight.', 1);
    const finish = async () => {
      await sign(coChair, 'co_chair');
      await sign(rapporteur, 'rapporteur');
      await move('final');
    };
    await finish();
    // Begun and issued without a change, a corrigendum is none.
    await move('corrigendum');
    await move('final');
    await move('corrigendum');
    await write('Kenya proposed that reception desks stay open.', 2);
    await finish();
    const versions = await versionsOf(forum.db, visitor, await row());
    expect(versions.map(({ number, occasion, corrigendum, by }) => [number, occasion, corrigendum, by])).toEqual([
      [1, 'circulated', null, 'Leila Haddad'],
      [2, 'final', null, 'Leila Haddad'],
      [3, 'corrigendum', 1, 'Leila Haddad'],
    ]);
    const first = (await reportVersion(forum.db, visitor, await row(), 1))!;
    expect(first.paragraphs[0]!.sentences[0]).toMatchObject({
      text: 'Kenya proposed that reception desks stay open until midnight.',
      citations: [{ quotation: body.slice(0, 57), before: '', after: ' Thank you.' }],
    });
    expect(await changesIn(forum.db, visitor, await row(), 2, 3)).toMatchObject([{ kind: 'changed', earlier: { paragraph: 1, letter: 'a' } }]); // prettier-ignore
    expect(await changesIn(forum.db, visitor, await row(), 3, 'now')).toEqual([]);
    expect(await changesIn(forum.db, visitor, await row(), 3, 9)).toBeUndefined();
    await forum.db.updateTable('statement_revision').set({ body: '[words erased]' }).where('statement_id', '=', statement).execute(); // prettier-ignore
    const erased = (await reportVersion(forum.db, rapporteur, await row(), 1))!;
    expect(JSON.stringify(erased)).not.toContain('We propose');
    // Earlier texts of a report that names nobody are for those who write it.
    await forum.db.updateTable('report').set({ attribution: 'not_attributed' }).where('id', '=', report).execute();
    expect(await reportVersion(forum.db, visitor, await row(), 1)).toBeUndefined();
    expect(await reportVersion(forum.db, rapporteur, await row(), 1)).toBeDefined();
    const late = await perform(forum, delegate, submitComment, { roundtable, body: 'Late.', language: 'en' });
    await expect(perform(forum, program, decideDisposition, { report, statement: late.id, kind: 'noted' })).rejects.toMatchObject({ code: 'report.final_already' }); // prettier-ignore
  });
});
