import type { LedgerState } from '#report/ledger/rules.ts';
import type { ReportState } from '#report/rules.ts';

/**
 * A report with everything that is printed around it, in words and in order: what every format is written from. It is the
 * same for every reader, since it names and quotes only what everyone may see.
 */
export interface WholeReport {
  /** BCP 47, of the sentences and of the title. */
  language: string;
  /** BCP 47, of the words that we put around them: labels, states, dates. */
  labels: string;
  kind: string;
  title: string;
  symbol: string | null;
  state: ReportState;
  forum: string;
  /** “2.1”, of the roundtable it reports. */
  number: string;
  /** As printed, or who holds the office. */
  rapporteur: string | null;
  createdAt: Date;
  /** The page it was taken from. */
  address: string;
  /** The number of the record's last line when it was taken. */
  sequence: number;
  facts: { name: string; text: string; language: string }[];
  /** What the reader must know before reading: not final, as printed. */
  notes: string[];
  cover: string[];
  sections: PrintedSection[];
  /** What stands after it; a cable has none. */
  annexes: Annexes | null;
  /** Everything said in the report's scope that has a line in the ledger, with its words where they may be read. */
  said: PrintedStatement[];
}

export interface Annexes {
  /** Who signed it, and its corrigenda: titles with lines under them; nothing where there is none. */
  closing: PrintedClosing[];
  speakers: PrintedSpeaker[];
  scale: { word: string; meaning: string }[];
  /** As records of their own, for formats that keep some; the report tells of them in its text. */
  recommendations: PrintedRecommendation[];
  ledger: {
    title: string;
    notes: string[];
    counts: { state: LedgerState; name: string; count: number }[];
    lines: PrintedLine[];
  };
  /** The signed head of the record it was taken from, as its text; null where it was made without one. */
  head: { title: string; about: string; note: string } | null;
}

export interface PrintedRecommendation {
  /** “2.1/3”: its roundtable, and its number there. */
  key: string;
  title: string;
  text: string;
  voices: {
    /** “Supported by” */
    part: string;
    who: string;
    /** Its key, where it has its words among `said`. */
    statement: string | null;
    what: string;
    address: string;
  }[];
  /** To whom, how it stands, who recorded it, how it was worded before, what became of it. */
  lines: string[];
}

export interface PrintedClosing {
  title: string;
  lines: string[];
}

export interface PrintedSection {
  heading: string | null;
  question: string | null;
  paragraphs: PrintedParagraph[];
}

export interface PrintedParagraph {
  number: number;
  sentences: PrintedSentence[];
}

export interface PrintedSentence {
  /** “12b”: stands once in a report. */
  place: string;
  letter: string;
  text: string;
  sources: PrintedSource[];
}

export interface PrintedSource {
  /** Null where nobody is named. */
  who: string | null;
  /** “intervention 7, 10:04”, “guiding question 3”, “7 of 31 delegations, 1 opposed”. */
  what: string;
  /** The statement it quotes, where it has its words among `said`. */
  statement: string | null;
  /** The exact words, each with what stands around it. */
  quotes: PrintedQuote[];
  note: string | null;
  address: string | null;
}

export interface PrintedQuote {
  text: string;
  language: string;
  /** Of the exact words in `text`, in UTF-16 code units. */
  start: number;
  end: number;
}

export interface PrintedSpeaker {
  name: string;
  /** “State”, “trade union”. */
  kind: string;
  persons: string[];
  /** How often it took the floor or wrote. */
  statements: number;
}

export interface PrintedLine {
  /** “2.1/7”. */
  statement: string;
  who: string;
  what: string;
  state: LedgerState;
  name: string;
  sentences: string[];
  why: string;
}

export interface PrintedStatement {
  /** “2.1/7”. */
  key: string;
  roundtable: string;
  number: number;
  kind: string;
  who: string;
  /** Slug and name of each delegation that spoke, for formats that keep a register of who spoke. */
  speakers: { slug: string; name: string }[];
  what: string;
  saidAt: Date | null;
  language: string;
  /** Null where it is no longer to be read. */
  body: string | null;
  address: string;
  /** The sentences that rest on it. */
  sentences: string[];
}

/** “Kenya, intervention 7, 10:04”; without a name where nobody is named. */
export function sourceLine({ who, what }: PrintedSource): string {
  return who ? `${who}, ${what}` : what;
}

/** The exact words alone. */
export function wordsOf({ text, start, end }: PrintedQuote): string {
  return text.slice(start, end);
}
