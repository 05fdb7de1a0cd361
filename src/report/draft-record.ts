import type { Cite, Paragraph } from './cites.ts';
import type { Step } from './quantifier.ts';

/** All that a draft is written from: plain data, as one reader of everything would see it. */
export interface DraftRecord {
  roundtable: {
    id: string;
    number: string;
    title: string;
    attribution: string;
    room: string | null;
    startsAt: Date | null;
    endsAt: Date | null;
    timeZone: string;
  };
  coChairs: Speaker[];
  questions: { id: string; number: number; text: string; answers: number }[];
  /** In speaking order; only what may be cited. */
  statements: DraftStatement[];
  issues: { id?: string; kind: string; title: string; points: string[] }[];
  /** In the order of their numbers; absent where there are none. */
  recommendations?: { number: number; text: string; to: string[]; voices: { point: string; part: string }[] }[];
  /** Statements that were decided to be merged, noted or omitted: the body leaves them out, the annex lists the noted. */
  decided: { statement: string; kind: string; reason: string }[];
  /** Statements that answer a question put from the floor, by the point that asks. */
  answers?: ReadonlyMap<string, readonly string[]>;
  /** Statements that reply to one, of which nobody has said that they answer it. */
  replies?: ReadonlyMap<string, readonly string[]>;
  /** Whether words would tell who spoke; absent where the policy names everybody. */
  givesAway?: (text: string) => boolean;
  /** The edition's own quantifier scale; absent where it has none. */
  scale?: readonly Step[] | null;
}

export interface DraftStatement {
  id: string;
  number: number;
  kind: string;
  mode: string;
  body: string;
  language: string;
  speakers: Speaker[];
  onBehalfOf: Speaker[];
  supportedBy: Speaker[];
  opposedBy: Speaker[];
  points: DraftPoint[];
}

export interface Speaker {
  name: string;
  /** Null for someone the register does not hold. */
  slug: string | null;
  kind: string | null;
  capacity: string | null;
}

export interface DraftPoint {
  id: string;
  /** UTF-16 code units into the statement's body. */
  sentenceStart: number;
  sentenceEnd: number;
  messageStart: number;
  messageEnd: number;
  verb: string;
  act: string;
  polarity: number;
  attribution: string;
  actors: Speaker[];
  onBehalfOf: Speaker[];
  supportedBy: Speaker[];
  opposedBy: Speaker[];
  /** The point it is told with, where the two were merged: then it has no sentence of its own. */
  toldWith?: string;
  /** Those that are told with it, each with whoever said it: they are named and cited beside it. */
  also?: { id: string; voices: Speaker[] }[];
}

/** One sentence of a draft, always with what it rests on. */
export interface DraftSentence {
  text: string;
  cites: [Cite, ...Cite[]];
}

export interface DraftParagraph {
  section: Paragraph['section'];
  heading?: string;
  question?: string;
  sentences: DraftSentence[];
}

/** Who a point is said by, or a statement: a group that was spoken for stands in the place of whoever spoke for it. */
export function spokenBy(
  point: Pick<DraftPoint, 'onBehalfOf' | 'actors'> | null,
  statement: Pick<DraftStatement, 'onBehalfOf' | 'speakers'>,
): Speaker[] {
  const parts = [point?.onBehalfOf ?? [], point?.actors ?? [], statement.onBehalfOf, statement.speakers];
  return parts.find((some) => some.length > 0) ?? [];
}

/** How one person is counted: by the register's slug, or by name. */
export function keyOf(speaker: Speaker): string {
  return speaker.slug ?? speaker.name;
}
