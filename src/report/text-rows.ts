import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

export type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>['execute']>>[number];

export function reports(db: Kysely<DB>) {
  return db
    .selectFrom('report')
    .innerJoin('roundtable', 'roundtable.id', 'report.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .selectAll('report')
    .select((eb) => eb.fn.coalesce('roundtable.attribution', 'edition.attribution').as('roundtable_attribution'))
    .select(['roundtable.edition_id', 'roundtable.number as roundtable_number', 'roundtable.title as roundtable_title'])
    .select((eb) => [madeFinal(eb).select('v.at').as('final_at'), madeFinal(eb).select('person.name').as('final_by')]);
}

/** The last time somebody here made a report final: one that came in as final was made so by nobody. */
function madeFinal(eb: ExpressionBuilder<DB, 'report'>) {
  return eb
    .selectFrom('report_version as v')
    .leftJoin('person', 'person.id', 'v.by_id')
    .whereRef('v.report_id', '=', 'report.id')
    .where('v.occasion', '=', 'final')
    .orderBy('v.number', 'desc')
    .limit(1);
}

export function paragraphsOf(db: Kysely<DB>, reportId: string) {
  return db
    .selectFrom('report_paragraph as paragraph')
    .leftJoin('roundtable', 'roundtable.id', 'paragraph.roundtable_id')
    .leftJoin('question', 'question.id', 'paragraph.question_id')
    .selectAll('paragraph')
    .select([
      'roundtable.number as roundtable_number',
      'roundtable.title as roundtable_title',
      'question.number as question_number',
    ])
    .where('paragraph.report_id', '=', reportId)
    .orderBy('paragraph.position')
    .execute();
}

export function sentencesOf(db: Kysely<DB>, reportId: string) {
  return db
    .selectFrom('sentence')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .selectAll('sentence')
    .where('paragraph.report_id', '=', reportId)
    .orderBy('paragraph.position')
    .orderBy('sentence.position')
    .execute();
}

export type CitationRow = Awaited<ReturnType<typeof citationsOf>>[number];

export function citationsOf(db: Kysely<DB>, reportId: string) {
  return db
    .selectFrom('citation')
    .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .leftJoin('question', 'question.id', 'citation.question_id')
    .leftJoin('point', 'point.id', 'citation.point_id')
    .leftJoin('sentence as cited', 'cited.id', 'citation.cited_sentence_id')
    .leftJoin('report_paragraph as cited_paragraph', 'cited_paragraph.id', 'cited.paragraph_id')
    .leftJoin('report as cited_report', 'cited_report.id', 'cited_paragraph.report_id')
    .leftJoin('roundtable as cited_roundtable', 'cited_roundtable.id', 'cited_report.roundtable_id')
    .selectAll('citation')
    .select('point.state as point_state')
    .select(['question.number as question_number', 'question.text as question_text'])
    .select([
      'cited.text as cited_text',
      'cited_paragraph.number as cited_paragraph',
      'cited_report.id as cited_report',
      'cited_report.kind as cited_kind',
      'cited_roundtable.number as cited_roundtable',
    ])
    .select((eb) =>
      eb
        .selectFrom('sentence as earlier')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .whereRef('earlier.paragraph_id', '=', 'cited.paragraph_id')
        .whereRef('earlier.position', '<', 'cited.position')
        .as('cited_place'),
    )
    .where('paragraph.report_id', '=', reportId)
    .orderBy('citation.sentence_id')
    .orderBy('citation.position')
    .execute();
}

/** The text of a report, in reading order: paragraphs, their sentences, what each rests on. */
export interface ReportText {
  paragraphs: Awaited<ReturnType<typeof paragraphsOf>>;
  sentences: Awaited<ReturnType<typeof sentencesOf>>;
  citations: CitationRow[];
}

export type Place = Awaited<ReturnType<typeof placesRestingOn>>[number];

/**
 * Every sentence of a report that rests on one of these statements: by a citation of its own, or through a sentence of
 * another report that it cites. Each with its place and the points it covers.
 */
export async function placesRestingOn(db: Kysely<DB>, statementIds: readonly string[], reportId: string | null) {
  const { rows } = await sql<{
    statement_id: string;
    sentence_id: string;
    text: string;
    report_id: string;
    paragraph: number;
    place: number;
    section: string;
    quotation: string;
    /** Withdrawn, or ruled not relevant: its words are no longer to be read. */
    is_hidden: boolean;
    points: string[];
  }>`
    with recursive rests (sentence_id, citation_id) as (
      select sentence_id, id from citation where statement_id = any(${statementIds}::uuid[])
      union
      select citation.sentence_id, rests.citation_id
      from rests join citation on citation.cited_sentence_id = rests.sentence_id
    )
    select citation.statement_id, sentence.id as sentence_id, sentence.text, paragraph.report_id,
      paragraph.number as paragraph, paragraph.section, citation.quotation,
      statement.state = 'withdrawn' or coalesce((select decision <> 'relevant' from ruling
        where ruling.statement_id = statement.id order by ruling.number desc limit 1), false) as is_hidden,
      (select count(*) from sentence earlier
        where earlier.paragraph_id = sentence.paragraph_id and earlier.position < sentence.position) as place,
      array(select point.id from point
        where point.statement_id = citation.statement_id and point.revision = citation.revision
          and (point.id = citation.point_id or (citation.kind = 'passage' or point.split_from is not null)
            and citation.quotation_start < point.message_end and point.message_start < citation.quotation_end)
      ) as points
    from rests
    join citation on citation.id = rests.citation_id
    join statement on statement.id = citation.statement_id
    join sentence on sentence.id = rests.sentence_id
    join report_paragraph paragraph on paragraph.id = sentence.paragraph_id
    where paragraph.report_id = coalesce(${reportId}::uuid, paragraph.report_id)
    order by paragraph.report_id, paragraph.number, sentence.position, citation.position`.execute(db);
  return rows;
}

export function dispositionsIn(db: Kysely<DB>, reportId: string) {
  return db.selectFrom('disposition').selectAll().where('report_id', '=', reportId).execute();
}

export function decisionsAbout(db: Kysely<DB>, statementIds: readonly string[]) {
  return db
    .selectFrom('disposition')
    .leftJoin('statement as into', 'into.id', 'disposition.merged_with')
    .leftJoin('roundtable', 'roundtable.id', 'into.roundtable_id')
    .selectAll('disposition')
    .select(['into.number', 'roundtable.number as roundtable'])
    .where('statement_id', '=', sql<string>`any(${statementIds}::uuid[])`)
    .orderBy('at')
    .execute();
}
