import type { ActClass, Attribution } from '#engine/types.ts';
import type { DelegationKind } from '#people/rules.ts';

/** What was understood of a document: the plan of an import, before anything is written. */
export interface Understanding {
  /** The file's name, as given. */
  name: string;
  /** The document as it was read; offsets named `start` and `end` below are UTF-16 code units into it. */
  text: string;
  kind: 'report' | 'announcement' | 'other';
  language: string;
  /** What the edition is called where the import opens one. */
  edition: { name: string; shortName: string };
  /** The cluster the roundtables stand in. Null where there is one roundtable and its number names no cluster. */
  cluster: { number: string; title: string } | null;
  /** As printed under the title. */
  title: string;
  rapporteur: { name: string; function: string | null } | null;
  roundtables: UnderstoodRoundtable[];
  overallIssues: UnderstoodIssue[];
  /** A report's own paragraphs, in the order of the page. Empty for an announcement. */
  paragraphs: UnderstoodParagraph[];
  /** Everyone named as speaking, co-chairing, supported or opposed, in the order of first mention. */
  delegations: UnderstoodDelegation[];
  uncertain: Uncertain[];
}

export interface UnderstoodRoundtable {
  /** The number as it was read; corrections are given under it. */
  key: string;
  number: string;
  title: string;
  lead: string;
  description: string;
  /** Names, each of them in `delegations`. */
  coChairs: string[];
  questions: { text: string; start: number; end: number }[];
  issues: UnderstoodIssue[];
  statements: UnderstoodStatement[];
}

export interface UnderstoodIssue {
  kind: 'main_issue' | 'means_of_implementation' | 'overall_issue' | 'tool' | 'model';
  title: string;
  start: number;
  end: number;
  children: UnderstoodIssue[];
}

export interface UnderstoodStatement {
  /** "s1", "s2" … in the order of the document. */
  key: string;
  kind: 'intervention' | 'remark' | 'written_statement' | 'presentation';
  mode: 'oral' | 'written' | 'video';
  capacity: 'co_chair' | 'panel' | null;
  /** Names, each of them in `delegations`. */
  speakers: string[];
  /** The person who spoke, where one is printed. */
  person: string | null;
  onBehalfOf: string[];
  supportedBy: string[];
  opposedBy: string[];
  /** The slice of the document it was cut from. */
  start: number;
  end: number;
  /** That slice without marks of bold type and without white space at its ends. */
  body: string;
  points: UnderstoodPoint[];
}

/** A point, with offsets into the body of its statement: `body.slice(messageStart, messageEnd)` is the message. */
export interface UnderstoodPoint {
  /** "p1", "p2" … in the order of the document. */
  key: string;
  sentenceStart: number;
  sentenceEnd: number;
  messageStart: number;
  messageEnd: number;
  verb: string;
  act: ActClass;
  topic: string;
  polarity: 1 | -1;
  attribution: Attribution;
  confidence: number;
  actors: string[];
  onBehalfOf: string[];
  supportedBy: string[];
  opposedBy: string[];
}

export interface UnderstoodDelegation {
  /** As the document names it, in the engine's spelling where it knows one. */
  name: string;
  /** registered: stands on the register; new: the import registers it; named: kept as a name only. */
  as: 'registered' | 'new' | 'named';
  /** Of the register's entry, or the one to be made. */
  slug: string;
  shortName: string;
  formalName: string;
  kind: DelegationKind;
  code: string | null;
  region: string | null;
  /** Who spoke, and as what, where the name says so: "Ana Ruiz (UNAOC)", "Committee on Migrant Workers (Chair)". */
  person: string | null;
  function: string | null;
}

export interface UnderstoodParagraph {
  section: Section;
  heading: string | null;
  /** `key` of the roundtable it is about, where it is about one. */
  roundtable: string | null;
  sentences: UnderstoodSentence[];
}

export interface UnderstoodSentence {
  text: string;
  start: number;
  end: number;
  /** What was cut from it: a statement's key and the words of its body, unique in it. */
  passages: { statement: string; quotation: string }[];
  /** Guiding questions it sets out: roundtable key and place among its questions, from 0. */
  questions: { roundtable: string; question: number }[];
  /** What a sentence rests on that nobody is credited with. */
  fact: 'printed' | 'co_chairs' | 'issue' | null;
}

export type Section =
  | 'title'
  | 'opening'
  | 'co_chairs'
  | 'models'
  | 'tools'
  | 'questions'
  | 'panel'
  | 'discussion'
  | 'main_issues'
  | 'means'
  | 'written'
  | 'overall'
  | 'divergences'
  | 'floor_questions'
  | 'instruments'
  | 'recommendations'
  | 'thanks';

/** What a person should look at before the import is confirmed. */
export type Uncertain =
  | { what: 'point'; point: string; statement: string; message: string; actors: string[]; confidence: number }
  | { what: 'actor'; name: string; statements: string[] }
  | { what: 'unattributed'; start: number; end: number; text: string };

export interface Counts {
  roundtables: number;
  statements: number;
  points: number;
  sentences: number;
  registered: number;
  new: number;
  uncertain: number;
}

export function countsOf(understanding: Understanding): Counts {
  const statements = understanding.roundtables.flatMap((roundtable) => roundtable.statements);
  const delegations = (as: UnderstoodDelegation['as']) =>
    understanding.delegations.filter((one) => one.as === as).length;
  return {
    roundtables: understanding.roundtables.length,
    statements: statements.length,
    points: statements.flatMap((statement) => statement.points).length,
    sentences: understanding.paragraphs.flatMap((paragraph) => paragraph.sentences).length,
    registered: delegations('registered'),
    new: delegations('new'),
    uncertain: understanding.uncertain.length,
  };
}
