import type { Register } from '#engine/register.ts';
import type { CountFact } from '#report/cites.ts';
import type { DraftStatement, Speaker } from '#report/draft-record.ts';
import type { Step } from '#report/quantifier.ts';

/** Everything a check can find, and how much weighs on it: `stops` holds a report back, `asks` wants a look, `style` is wording. */
export const weights = {
  no_evidence: 'stops',
  source_gone: 'stops',
  source_revised: 'stops',
  point_rejected: 'stops',
  report_changed: 'stops',
  quotation_not_in_source: 'stops',
  quotation_not_unique: 'stops',
  actor_silent: 'stops',
  actor_elsewhere: 'stops',
  number_unsaid: 'stops',
  name_unsaid: 'asks',
  negation_added: 'stops',
  negation_lost: 'stops',
  negation_unsure: 'asks',
  quantifier_uncounted: 'stops',
  quantifier_wrong: 'stops',
  count_changed: 'stops',
  opposition_unsaid: 'asks',
  strength_changed: 'stops',
  strength_unsure: 'asks',
  delegation_missing: 'stops',
  imbalance: 'asks',
  register_name: 'asks',
  leak: 'stops',
  off_record: 'stops',
  loaded_word: 'style',
  relative_date: 'style',
  unnamed_minister: 'style',
  no_actor: 'style',
  roundtable_spelling: 'style',
  state_pronoun: 'style',
} as const;

export type CheckCode = keyof typeof weights;

/** One thing found in a report. Nothing is ever changed by itself: a fix is only what may be written instead. */
export interface Finding {
  check: CheckCode;
  place: Place;
  /** What its sentences in the message catalogue say: `check.CODE` is the reason, `check.CODE.fix` what to do. */
  values: Record<string, string | number>;
  /** What to write in place of the words from `start` to `end`; empty takes them away. */
  fix?: string;
}

/** Where: UTF-16 code units into the sentence's text. Null for what concerns the report as a whole. */
export interface Place {
  paragraph: string | null;
  sentence: string | null;
  start: number;
  end: number;
}

export const wholeReport: Place = { paragraph: null, sentence: null, start: 0, end: 0 };

/** One check: pure, over the whole report. */
export interface Check {
  codes: readonly CheckCode[];
  run(checked: Checked): Finding[];
}

/** All that a check looks at: plain data. */
export interface Checked {
  report: CheckedReport;
  sources: Sources;
  register: Register;
  scale: readonly Step[];
}

export interface CheckedReport {
  /** attributed, by_constituency or not_attributed */
  attribution: string;
  language: string;
  paragraphs: CheckedParagraph[];
}

export interface CheckedParagraph {
  id: string;
  /** Null for a heading, which has no sentences. */
  number: number | null;
  heading: string | null;
  section: string;
  sentences: CheckedSentence[];
}

export interface CheckedSentence {
  id: string;
  letter: string;
  text: string;
  writtenBy: 'template' | 'person' | 'import';
  /** What it rests on; null for a file that does not say, whose sentences may rest on anything said. */
  rests: Rest[] | null;
}

export type Rest =
  /** `revised`: the statement's revision that was cited, where there is a later one; `rejected`: the point was rejected since. */
  | { kind: 'words'; statement: string; words: string; start: number | null; revised?: number; rejected?: true }
  /** `report`: the number of the roundtable whose report it is a sentence of. */
  | { kind: 'text'; text: string; report?: string }
  /** A fact of the programme: checked where it stands. */
  | { kind: 'fact'; text: string }
  | { kind: 'count'; fact: CountFact };

/** The record a report is held against. Empty for a file that is checked by itself. */
export interface Sources {
  /** All that may be cited, in speaking order. */
  statements: SourceStatement[];
  /** What was said off the record: for the leak check alone. */
  offRecord: { number: number; body: string }[];
  /** Titles, questions, names of the edition: what everybody knows and gives nobody away. */
  programme: string[];
  coChairs: Speaker[];
}

export type SourceStatement = DraftStatement & {
  /** “2.1” */
  roundtable: string;
  /** Those who spoke, as they were at the moment of speaking. */
  people: { name: string; function: string | null }[];
};

/** Every sentence that can be found fault with, with its paragraph. */
export function* eachSentence(
  report: CheckedReport,
): Generator<{ sentence: CheckedSentence; paragraph: CheckedParagraph; at(start: number, end: number): Place }> {
  for (const paragraph of report.paragraphs)
    for (const sentence of paragraph.sentences)
      yield {
        sentence,
        paragraph,
        at: (start, end) => ({ paragraph: paragraph.id, sentence: sentence.id, start, end }),
      };
}
