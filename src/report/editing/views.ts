import type { ToDecideAgain } from '#analysis/points/carrying.ts';
import type { Untold } from '#report/cluster/untold.ts';

/** A report's text as its desk edits it. */
export interface DeskText extends DeskStanding {
  paragraphs: DeskParagraph[];
}

export interface DeskStanding {
  /** The report's own. */
  state: string;
  decisions: {
    statement: string;
    kind: 'merged' | 'noted' | 'not_retained' | 'omitted';
    mergedWith: string | null;
    reason: string;
  }[];
  /** Statements on which a sentence rests through the report of another roundtable. */
  through: string[];
  /** Sentences taken out, the latest first. */
  removed: { id: string; text: string; by: string | null; at: string }[];
}

export interface DeskChanges extends DeskStanding {
  changed: DeskParagraph[];
  /** The ids of all paragraphs in their order; null where it is the one the desk has. */
  order: string[] | null;
  /** Something was said, found or ruled since. */
  isSaid: boolean;
}

export interface DeskParagraph {
  id: string;
  /** A paragraph without one is numbered; a heading has no sentences. */
  heading: string | null;
  section: string;
  /** What an edit is based on. */
  version: number;
  sentences: DeskSentence[];
}

export interface DeskSentence {
  id: string;
  text: string;
  by: 'template' | 'person' | 'import';
  cites: DeskCite[];
}

export interface DeskCite {
  id: string;
  kind: 'point' | 'passage' | 'question' | 'paper' | 'programme' | 'count' | 'sentence';
  statement: string | null;
  revision: number | null;
  point: string | null;
  quotation: string | null;
  /** UTF-16 code units into the revision cited. */
  start: number | null;
  end: number | null;
  /** Of a question or a sentence of another report. */
  text: string | null;
  question: number | null;
  count: { count: number; of: number } | null;
}

/** What a report is written from. */
export interface DeskSaid {
  statements: DeskStatement[];
  points: DeskPoint[];
  issues: { id: string; title: string; kind: string; points: string[] }[];
  /** What was decided about words that were revised since, by the number of its roundtable. */
  again: (ToDecideAgain & { roundtable: string })[];
  /** Of a cluster: objections that the reports of its roundtables do not tell. */
  untold: Untold[];
}

export interface DeskStatement {
  id: string;
  number: number;
  roundtable: string;
  kind: string;
  state: string;
  language: string;
  revision: number;
  /** How it begins. */
  opening: string;
  isLong: boolean;
  isNotRelevant: boolean;
  voices: Voice[];
}

export interface Voice {
  key: string;
  name: string;
  kind: string;
  region: string | null;
}

export interface DeskPoint {
  id: string;
  statement: string;
  /** The message, in UTF-16 code units into the statement as it stands. */
  start: number;
  end: number;
  message: string;
  verb: string;
  act: string;
  state: string;
  confidence: number;
  /** On record against what it speaks of. */
  isAgainst: boolean;
  /** It is told with another. */
  isMerged: boolean;
  /** The rapporteur's own short words for it. */
  wording: string;
  who: string[];
  /** What was said to a question from the floor, by the numbers of statements; null for every other act. */
  toQuestion: { answers: number[]; replies: number[] } | null;
}
