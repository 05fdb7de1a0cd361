import type { Constituency } from '#analysis/rules.ts';
import type { DelegationName } from '#programme/queries.ts';
import type { SpeakerView, StatementView } from '#statements/queries.ts';
import type { LedgerState } from './ledger/rules.ts';
import type { ReportState } from './rules.ts';

export type ReportKind = 'record' | 'general_rapporteur' | 'proceedings' | 'cable';

/** A report as one person may read it. */
export interface ReportView {
  id: string;
  kind: ReportKind;
  title: string;
  symbol: string | null;
  /** As printed, for a report that came in from outside. */
  rapporteur: string | null;
  state: ReportState;
  source: 'draft' | 'import';
  language: string;
  attribution: string;
  correctionsCloseAt: Date | null;
  createdAt: Date;
  /** Who made it final here, and when; null where nobody did. No name where the program did, or where it was erased. */
  madeFinal: { by: string | null; at: Date } | null;
  roundtable: { id: string; number: string; title: string; editionId: string };
  paragraphs: ParagraphView[];
}

export interface ParagraphView {
  id: string;
  /** Null for a heading, which then has no sentences. */
  number: number | null;
  heading: string | null;
  section: string;
  roundtable: { id: string; number: string; title: string } | null;
  question: { id: string; number: number } | null;
  /** What an edit is based on. */
  version: number;
  sentences: SentenceView[];
}

export interface SentenceView {
  id: string;
  letter: string;
  text: string;
  writtenBy: 'template' | 'person' | 'import';
  citations: CitationView[];
}

/** What the margin shows for one thing a sentence rests on. */
export interface CitationView {
  id: string;
  kind: 'point' | 'passage' | 'question' | 'paper' | 'programme' | 'count' | 'sentence';
  /**
   * Null where nothing was said, or where it is not this viewer's to see: withheld, or in a report that names nobody,
   * where no reader is led from a sentence to who said it.
   */
  statement: {
    id: string;
    number: number;
    roundtable: string;
    kind: StatementView['kind'];
    saidAt: Date | null;
    language: string;
    revision: number;
    /** The statement has been revised since these words were cited. */
    revisedSince: boolean;
    speakers: SpeakerView[];
  } | null;
  /**
   * Where the report may not name who spoke: the constituency of whoever did, when the policy gives it and three or more
   * of it spoke, and otherwise null. Undefined where the report names them.
   */
  constituency?: Constituency | null;
  /** Null where the words are no longer to be read: withdrawn, or ruled not relevant. */
  quotation: string | null;
  before: string | null;
  after: string | null;
  /** The point cited was rejected since. */
  pointRejected?: true;
  /** UTF-16 code units into the revision cited. */
  quotationStart: number | null;
  quotationEnd: number | null;
  question: { id: string; number: number; text: string } | null;
  sentence: {
    id: string;
    text: string;
    paragraph: number;
    letter: string;
    report: { id: string; kind: ReportKind; roundtable: string };
  } | null;
  /** A computed count, with names where the policy lets delegations be named. */
  count: CountView | null;
  /** A fact of the programme, as it was looked up. */
  fact: Record<string, unknown> | null;
}

export interface CountView {
  quantifier: string;
  count: number;
  of: number;
  opposed: number;
  rule: string;
  delegations: DelegationName[];
  against: DelegationName[];
  silent: DelegationName[];
}

/** One line for every statement in a report's scope. Statements off the record are a number and nothing else. */
export interface LedgerView {
  report: { id: string; kind: ReportKind; title: string; state: string; roundtable: string };
  /** How many lines there are. */
  total: number;
  offRecord: number;
  /** Set aside as spam or abuse: counted, and accounted for by nobody. */
  setAside: number;
  lines: LedgerLine[];
  counts: Record<LedgerState, number>;
}

export interface LedgerLine {
  statement: {
    id: string;
    number: number;
    /** The roundtable's number, "2.1". */
    roundtable: string;
    kind: StatementView['kind'];
    speakers: SpeakerView[];
    saidAt: Date | null;
  };
  state: LedgerState;
  /** Where the report rests on it, in reading order. */
  sentences: { paragraph: number; letter: string; id: string }[];
  points: { cited: number; all: number };
  mergedWith?: { id: string; number: number; roundtable: string };
  reason?: string;
  ruling?: { reason: string | null; title: string | null; words: string; at: Date };
}

/** One sentence of a report that rests on a statement, as a statement's or a delegation's page shows it. */
export interface Reflection {
  report: { id: string; kind: ReportKind; roundtable: string; title: string; state: ReportState };
  paragraph: number;
  letter: string;
  sentence: { id: string; text: string };
  /** The words it rests on; null where they are no longer to be read. */
  quotation: string | null;
}

/** What one report decided about a statement that its body does not cite. */
export interface DecisionView {
  report: Reflection['report'];
  kind: 'merged' | 'noted' | 'not_retained' | 'omitted';
  reason: string;
  mergedWith: { id: string; number: number; roundtable: string } | null;
  at: Date;
}
