import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Constituency } from '#analysis/rules.ts';
import type { DelegationName } from '#programme/queries.ts';
import type { Viewer } from '#record/viewer.ts';
import type { StatementView } from '#statements/queries.ts';
import type { CountFact } from './cites.ts';
import { letterAt, mayTrace, policyOf, type ReportState } from './rules.ts';
import { constituenciesIn, namesOf, statementsAround } from './scope.ts';
import type { CitationRow, ReportRow, ReportText } from './text-rows.ts';
import { textOf } from './versions/content.ts';
import type { CitationView, ReportKind, ReportView, SentenceView } from './views.ts';

export function headOf(row: ReportRow): Omit<ReportView, 'paragraphs'> {
  return {
    id: row.id,
    kind: row.kind as ReportKind,
    title: row.title,
    symbol: row.symbol,
    rapporteur: row.rapporteur,
    state: row.state as ReportState,
    source: row.source as ReportView['source'],
    language: row.language,
    attribution: policyOf(row),
    correctionsCloseAt: row.corrections_close_at,
    createdAt: row.created_at,
    madeFinal: row.final_at ? { by: row.final_by, at: row.final_at } : null,
    roundtable: {
      id: row.roundtable_id,
      number: row.roundtable_number,
      title: row.roundtable_title,
      editionId: row.edition_id,
    },
  };
}

/**
 * A report with everything its sentences rest on, as this viewer may see it: five queries, however long it is. `text` is
 * an earlier version's, where that is to be read.
 */
export async function readingView(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  text?: ReportText,
): Promise<ReportView> {
  const { paragraphs, sentences, citations } = text ?? (await textOf(db, report.id));
  const statements = await statementsAround(
    db,
    viewer,
    citations.flatMap(({ statement_id }) => statement_id ?? []),
  );
  const names = await namesOf(
    db,
    citations.flatMap(({ kind, fact }) => (kind === 'count' ? everyoneIn(fact) : [])),
  );
  const mayName = mayTrace(viewer, report);
  const untraced = mayName ? null : await constituenciesIn(db, report);
  const cited = Map.groupBy(citations, (row) => row.sentence_id);
  const texts = Map.groupBy(sentences, (row) => row.paragraph_id);
  const named = (slugs: readonly string[]) =>
    mayName ? slugs.map((slug) => names.get(slug) ?? unregistered(slug)) : [];
  return {
    ...headOf(report),
    paragraphs: paragraphs.map((row) => ({
      id: row.id,
      number: row.number,
      heading: row.heading,
      section: row.section,
      roundtable: row.roundtable_id
        ? { id: row.roundtable_id, number: row.roundtable_number!, title: row.roundtable_title! }
        : null,
      question: row.question_id ? { id: row.question_id, number: row.question_number! } : null,
      version: row.version,
      sentences: (texts.get(row.id) ?? []).map((sentence, place) => ({
        id: sentence.id,
        letter: letterAt(place),
        text: sentence.text,
        writtenBy: sentence.written_by as SentenceView['writtenBy'],
        citations: (cited.get(sentence.id) ?? []).map((row) => {
          const view = citationView(row, statements, named);
          return untraced ? withoutTrace(view, row, untraced) : view;
        }),
      })),
    })),
  };
}

/**
 * A citation in a report that names nobody, as anybody reads it: that the sentence rests on something, and on what kind.
 * No number, no words, no link, nor a sentence of a report that may name who spoke.
 */
function withoutTrace(view: CitationView, row: CitationRow, constituencies: Map<string, Constituency>): CitationView {
  const hidden = { statement: null, quotation: null, before: null, after: null, quotationStart: null, quotationEnd: null }; // prettier-ignore
  const isSaid = row.statement_id !== null;
  return {
    ...view,
    ...hidden,
    // A citation's id is its own; the ids of what it leads to are gone.
    sentence: null,
    ...(isSaid ? { constituency: constituencies.get(row.statement_id!) ?? null } : {}),
  };
}

function citationView(
  row: CitationRow,
  statements: Map<string, StatementView>,
  named: (slugs: readonly string[]) => DelegationName[],
): CitationView {
  const statement = row.statement_id ? statements.get(row.statement_id) : undefined;
  const words = statement && statement.body !== null ? row : { quotation: null, before: null, after: null };
  const fact = row.kind === 'count' ? (row.fact as unknown as CountFact) : null;
  return {
    id: row.id,
    kind: row.kind as CitationView['kind'],
    statement: statement
      ? {
          id: statement.id,
          number: statement.number,
          roundtable: statement.roundtable.number,
          kind: statement.kind,
          saidAt: statement.saidAt,
          language: statement.language,
          revision: row.revision!,
          revisedSince: statement.revision > row.revision!,
          speakers: statement.speakers,
        }
      : null,
    quotation: words.quotation,
    before: words.before,
    after: words.after,
    ...(row.point_state === 'rejected' ? { pointRejected: true as const } : {}),
    quotationStart: statement ? row.quotation_start : null,
    quotationEnd: statement ? row.quotation_end : null,
    question: row.question_id ? { id: row.question_id, number: row.question_number!, text: row.question_text! } : null,
    sentence: row.cited_sentence_id
      ? {
          id: row.cited_sentence_id,
          text: row.cited_text!,
          paragraph: row.cited_paragraph!,
          letter: letterAt(row.cited_place!),
          report: { id: row.cited_report!, kind: row.cited_kind as ReportKind, roundtable: row.cited_roundtable! },
        }
      : null,
    count: fact && {
      quantifier: fact.quantifier,
      count: fact.count,
      of: fact.of,
      opposed: fact.opposed,
      rule: fact.rule,
      delegations: named(fact.delegations),
      against: named(fact.against),
      silent: named(fact.silent),
    },
    fact: row.kind === 'programme' ? (row.fact as Record<string, unknown>) : null,
  };
}

function everyoneIn(fact: unknown): string[] {
  const { delegations, against, silent } = fact as CountFact;
  return [...delegations, ...against, ...silent];
}

/** Someone the register does not hold is known by the name as printed. */
function unregistered(name: string): DelegationName {
  return { slug: '', name, kind: 'individual' };
}
