import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import type { CitationRow } from '#report/sources.ts';
import { paragraphsOf, reports, sentencesOf } from '#report/text-rows.ts';
import { letterAt } from '#report/rules.ts';
import type { EnteredProgramme } from './enter.ts';
import type { EnteredSaid } from './enter-said.ts';

type Citation = Archive['report']['paragraphs'][number]['sentences'][number]['citations'][number];

/** Enters the report sentence by sentence, in the state it was in, with what was decided about each statement. */
export async function enterArchivedReport(
  context: Context,
  archive: Archive,
  programme: EnteredProgramme,
  said: EnteredSaid,
): Promise<string> {
  const { rows, newId, record } = context;
  const { report, ledger } = archive;
  const roundtable = programme.roundtables.get(report.roundtable)!;
  const id = newId();
  await rows.insert('report', {
    id,
    roundtable_id: roundtable,
    kind: report.kind,
    title: report.title,
    symbol: report.symbol,
    rapporteur: report.rapporteur,
    language: report.language,
    attribution: report.attribution,
    state: report.state,
    source: report.source,
    corrections_close_at: report.correctionsCloseAt,
    created_at: report.createdAt,
  });
  const paragraphs = report.paragraphs.map((paragraph, n) => ({ id: newId(), position: n + 1, ...paragraph }));
  if (paragraphs.length > 0)
    await rows.insert(
      'report_paragraph',
      paragraphs.map(({ id: paragraph, position, section, number, heading, roundtable, question }) => ({
        id: paragraph,
        report_id: id,
        position,
        section,
        number,
        heading,
        roundtable_id: roundtable ? (programme.roundtables.get(roundtable) ?? null) : null,
        question_id: question ? (programme.questions.get(`${question.roundtable}/${question.number}`) ?? null) : null,
      })),
    );
  const sentences = paragraphs.flatMap(({ id: paragraph_id, sentences }) =>
    sentences.map((sentence, n) => ({ id: newId(), paragraph_id, position: n + 1, sentence })),
  );
  if (sentences.length > 0)
    await rows.insert(
      'sentence',
      sentences.map(({ sentence, ...place }) => ({ ...place, text: sentence.text, written_by: sentence.writtenBy })),
    );
  const elsewhere = await sentencesElsewhere(context.tx, archive, programme);
  const citations = sentences.flatMap(({ id: sentence_id, sentence }) =>
    sentence.citations
      .flatMap((citation) => citationRow(citation, { programme, said, elsewhere }))
      .map((row, n) => ({ id: newId(), sentence_id, position: n + 1, ...row })),
  );
  if (citations.length > 0) await rows.insert('citation', citations);
  await enterDecisions(context, id, ledger.lines, said);
  const audience = report.state === 'draft' || report.state === 'co_chair_review' ? 'desk' : 'public';
  record('report.entered', id, { roundtableId: roundtable, audience });
  return id;
}

interface Known {
  programme: EnteredProgramme;
  said: EnteredSaid;
  elsewhere: ReadonlyMap<string, string>;
}

/** What the file could not show cannot be entered: the sentence then rests on what is left. */
function citationRow(citation: Citation, { programme, said, elsewhere }: Known): CitationRow[] {
  switch (citation.kind) {
    case 'passage':
    case 'point': {
      const { kind, statement, revision, quotation, start, end, before, after } = citation;
      const passage = { kind, statement_id: said.statements.get(statement)!, revision, quotation, quotation_start: start, quotation_end: end, before, after }; // prettier-ignore
      const point = citation.kind === 'point' ? { point_id: said.points.get(statement)![citation.point - 1]! } : {};
      return [{ ...passage, ...point }];
    }
    case 'question':
      return [
        { kind: 'question', question_id: programme.questions.get(`${citation.roundtable}/${citation.question}`)! },
      ];
    case 'programme':
      return [{ kind: 'programme', fact: JSON.stringify(citation.fact) }];
    case 'count': {
      const { kind, ...fact } = citation;
      return [{ kind, fact: JSON.stringify(fact) }];
    }
    case 'sentence':
      return [{ kind: 'sentence', cited_sentence_id: elsewhere.get(placeOf(citation))! }];
    default:
      return [];
  }
}

function placeOf({ roundtable, report, place }: Extract<Citation, { kind: 'sentence' }>): string {
  return `${roundtable} ${report} ${place}`;
}

/** The sentences of other reports that it cites; those reports have to be there first. */
async function sentencesElsewhere(tx: Kysely<DB>, archive: Archive, { edition }: EnteredProgramme) {
  const cited = archive.report.paragraphs
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ citations }) => citations)
    .filter((citation) => citation.kind === 'sentence');
  const places = new Map<string, string>();
  if (cited.length === 0) return places;
  for (const report of await reports(tx).where('roundtable.edition_id', '=', edition).execute()) {
    const numbers = new Map((await paragraphsOf(tx, report.id)).map(({ id, number }) => [id, number]));
    const byParagraph = Map.groupBy(await sentencesOf(tx, report.id), (sentence) => sentence.paragraph_id);
    for (const [paragraph, sentences] of byParagraph)
      sentences.forEach(({ id }, n) =>
        places.set(`${report.roundtable_number} ${report.kind} ${numbers.get(paragraph!)}${letterAt(n)}`, id),
      );
  }
  const missing = cited.find((citation) => !places.has(placeOf(citation)));
  if (missing) throw new Refusal({ code: 'archive.report_missing', values: { number: missing.roundtable } });
  return places;
}

/** What follows from citations and rulings follows again; only what a person decided is entered. */
async function enterDecisions(
  { rows, now }: Context,
  report: string,
  lines: Archive['ledger']['lines'],
  { statements }: EnteredSaid,
): Promise<void> {
  const decisions = lines.flatMap(({ statement, state, mergedWith, reason, sentences }) => {
    const into = mergedWith ? statements.get(mergedWith) : undefined;
    const isDecided =
      (state === 'merged' && into) || (state === 'omitted' && reason) || (state === 'noted' && sentences.length === 0);
    const id = statements.get(statement);
    return isDecided && id
      ? [{ report_id: report, statement_id: id, kind: state, merged_with: into ?? null, reason: reason ?? '', at: now }]
      : [];
  });
  if (decisions.length > 0) await rows.insert('disposition', decisions);
}
