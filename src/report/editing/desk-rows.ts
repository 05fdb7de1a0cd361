import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { listings } from '#report/ledger/rules.ts';

/** Sentences of these paragraphs, in their order. */
export function sentencesIn(db: Kysely<DB>, paragraphs: readonly string[]) {
  return db
    .selectFrom('sentence')
    .select(['id', 'paragraph_id', 'text', 'written_by'])
    .where('paragraph_id', '=', sql<string>`any(${paragraphs}::uuid[])`)
    .orderBy('position')
    .execute();
}

export type CiteRow = Awaited<ReturnType<typeof citationsIn>>[number];

/** What the sentences of these paragraphs rest on, without the words around. */
export function citationsIn(db: Kysely<DB>, paragraphs: readonly string[]) {
  return db
    .selectFrom('citation')
    .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
    .leftJoin('question', 'question.id', 'citation.question_id')
    .leftJoin('sentence as cited', 'cited.id', 'citation.cited_sentence_id')
    .select(['citation.id', 'sentence_id', 'citation.kind', 'statement_id', 'revision', 'point_id', 'fact'])
    .select(['quotation', 'quotation_start', 'quotation_end'])
    .select(['question.number as question', 'question.text as question_text', 'cited.text as cited_text'])
    .where('sentence.paragraph_id', '=', sql<string>`any(${paragraphs}::uuid[])`)
    .orderBy('citation.position')
    .execute();
}

export function paragraphRows(db: Kysely<DB>, reportId: string) {
  return db
    .selectFrom('report_paragraph')
    .select(['id', 'heading', 'section', 'version'])
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
}

export function removedRows(db: Kysely<DB>, reportId: string) {
  return db
    .selectFrom('sentence')
    .leftJoin('person', 'person.id', 'sentence.removed_by')
    .select(['sentence.id', 'text', 'removed_at', 'person.name as by'])
    .where('removed_from', '=', reportId)
    .where('joined_into', 'is', null)
    .orderBy('removed_at', 'desc')
    .orderBy('sentence.position')
    .limit(200)
    .execute();
}

/** The statements a report's body rests on through sentences of another report. */
export async function restingThrough(db: Kysely<DB>, reportId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('citation')
    .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .innerJoin('citation as further', 'further.sentence_id', 'citation.cited_sentence_id')
    .select('further.statement_id as id')
    .distinct()
    .where('paragraph.report_id', '=', reportId)
    .where('paragraph.section', 'not in', listings)
    .where('further.statement_id', 'is not', null)
    .execute();
  return rows.map(({ id }) => id!);
}

/** The lines that the record has gained about these roundtables since a place in its sequence. */
export function linesSince(db: Kysely<DB>, roundtables: readonly string[], since: number) {
  return db
    .selectFrom('record_line')
    .select(['kind', 'subject_id'])
    .where('sequence', '>', since)
    .where('roundtable_id', '=', sql<string>`any(${roundtables}::uuid[])`)
    .execute();
}

/** How far the record had come when something was last said, found or ruled there: what the report itself gains aside. */
export async function lastSaid(db: Kysely<DB>, roundtables: readonly string[]): Promise<number> {
  const { last } = await db
    .selectFrom('record_line')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('roundtable_id', '=', sql<string>`any(${roundtables}::uuid[])`)
    .where(sql<boolean>`split_part(kind, '.', 1) <> all(${ofTheText}::text[])`)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

const ofTheText = ['report', 'paragraph', 'sentence', 'sentences', 'citation', 'disposition'];

export function isOfTheText(kind: string): boolean {
  return ofTheText.includes(kind.split('.')[0]!);
}
