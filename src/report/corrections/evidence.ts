import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { program } from '#record/viewer.ts';
import { check } from '#report/checks/checks.ts';
import type { CheckedReport } from '#report/checks/finding.ts';
import { checkedOf } from '#report/checks/queries.ts';
import { told, type ToldFinding } from '#report/checks/told.ts';
import { readingView } from '#report/reading.ts';
import type { ReportRow } from '#report/text-rows.ts';
import type { ReportView, SentenceView } from '#report/views.ts';
import { lineCorrections, type LineCorrection } from './queries.ts';

/** A correction that waits, with all that whoever decides on it has to look at. */
export interface ToDecide {
  correction: LineCorrection;
  /** The sentence as it stands now; null where something is missing, or it is no longer there. */
  line: { sentence: SentenceView; paragraph: number; version: number } | null;
  /** What the checks would find in the words that are asked for. */
  findings: ToldFinding[];
  /** For what is missing: the words of the statement that are nearest to those that are asked for. */
  passage: string | null;
  /** The paragraphs it could go into, the likeliest first. */
  places: { id: string; number: number; begins: string }[];
}

type Say = (code: string, values?: Record<string, unknown>) => string;

/** The corrections of a report that wait for a decision, oldest first. */
export async function correctionsToDecide(db: Kysely<DB>, report: ReportRow, say: Say): Promise<ToDecide[]> {
  const waiting = (await lineCorrections(db, report.id)).filter(({ decision }) => decision === null);
  if (waiting.length === 0) return [];
  const view = await readingView(db, program, report);
  const checked = await checkedOf(db, report, view);
  const findingsOf = (one: CheckedReport) => told(check({ ...checked, report: one }), one, say);
  return waiting.map((correction) => {
    const line = lineOf(view, correction.sentence);
    const proposed = asProposed(checked.report, correction);
    return {
      correction,
      line,
      findings: proposed ? findingsOf(proposed).filter(({ sentence }) => sentence !== null) : [],
      passage: correction.statement && nearest(correction.statement, correction.body),
      places: correction.sentence ? [] : placesFor(view, correction),
    };
  });
}

function lineOf({ paragraphs }: ReportView, id: string | null): ToDecide['line'] {
  for (const { number, version, sentences } of paragraphs) {
    const sentence = sentences.find((one) => one.id === id);
    if (sentence && number !== null) return { sentence, paragraph: number, version };
  }
  return null;
}

/** The one paragraph as it would be; resting on the whole statement where the sentence is a new one. */
function asProposed(report: CheckedReport, { sentence: id, body, statement }: LineCorrection): CheckedReport | null {
  if (id === null) {
    const words = statement ? [{ kind: 'words' as const, statement: statement.id, words: statement.body, start: 0 }] : []; // prettier-ignore
    const sentence = { id: 'new', letter: '', text: body, writtenBy: 'person' as const, rests: words };
    return { ...report, paragraphs: [{ id: 'new', number: 0, heading: null, section: 'discussion', sentences: [sentence] }] }; // prettier-ignore
  }
  const paragraph = report.paragraphs.find(({ sentences }) => sentences.some((one) => one.id === id));
  const sentence = paragraph?.sentences.find((one) => one.id === id);
  return sentence ? { ...report, paragraphs: [{ ...paragraph!, sentences: [{ ...sentence, text: body }] }] } : null;
}

/** The sentence of a statement that has most words in common with what is asked for. */
function nearest({ body, language }: { body: string; language: string }, asked: string): string {
  const words = new Set(wordsIn(asked, language));
  const sentences = Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(body), ({ segment }) => segment.trim()); // prettier-ignore
  const shared = (sentence: string) => wordsIn(sentence, language).filter((word) => words.has(word)).length;
  return sentences.filter(Boolean).sort((a, b) => shared(b) - shared(a))[0] ?? body;
}

function wordsIn(text: string, language: string): string[] {
  return Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text.toLocaleLowerCase(language))).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])); // prettier-ignore
}

/** Those that already cite what the delegation said come first. */
function placesFor({ paragraphs }: ReportView, { delegation }: LineCorrection): ToDecide['places'] {
  const cites = ({ citations }: SentenceView) =>
    citations.some(({ statement }) => statement?.speakers.some((one) => one.delegation?.slug === delegation.slug));
  const numbered = paragraphs.filter(({ number, sentences }) => number !== null && sentences.length > 0);
  const order = (sentences: SentenceView[]) => (sentences.some(cites) ? 0 : 1);
  return numbered
    .sort((a, b) => order(a.sentences) - order(b.sentences) || a.number! - b.number!)
    .map(({ id, number, sentences }) => ({ id, number: number!, begins: sentences[0]!.text.slice(0, 80) }));
}
