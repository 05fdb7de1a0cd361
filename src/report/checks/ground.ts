import { keyOf, type Speaker } from '#report/draft-record.ts';
import { normalise, quotationsIn, type Normalised } from '#report/quotation.ts';
import type { Checked, CheckedSentence, SourceStatement, Sources } from './finding.ts';

/** What one sentence stands on. */
export interface Ground {
  /** Whether it says itself what it rests on; otherwise everything said is its ground. */
  isCited: boolean;
  statements: SourceStatement[];
  /** The very words it cites, and for a cited point the sentence around it. */
  words: string[];
  /** Questions, facts of the programme, sentences of other reports. */
  texts: string[];
}

/** Null where a sentence has no ground to be held against: a file checked by itself, or a sentence without evidence. */
export function groundOf({ rests }: CheckedSentence, sources: Sources): Ground | null {
  const index = indexOf(sources);
  if (rests === null) {
    if (sources.statements.length === 0) return null;
    const { statements, programme } = sources;
    return { isCited: false, statements, words: index.bodies, texts: programme };
  }
  if (rests.length === 0) return null;
  const cited = new Map<string, SourceStatement>();
  const words: string[] = [];
  const texts: string[] = [];
  for (const rest of rests) {
    if (rest.kind === 'words') {
      const statement = index.byId.get(rest.statement);
      if (statement) cited.set(statement.id, statement);
      words.push(statement && rest.start !== null ? around(statement, rest.start, rest.words) : rest.words);
    } else if (rest.kind !== 'count') texts.push(rest.text);
  }
  return { isCited: true, statements: [...cited.values()], words, texts };
}

/** The words with the sentence of the point they belong to, where there is one: "Kenya opposed" stands before its message. */
function around(statement: SourceStatement, start: number, words: string): string {
  const end = start + words.length;
  if (statement.body.slice(start, end) !== words) return words;
  const points = statement.points.filter((point) => point.messageStart < end && start < point.messageEnd);
  const from = Math.min(start, ...points.map((point) => point.sentenceStart));
  const to = Math.max(end, ...points.map((point) => point.sentenceEnd));
  return statement.body.slice(from, to);
}

interface Index {
  byId: Map<string, SourceStatement>;
  bodies: string[];
  normalised: Map<string, Normalised>;
}

// Looked up for every sentence of a report; the sources are one object for a whole run.
const indexes = new WeakMap<Sources, Index>();

function indexOf(sources: Sources): Index {
  let index = indexes.get(sources);
  if (!index) {
    index = {
      byId: new Map(sources.statements.map((statement) => [statement.id, statement])),
      bodies: sources.statements.map(({ body }) => body),
      normalised: new Map(),
    };
    indexes.set(sources, index);
  }
  return index;
}

/** A statement's words in the form in which quotations are looked up, made once. */
export function normalisedBody(sources: Sources, statement: SourceStatement): Normalised {
  const { normalised } = indexOf(sources);
  const known = normalised.get(statement.id) ?? normalise(statement.body);
  normalised.set(statement.id, known);
  return known;
}

export function statementCalled(sources: Sources, id: string): SourceStatement | undefined {
  return indexOf(sources).byId.get(id);
}

/** Everyone a statement speaks with: who said it, for whom, with whom, and whoever its own points name as acting. */
export function voicesIn(statement: SourceStatement): Speaker[] {
  const { speakers, onBehalfOf, supportedBy, opposedBy, points } = statement;
  const inPoints = points.flatMap((one) => [one.actors, one.onBehalfOf, one.supportedBy, one.opposedBy].flat());
  return [...speakers, ...onBehalfOf, ...supportedBy, ...opposedBy, ...inPoints];
}

/** Who speaks in these statements, by the key they are counted under. */
export function voicesOf(statements: readonly SourceStatement[]): Map<string, Speaker> {
  return new Map(statements.flatMap(voicesIn).map((one) => [keyOf(one), one]));
}

/** The sentence with the words inside quotation marks blanked, so that offsets stay: what the report says in its own voice. */
export function ownVoice(text: string): string {
  let own = text;
  for (const { start, end } of quotationsIn(text)) own = own.slice(0, start) + ' '.repeat(end - start) + own.slice(end);
  return own;
}

/** The short name under which the register knows a printed one, or the name as it is. */
export function registeredName({ register }: Pick<Checked, 'register'>, name: string): string {
  return register.find(name)?.name ?? name;
}
