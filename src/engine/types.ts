// What the engine says about a text. Every offset is in UTF-16 code units into the text it was given,
// so `text.slice(span.start, span.end) === span.text` always holds, and anyone can check it.

export interface Span {
  start: number;
  end: number;
  text: string;
}

/** A piece of the page as it was laid out: what a reader sees before reading a word. */
export interface Block extends Span {
  kind: 'heading' | 'paragraph' | 'bullet' | 'numbered';
  /** Heading rank from 1, or nesting depth of a bullet from 0. */
  level: number;
  /** The printed mark of a bullet or numbered paragraph ("-", "12."), else empty. */
  marker: string;
}

export type ActorKind =
  | 'state'
  | 'observer'
  | 'group'
  | 'un'
  | 'treaty_body'
  | 'igo'
  | 'civil'
  | 'diaspora'
  | 'faith'
  | 'union'
  | 'association'
  | 'firm'
  | 'city'
  | 'academia'
  | 'youth'
  | 'individual'
  | 'role';

/** One entry of the register of actors: who can be said to have spoken. */
export interface Actor {
  /** The register's short name: "United States", "European Union", "Group of 77". */
  name: string;
  kind: ActorKind;
  formalName?: string;
  /** ISO 3166 alpha-3 for a State, otherwise the acronym. */
  code?: string;
  /** UN M49 region ("Africa", "Americas", "Asia", "Europe", "Oceania"). */
  region?: string;
  /** Other spellings, adjectives, acronyms, names in French and Spanish. */
  aliases: string[];
}

/** The classes of acts of speaking. */
export type ActClass =
  | 'stated'
  | 'emphasised'
  | 'questioned'
  | 'proposed'
  | 'supported'
  | 'opposed'
  | 'concern'
  | 'presented'
  | 'committed'
  | 'procedural';

export type Attribution =
  | 'direct'
  | 'pronoun'
  | 'coordinated'
  | 'participial'
  | 'joint'
  | 'collective'
  | 'label'
  | 'elliptical'
  | 'continuation'
  | 'anaphoric'
  | 'quantified'
  | 'nominal'
  | 'passive'
  | 'first_person';

/** One act of speaking found in a text. Keys are those of `rapporteur points`, in this order. */
export interface Point {
  sentence: string;
  /** Where the sentence stands. */
  start: number;
  end: number;
  /** Short names of the register, or the name as printed for an actor it does not hold. */
  actors: string[];
  onBehalfOf: string[];
  supportedBy: string[];
  opposedBy: string[];
  /** As printed, empty when elided. */
  verb: string;
  act: ActClass;
  /** The text of a leading "On X,", else empty. */
  topic: string;
  message: string;
  messageStart: number;
  messageEnd: number;
  polarity: 1 | -1;
  attribution: Attribution;
  /** 0 to 1, calibrated: of the points given .9 or more, at least nine in ten are right. */
  confidence: number;
  /** Frameworks the message refers to, where it does: "2030 Agenda", "Global Compact for Migration". */
  instruments?: Instrument[];
  /** The speaker tells of something they do: a programme, a project, an experience. */
  practice?: true;
  /** Names among the actors that the register does not hold: taken from the text, to be confirmed. */
  provisional?: string[];
}

/** A framework referred to, by its short name, where it is printed. */
export interface Instrument extends Span {
  name: string;
}

/** A stretch of a report that one speaker (or several jointly) is credited with: what an import turns into one statement. */
export interface Intervention extends Span {
  /** Short names of the register, or names as printed. */
  actors: string[];
  onBehalfOf: string[];
  /** A named person where the report prints one ("Thibault Chareton"). */
  person?: string;
  capacity: 'delegate' | 'co-chair' | 'panel';
  mode: 'oral' | 'written' | 'video';
}

export interface Item extends Span {
  children: Item[];
}

export interface ReadRoundtable {
  /** "2.1" */
  number: string;
  title: Span;
  /** The whole stretch of the document that belongs to it. */
  start: number;
  end: number;
  /** Background paragraphs of an announcement, before its questions. */
  description: Span[];
  coChairs: { name: string; start: number; end: number; text: string }[];
  models: Item[];
  tools: Item[];
  questions: Item[];
  panel: { name: string; capacity: string; start: number; end: number; text: string }[];
  /** In speaking order, remarks of the co-chairs and the panel included; written ones last. */
  interventions: Intervention[];
  mainIssues: Item[];
  meansOfImplementation: Item[];
}

/** The structure of a document. */
export interface ReadDocument {
  /** report: a rapporteur's report; announcement: a forum page that asks for comments; other: anything else. */
  kind: 'report' | 'announcement' | 'other';
  title: Span | null;
  subtitle: Span | null;
  /** The cluster or roundtable number in the title ("2", "3"), or empty. */
  number: string;
  rapporteur: { name: Span; capacity: Span | null } | null;
  roundtables: ReadRoundtable[];
  overallIssues: Item[];
  /** Thanks, apologies, invitations and notices at the end. */
  closing: Span[];
  blocks: Block[];
}
