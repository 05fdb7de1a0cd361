import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import type { Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { isCirculated, writingRefusal } from '#report/rules.ts';
import { reports, type ReportRow } from '#report/text-rows.ts';
import { citedElsewhereRefusal, shapingRefusal, staleRefusal } from './rules.ts';

/** A report that may still change, locked, for someone who writes it: all that changes its text goes one after another. */
export async function reportToWrite({ tx, actor }: Context, id: string): Promise<ReportRow> {
  const report = found(await reports(tx).where('report.id', '=', id).forUpdate('report').executeTakeFirst(), 'report');
  refuseIf(roleRefusal(actor, reporters, { editionId: report.edition_id, roundtableId: report.roundtable_id }));
  refuseIf(writingRefusal(report));
  return report;
}

/** The same, where sentences and paragraphs are put together. */
export async function reportToShape(context: Context, id: string): Promise<ReportRow> {
  const report = await reportToWrite(context, id);
  refuseIf(shapingRefusal(report));
  return report;
}

/** A paragraph as it stands, with the sentences in it. */
export interface Held {
  id: string;
  number: number | null;
  heading: string | null;
  section: string;
  roundtable_id: string | null;
  question_id: string | null;
  version: number;
  sentences: HeldSentence[];
  /** All of it in one line, as whoever comes too late is shown it. */
  text: string;
  report: ReportRow;
}

export interface HeldSentence {
  id: string;
  paragraph_id: string | null;
  position: number;
  text: string;
}

export async function paragraphToShape(context: Context, id: string, basedOn: number): Promise<Held> {
  const report = await reportToShape(context, await reportOfParagraph(context.tx, id));
  return standing(await paragraphHeld(context.tx, id, report), basedOn);
}

/** Another paragraph of a report that is held already. */
export async function paragraphBeside(context: Context, { report }: Held, id: string, basedOn: number): Promise<Held> {
  found((await reportOfParagraph(context.tx, id)) === report.id ? id : null, 'paragraph');
  return standing(await paragraphHeld(context.tx, id, report), basedOn);
}

export async function sentenceToShape(context: Context, id: string, basedOn: number) {
  return inHand(context, id, basedOn, reportToShape);
}

/** A sentence whose words alone change. Without a version, whatever stands is meant. */
export async function sentenceToWrite(context: Context, id: string, basedOn?: number) {
  return inHand(context, id, basedOn, reportToWrite);
}

async function inHand(context: Context, id: string, basedOn: number | undefined, take: typeof reportToWrite) {
  const place = () =>
    context.tx
      .selectFrom('sentence')
      .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
      .select(['paragraph.id', 'report_id'])
      .where('sentence.id', '=', id)
      .executeTakeFirst();
  const report = await take(context, found(await place(), 'sentence').report_id);
  // It may have been moved while the report was waited for.
  const at = found(await place(), 'sentence');
  const paragraph = standing(await paragraphHeld(context.tx, at.id, report), basedOn);
  return {
    paragraph,
    sentence: found(
      paragraph.sentences.find((one) => one.id === id),
      'sentence',
    ),
  };
}

function standing(paragraph: Held, basedOn: number | undefined): Held {
  if (basedOn !== undefined) refuseIf(staleRefusal(paragraph, basedOn));
  return paragraph;
}

async function reportOfParagraph(tx: Kysely<DB>, id: string): Promise<string> {
  const row = await tx.selectFrom('report_paragraph').select('report_id').where('id', '=', id).executeTakeFirst();
  return found(row, 'paragraph').report_id;
}

export async function paragraphHeld(tx: Kysely<DB>, id: string, report: ReportRow): Promise<Held> {
  const paragraph = found(
    await tx
      .selectFrom('report_paragraph')
      .select(['id', 'number', 'heading', 'section', 'roundtable_id', 'question_id', 'version'])
      .where('id', '=', id)
      .executeTakeFirst(),
    'paragraph',
  );
  const sentences = await tx
    .selectFrom('sentence')
    .select(['id', 'paragraph_id', 'position', 'text'])
    .where('paragraph_id', '=', id)
    .orderBy('position')
    .execute();
  return { ...paragraph, sentences, text: sentences.map(({ text }) => text).join(' '), report };
}

/** Refused where a sentence is to go on which the report of another roundtable rests. */
export async function refuseIfCitedElsewhere({ tx }: Context, ids: readonly string[]): Promise<void> {
  const citing = await tx
    .selectFrom('citation')
    .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .innerJoin('report', 'report.id', 'paragraph.report_id')
    .innerJoin('roundtable', 'roundtable.id', 'report.roundtable_id')
    .select('roundtable.number')
    .distinct()
    .where('cited_sentence_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('roundtable.number')
    .execute();
  refuseIf(citedElsewhereRefusal(citing.map(({ number }) => number)));
}

export function recordEdit({ record }: Context, report: ReportRow, kind: string, subject: string): void {
  record(kind, subject, { roundtableId: report.roundtable_id, audience: audienceOf(report.state) });
}

export function audienceOf(state: string): 'desk' | 'public' {
  return isCirculated(state) ? 'public' : 'desk';
}
