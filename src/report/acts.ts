import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { refuseLeaks, refuseLeaksInText } from './checks/before-circulating.ts';
import { paragraphInput, passageInput } from './cites.ts';
import { citesOf, writeDraft } from './drafting.ts';
import { addCitations } from './editing/citations.ts';
import { audienceOf, recordEdit, reportToWrite, sentenceToWrite } from './editing/hand.ts';
import { turnVersion } from './editing/laying.ts';
import { longestSentence } from './editing/rules.ts';
import { lengthInput } from './length-input.ts';
import {
  dispositionRefusal,
  isCirculated,
  redraftRefusal,
  reportMoveRefusal,
  reportMoves,
  type ReportState,
} from './rules.ts';
import { readSources, refuseInventedQuotations } from './sources.ts';
import { scopeOf } from './scope.ts';
import { reports, type ReportRow } from './text-rows.ts';
import { keepVersion, movedBy } from './versions/keeping.ts';
import { keptFrom, lookThrough } from './versions/looking-through.ts';
import { movedAlreadyRefusal } from './versions/rules.ts';
import { writeParagraphs } from './writing.ts';

const states = Object.keys(reportMoves) as [ReportState, ...ReportState[]];

export const enterReport = act({
  name: 'report.enter',
  does: 'Enters a whole report, paragraph by paragraph, each sentence with what it rests on.',
  input: z.object({
    roundtable: z.uuid(),
    kind: z.enum(['record', 'general_rapporteur']),
    title: z.string().trim().min(1, 'report.title_missing').max(500),
    symbol: z.string().max(100).nullable().default(null),
    /** As printed. */
    rapporteur: z.string().max(300).nullable().default(null),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .default('en'),
    attribution: z.enum(['attributed', 'by_constituency', 'not_attributed']).default('attributed'),
    state: z.enum(states).default('draft'),
    source: z.enum(['draft', 'import']),
    correctionsCloseAt: z.date().nullable().default(null),
    paragraphs: z.array(paragraphInput).max(5000),
  }),
  async run(context, input) {
    const { rows, record, newId, now } = context;
    const roundtable = await roundtableToReport(context, input.roundtable);
    const existing = await reports(context.tx)
      .where('report.roundtable_id', '=', roundtable.id)
      .where('report.kind', '=', input.kind)
      .executeTakeFirst();
    refuseIf(existing ? { code: 'report.exists_already', values: { title: existing.title } } : null);
    const id = newId();
    await rows.insert('report', {
      id,
      roundtable_id: roundtable.id,
      kind: input.kind,
      title: input.title,
      symbol: input.symbol,
      rapporteur: input.rapporteur,
      language: input.language,
      attribution: input.attribution,
      state: input.state,
      source: input.source,
      corrections_close_at: input.correctionsCloseAt,
      created_at: now,
    });
    const sentences = await writeParagraphs(context, id, input.paragraphs);
    if (isCirculated(input.state)) {
      const entered = await reports(context.tx).where('report.id', '=', id).executeTakeFirstOrThrow();
      await refuseLeaks(context.tx, entered);
    }
    record('report.entered', id, { roundtableId: roundtable.id, audience: audienceOf(input.state) });
    return { id, sentences };
  },
});

export const draftReport = act({
  name: 'report.draft',
  does: 'Drafts the record of a roundtable from its points. Drafting again replaces what was drafted, never what a person wrote.',
  input: z.object({ roundtable: z.uuid(), words: lengthInput }),
  async run(context, input) {
    const roundtable = await roundtableToReport(context, input.roundtable);
    const existing = await reports(context.tx)
      .where('report.roundtable_id', '=', roundtable.id)
      .where('report.kind', '=', 'record')
      .forUpdate('report')
      .executeTakeFirst();
    refuseIf(redraftRefusal(existing));
    const limit = input.words === undefined ? (existing?.word_limit ?? null) : input.words;
    const id = await writeDraft(context, roundtable.id, existing?.id ?? null, limit);
    context.record('report.drafted', id, { roundtableId: roundtable.id, audience: 'desk' });
    return { id };
  },
});

export const writeSentence = act({
  name: 'sentence.write',
  does: 'Writes a sentence of a report anew. What it rests on stays, and whatever it quotes must be there.',
  input: z.object({
    sentence: z.uuid(),
    /** The paragraph's version that was being read. */
    basedOn: z.int32().positive(),
    text: z.string().trim().min(1, 'sentence.text_missing').max(longestSentence, 'sentence.text_too_long'),
  }),
  async run(context, input) {
    const { tx, rows } = context;
    const { sentence, paragraph } = await sentenceToWrite(context, input.sentence, input.basedOn);
    const cites = (await citesOf(tx, [sentence.id])).get(sentence.id) ?? [];
    refuseInventedQuotations(input.text, cites, await readSources(tx, cites));
    if (isCirculated(paragraph.report.state)) await refuseLeaksInText(tx, paragraph.report, input.text);
    await rows.update('sentence', { id: sentence.id }, { text: input.text, written_by: 'person' });
    const version = await turnVersion(context, paragraph);
    recordEdit(context, paragraph.report, 'sentence.written', sentence.id);
    return { version };
  },
});

export const citePassage = act({
  name: 'citation.add',
  does: 'Rests a sentence on a passage of a statement, given in its exact words and, where they stand twice, by their place.',
  input: passageInput.omit({ kind: true }).extend({ sentence: z.uuid() }),
  async run(context, input) {
    const { sentence, paragraph } = await sentenceToWrite(context, input.sentence);
    const { statement, quotation, start } = input;
    const [id] = await addCitations(context, sentence.id, [{ kind: 'passage', statement, quotation, start }]);
    recordEdit(context, paragraph.report, 'citation.added', sentence.id);
    return { id: id! };
  },
});

export const decideDisposition = act({
  name: 'disposition.decide',
  does: 'Decides what becomes of a statement the report’s body does not cite: merged, noted, not retained or omitted.',
  input: z.object({
    report: z.uuid(),
    statement: z.uuid(),
    kind: z.enum(['merged', 'noted', 'not_retained', 'omitted']),
    mergedWith: z.uuid().nullable().default(null),
    reason: z.string().trim().max(2000, 'disposition.reason_too_long').default(''),
    ruling: z.uuid().nullable().default(null),
  }),
  async run(context, input) {
    const { tx, actor, now, rows, record } = context;
    const report = await reportToWrite(context, input.report);
    const inScope = await scopeOf(tx, report, [input.statement, input.mergedWith]);
    const statement = found(inScope.get(input.statement), 'statement');
    const ruling = input.kind === 'not_retained' ? await standingRuling(context, statement.id) : undefined;
    const isStanding = ruling?.decision === 'not_relevant' && (!input.ruling || input.ruling === ruling.id);
    const into = input.kind === 'merged' && input.mergedWith ? (inScope.get(input.mergedWith) ?? null) : null;
    refuseIf(
      dispositionRefusal({
        kind: input.kind,
        reason: input.reason,
        statement,
        into,
        ruling: isStanding ? ruling : null,
      }),
    );
    const key = { report_id: report.id, statement_id: statement.id };
    const decided = {
      kind: input.kind,
      merged_with: into?.id ?? null,
      ruling_id: isStanding ? ruling.id : null,
      reason: input.reason,
      by_id: actor.personId,
      at: now,
    };
    const changed = await rows.update('disposition', key, decided);
    if (changed.length === 0) await rows.insert('disposition', { ...key, ...decided });
    record('disposition.decided', statement.id, {
      roundtableId: report.roundtable_id,
      audience: audienceOf(report.state),
    });
  },
});

export const moveReport = act({
  name: 'report.move',
  does: 'Takes a report to its next state. It becomes final only when every statement is accounted for, nothing stops it and it is signed.',
  input: z.object({ report: z.uuid(), to: z.enum(states), correctionsCloseAt: z.date().optional() }),
  async prepare(db, actor, input) {
    const report = await reports(db).where('report.id', '=', input.report).executeTakeFirst();
    const goes = report && moverRefusal(actor, report) === null && reportMoveRefusal(report.state, input.to) === null;
    return goes ? lookThrough(db, report, input.to) : undefined;
  },
  async run(context, input, looked) {
    const { tx, actor, now, rows, record } = context;
    const report = found(
      await reports(tx).where('report.id', '=', input.report).forUpdate('report').executeTakeFirst(),
      'report',
    );
    refuseIf(moverRefusal(actor, report));
    refuseIf(movedAlreadyRefusal(report, input.to, await movedBy({ tx }, report)));
    refuseIf(reportMoveRefusal(report.state, input.to));
    if (input.to === 'correction_window' && input.correctionsCloseAt)
      refuseIf(input.correctionsCloseAt <= now ? 'correction.window_past' : null);
    refuseIf(await keptFrom(tx, report, input.to, looked));
    await keepVersion(context, report, input.to);
    const closes = input.correctionsCloseAt ? { corrections_close_at: input.correctionsCloseAt } : {};
    await rows.update('report', { id: report.id }, { state: input.to, ...closes });
    record('report.moved', report.id, { roundtableId: report.roundtable_id, audience: audienceOf(input.to) });
  },
});

function moverRefusal(actor: Viewer, { edition_id, roundtable_id }: ReportRow) {
  return roleRefusal(actor, [...reporters, 'co_chair'], { editionId: edition_id, roundtableId: roundtable_id });
}

async function roundtableToReport({ tx, actor }: Context, id: string) {
  const roundtable = found(
    await tx.selectFrom('roundtable').selectAll().where('id', '=', id).executeTakeFirst(),
    'roundtable',
  );
  refuseIf(roleRefusal(actor, reporters, { editionId: roundtable.edition_id, roundtableId: roundtable.id }));
  return roundtable;
}

function standingRuling({ tx }: Context, statementId: string) {
  return tx
    .selectFrom('ruling')
    .select(['id', 'decision'])
    .where('statement_id', '=', statementId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
