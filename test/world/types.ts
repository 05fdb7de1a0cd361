import type { Capacity, Rank } from '#people/credentials/rules.ts';
import type { DelegationKind } from '#people/rules.ts';

/** Days from day 0 (the day the world is loaded) and local time in the edition's zone. */
export type When = [day: number, time: `${number}:${number}`];

export type Region = 'Africa' | 'Americas' | 'Asia' | 'Europe' | 'Oceania';

export type Language = 'en' | 'es' | 'fr' | 'ar';

export type Edition = {
  name: string;
  shortName: string;
  number: number;
  place: string;
  chairInOffice: string;
  zone: string;
  languages: Language[];
  attribution: 'attributed' | 'by_constituency' | 'not_attributed';
  state: 'planning' | 'preparatory' | 'in_session' | 'reporting' | 'closed' | 'archived';
};

/** One of the published reasons a Chair may give for a ruling on relevance. */
export type RulingReason = { code: ReasonCode; title: string; words: string };

export type ReasonCode = 'A' | 'B' | 'C' | 'D';

export type Delegation = {
  slug: string;
  shortName: string;
  formalName: string;
  kind: DelegationKind;
  /** ISO 3166 alpha-3 for a State, an acronym for anybody else. */
  code?: string;
  region?: Region;
  aliases?: string[];
  /** Slugs of the members of a group that are registered here; a real group has more. */
  members?: string[];
};

export type Role = 'chairs_office' | 'support_unit' | 'co_chair' | 'rapporteur' | 'general_rapporteur' | 'note_taker';

export type Person = {
  key: string;
  name: string;
  title?: string;
  function: string;
  /** Absent for those who work for the forum and speak for nobody. */
  delegation?: string;
  capacity?: Capacity;
  rank?: Rank;
  /** The demo's cast. A login without a role is a delegate; a role without a roundtable holds for the edition. */
  login?: {
    email: `${string}@lakeforum.example`;
    role?: Role;
    roundtable?: string;
    /** The last statement up to which they have read everything. */
    readTo?: string;
  };
};

export type RoundtableState =
  | 'draft'
  | 'open_for_comment'
  | 'comment_closed'
  | 'ready'
  | 'in_session'
  | 'adjourned'
  | 'record_draft'
  | 'record_final';

export type Cluster = {
  number: string;
  title: string;
  lead: string;
  generalRapporteur?: string;
  state: RoundtableState;
  children: string[];
};

export type Question = { number: number; text: string };

export type Roundtable = {
  number: string;
  title: string;
  lead: string;
  background: string[];
  questions: Question[];
  coChairs: string[];
  rapporteur: string;
  noteTakers: string[];
  room: string;
  starts: When;
  ends: When;
  commentsOpen: When;
  commentsClose: When;
  state: RoundtableState;
};

export type Speaker = {
  delegation?: string;
  person?: string;
  /** For a named speaker without an account. */
  name?: string;
  capacity: 'delegate' | 'co-chair' | 'panel' | 'chair';
};

export type Ruling = {
  decision: 'relevant' | 'not_relevant';
  /** Given when, and only when, the decision is not_relevant. */
  reason?: ReasonCode;
  words?: string;
  at: When;
};

export type Statement = {
  key: string;
  roundtable: string;
  kind: 'comment' | 'intervention' | 'written_statement' | 'presentation' | 'remark';
  mode: 'oral' | 'written' | 'video';
  /** Empty only when nobody said who they are. */
  speakers: Speaker[];
  onBehalfOf?: string[];
  supportedBy?: string[];
  opposedBy?: string[];
  identity: 'unidentified' | 'email_confirmed' | 'verified' | 'released';
  /** When the words as they stand were said; earlier revisions came before. */
  at: When;
  language: Language;
  /** The words as they stand today; paragraphs parted by blank lines. */
  body: string;
  translation?: { language: 'en'; body: string; by: string };
  answers?: number[];
  repliesTo?: string;
  /** Passages of other statements it quotes, as they stood then. */
  quotes?: { of: string; text: string }[];
  attachments?: { name: string; text: string }[];
  /** By someone without an account, through the form: the name and the address they gave. */
  guest?: { name: string; email: `${string}@lakeforum.example` };
  /** False: said off the record. It is counted, and shown to nobody. */
  onRecord?: false;
  /** Earlier bodies, oldest first. */
  revisions?: { body: string; at: When }[];
  ruling?: Ruling;
  withdrawn?: When;
  /** What was said aloud, in the third person, as the note-taker typed it. */
  reported?: string[];
};

export type Issue = {
  roundtable: string;
  title: string;
  /** Keys of the statements that raised it, for or against. */
  points: string[];
  /** Of a statement that raises more than this: how the points begin that belong here. */
  only?: Record<string, string[]>;
};

export type Quantifier =
  'one delegation' | 'two delegations' | 'a few' | 'some' | 'several' | 'a number of' | 'many' | 'most';

export type Citation =
  | { statement: string; quote: string }
  | { question: number }
  | { programme: 'co_chairs' | 'dates' }
  | { count: { issue: string; of: string[]; opposed?: string[]; quantifier: Quantifier } };

export type Sentence = { text: string; cites: Citation[] };

export type Section =
  'co_chairs' | 'questions' | 'discussion' | 'main_issues' | 'means' | 'written' | 'overall' | 'thanks';

export type Paragraph = { heading?: string; section: Section; question?: number; sentences: Sentence[] };

export type Disposition = {
  statement: string;
  kind: 'merged' | 'noted' | 'omitted' | 'not_retained';
  /** The statement it is merged with. */
  with?: string;
  reason?: string;
};

export type Report = {
  roundtable: string;
  title: string;
  symbol: string;
  state: 'correction_window';
  circulated: When;
  closes: When;
  paragraphs: Paragraph[];
  dispositions: Disposition[];
};

/** Something that works somewhere, told in a statement. */
export type Practice = {
  key: string;
  /** The statement it is taken from, whole. */
  from: string;
  /** Found by the support unit, who awaits consent. */
  spotted?: true;
  delegation: string;
  title: string;
  summary: string;
  global?: true;
  countries?: string[];
  partners?: string[];
  themes: string[];
  contact: { name: string; email: string };
  told: When;
  /** Absent while it waits. */
  published?: When;
  contacts?: { kind: 'does_too' | 'seeks_partners'; person: string; words: string; at: When }[];
};

export type World = {
  edition: Edition;
  reasons: RulingReason[];
  delegations: Delegation[];
  people: Person[];
  clusters: Cluster[];
  roundtables: Roundtable[];
  statements: Statement[];
  issues: Issue[];
  reports: Report[];
  lines: LineAsked[];
  practices: Practice[];
  /** Keys of statements whose authors wish to be thanked by name. */
  thankedByName: string[];
};

/** What a delegation asks of a sentence of a circulated report. */
export interface LineAsked {
  /** The roundtable's number. */
  report: string;
  /** As it stands in the report. */
  sentence: string;
  delegation: string;
  /** Who asks, by key; without one, the delegation alone is known. */
  by?: string;
  at: When;
  body: string;
  reason: string;
  accepted?: { at: When; words: string };
}
