import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { refuseLeaksInText } from '#report/checks/before-circulating.ts';
import { writeSentence } from '#report/acts.ts';
import { isCirculated } from '#report/rules.ts';
import { addCitations } from '#report/editing/citations.ts';
import { paragraphHeld } from '#report/editing/hand.ts';
import { turnVersion } from '#report/editing/laying.ts';
import { readSources, refuseInventedQuotations } from '#report/sources.ts';
import { scopeOf } from '#report/scope.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { lastCorrigendum } from '#report/versions/rows.ts';
import { lockedReport } from '#report/versions/acts.ts';
import { ownStatement, sentenceIn } from './before-correcting.ts';
import { askingRefusal, decidingRefusal, isLateFor, placingRefusal, withdrawingRefusal } from './rules.ts';

const text = z
  .string()
  .overwrite((given) => given.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '\ufffd'))
  .trim();

export const askLineCorrection = act({
  name: 'report.ask_correction',
  does: 'A delegation asks that a sentence of a circulated report read otherwise, or that something it said be added, and why. After the window it is marked as late.',
  input: z.object({
    report: z.uuid(),
    delegation: z.uuid(),
    /** Without one, something is missing. */
    sentence: z.uuid().nullable().default(null),
    /** What it said, where that is what is missing. */
    statement: z.uuid().nullable().default(null),
    body: text.min(1, 'line.body_missing').max(5_000, 'line.body_too_long'),
    reason: text.max(2000, 'line.reason_too_long').default(''),
  }),
  async run({ tx, actor, now, newId, rows, record }, { delegation, body, reason, ...input }) {
    const report = await lockedReport(tx, input.report);
    const speaks = actor.program || actor.delegationIds.includes(delegation);
    found(speaks && isCirculated(report.state) ? true : null, 'report');
    const sentence = input.sentence ? found(await sentenceIn(tx, report.id, input.sentence), 'sentence') : null;
    const said = input.statement ? found(await ownStatement(tx, report, input.statement, delegation), 'statement') : null; // prettier-ignore
    const open = await tx
      .selectFrom('correction')
      .select('id')
      .where('report_id', '=', report.id)
      .where('delegation_id', '=', delegation)
      .where('decision', 'is', null)
      .$if(sentence !== null, (query) => query.where('sentence_id', '=', input.sentence))
      .$if(sentence === null, (query) => query.where('sentence_id', 'is', null).where('body', '=', body))
      .executeTakeFirst();
    const stood = sentence?.text ?? null;
    refuseIf(askingRefusal(report, { body, stood }, open !== undefined));
    const id = newId();
    await rows.insert('correction', {
      id,
      report_id: report.id,
      sentence_id: sentence?.id ?? null,
      stood,
      statement_id: said?.id ?? null,
      revision: said?.revisions ?? null,
      delegation_id: delegation,
      body,
      reason,
      late: isLateFor(report, now),
      by_id: actor.personId,
      at: now,
    });
    record('report.correction_asked', id, { roundtableId: report.roundtable_id, audience: 'desk' });
    return { id };
  },
});

export const withdrawLineCorrection = act({
  name: 'report.withdraw_correction',
  does: 'A delegation takes back what it asked of a report, before it is decided.',
  input: z.object({ correction: z.uuid() }),
  async run({ tx, actor, now, rows, record }, input) {
    const { report, ...correction } = await correctionOf(tx, input.correction);
    found(actor.program || actor.delegationIds.includes(correction.delegation_id) ? true : null, 'correction');
    refuseIf(withdrawingRefusal(correction));
    const withdrawn = { decision: 'withdrawn', decided_by: actor.personId, decided_at: now };
    await rows.update('correction', { id: correction.id }, withdrawn);
    record('report.correction_withdrawn', correction.id, { roundtableId: report.roundtable_id, audience: 'desk' });
  },
});

export const decideLineCorrection = act({
  name: 'report.decide_correction',
  does: 'Accepts what a delegation asks of a report, in its words or in others that it is shown, or declines it with words. What a final report is given goes into its next corrigendum.',
  input: z.object({
    correction: z.uuid(),
    decision: z.enum(['accepted', 'declined']),
    words: text.max(2000, 'line.reason_too_long').default(''),
    /** What is written; without it, the words that were asked for. */
    written: text.max(20_000, 'sentence.text_too_long').default(''),
    /** The version that was being read, of the paragraph of the sentence. */
    basedOn: z.int32().positive().optional(),
    /** For what is missing: into which paragraph it goes, and on which words it rests. */
    paragraph: z.uuid().nullable().default(null),
    quotation: text.max(20_000).default(''),
  }),
  async run(context, { decision, words, ...input }) {
    const { tx, actor, now, rows, record } = context;
    const { report, ...correction } = await correctionOf(tx, input.correction);
    refuseIf(roleRefusal(actor, reporters, { editionId: report.edition_id, roundtableId: report.roundtable_id }));
    refuseIf(decidingRefusal(correction, report, { decision, words }));
    const about = { roundtableId: report.roundtable_id };
    const decided = { decision, words, decided_by: actor.personId, decided_at: now };
    if (decision === 'declined') {
      await rows.update('correction', { id: correction.id }, decided);
      record('report.correction_declined', correction.id, { ...about, audience: 'desk' });
      return;
    }
    const written = input.written || correction.body!;
    const asked = { ...correction, written };
    const sentence = correction.sentence_id ? await rewrite(context, asked, input.basedOn) : await add(context, report, asked, input); // prettier-ignore
    const corrigendum = report.state === 'corrigendum' ? (await lastCorrigendum(tx, report.id)) + 1 : null;
    await rows.update('correction', { id: correction.id }, { ...decided, written, corrigendum });
    record('report.correction_accepted', correction.id, about);
    return { sentence };
  },
});

interface Asked {
  sentence_id: string | null;
  statement_id: string | null;
  written: string;
}

/** The sentence that was asked about, written anew: what it rests on stays, and what it quotes must be there. */
async function rewrite(context: Context, { sentence_id: id, written }: Asked, basedOn?: number): Promise<string> {
  const sentence = found(await sentenceIn(context.tx, null, id!), 'sentence');
  await context.perform(writeSentence, { sentence: id!, basedOn: basedOn ?? sentence.version, text: written });
  return id!;
}

/**
 * What was missing, at the end of a paragraph, resting on words of what was said: no other sentence moves, since by now they
 * are spoken of by their places.
 */
async function add(
  context: Context,
  report: ReportRow,
  { statement_id: statement, written }: Asked,
  { paragraph: into, quotation }: { paragraph: string | null; quotation: string },
): Promise<string> {
  const { tx, newId, rows } = context;
  refuseIf(placingRefusal({ paragraph: into, quotation }));
  found((await scopeOf(tx, report, [statement])).get(statement ?? ''), 'statement');
  const { version, sentences, number } = await paragraphHeld(
    tx,
    found(await ownParagraph(tx, report, into!), 'paragraph').id,
    report,
  );
  found(number, 'paragraph');
  const cite = { kind: 'passage', statement: statement!, quotation } as const;
  refuseInventedQuotations(written, [cite], await readSources(tx, [cite]));
  await refuseLeaksInText(tx, report, written);
  const id = newId();
  const position = (sentences.at(-1)?.position ?? 0) + 1;
  await rows.insert('sentence', { id, paragraph_id: into, position, text: written, written_by: 'person' });
  await addCitations(context, id, [cite]);
  await turnVersion(context, { id: into!, version });
  return id;
}

function ownParagraph(tx: Context['tx'], report: ReportRow, id: string) {
  return tx
    .selectFrom('report_paragraph')
    .select('id')
    .where('id', '=', id)
    .where('report_id', '=', report.id)
    .executeTakeFirst();
}

/** What a delegation asked of a report, with that report, both locked. */
async function correctionOf(tx: Context['tx'], id: string) {
  const correction = found(
    await tx
      .selectFrom('correction')
      .selectAll()
      .where('id', '=', id)
      .where('report_id', 'is not', null)
      .forUpdate()
      .executeTakeFirst(),
    'correction',
  );
  return { ...correction, report: await lockedReport(tx, correction.report_id!) };
}
