import { isAgainst } from '#analysis/emphasis.ts';
import type { Cite } from './cites.ts';
import { keyOf, type DraftPoint, type DraftSentence, type DraftStatement, type Speaker } from './draft-record.ts';
import { capital, type Naming } from './names.ts';
import { findQuotation } from './quotation.ts';
import { actorsIn, mannerOf } from './own-words.ts';
import { predicateOf, type SmallWords } from './realise.ts';

/** What a sentence is told in: who may be named, and which words are written small. */
export interface Telling {
  naming: Naming;
  small: SmallWords;
  /** Whether words would tell who spoke, in a report that names nobody; never where everybody is named. */
  givesAway(text: string): boolean;
}

/**
 * One statement in sentences, each resting on its points. What was reported stays reported speech; what somebody said in
 * the first person is quoted, because turning "we" into "it" is rewriting. A statement without points is quoted as it begins.
 */
export function sentencesOf(given: DraftStatement, telling: Telling): DraftSentence[] {
  const told: DraftSentence[] = [];
  const statement = { ...given, points: given.points.filter(({ toldWith }) => !toldWith) };
  // All of it is told elsewhere, with what says the same.
  if (statement.points.length === 0 && given.points.length > 0) return [];
  let before: Speaker[] | null = null;
  for (const points of passagesIn(statement)) {
    const actors = everyoneIn(points, statement);
    const isSame: boolean = before !== null && sameSpeakers(before, actors);
    const subject = isSame
      ? telling.naming.again(actors)
      : introduced(points[0]!, actors, statement, before === null, telling);
    told.push(
      sentenceOn(points, subject, statement, telling),
      ...saidBySome(points, statement, telling),
      ...againstIt(points, statement, before === null, telling),
    );
    before = actors;
  }
  return told.length > 0 ? told : [opening(statement, telling)];
}

function sentenceOn(
  points: DraftPoint[],
  subject: string,
  statement: DraftStatement,
  { small, givesAway }: Telling,
): DraftSentence {
  const [point] = points as [DraftPoint];
  const manner = mannerOf(point, statement);
  const isOwn = manner.is !== 'reported';
  const ids = points.flatMap(({ id, also = [] }) => [id, ...(isOwn ? [] : also.map((one) => one.id))]);
  const cites = ids.map((id): Cite => ({ kind: 'point', point: id })) as [Cite, ...Cite[]];
  if (manner.is === 'message') {
    if (givesAway(manner.words)) return { text: kept(subject, points), cites };
    return { text: quoting(`${subject} ${quotingVerb(points)}`, manner.words), cites };
  }
  if (isOwn) {
    const safe = longestSafe(points, statement.body, givesAway);
    if (!safe) return { text: kept(subject, points), cites };
    return { text: quoting(`${subject} ${quotingVerb(safe)}`, wordsOf(safe, statement.body)), cites };
  }
  const { verb, message } = predicateOf(point, statement.body, small);
  const text = ended(capital([subject, verb, message].filter(Boolean).join(' ')));
  return { text: givesAway(text) ? kept(subject, points) : text, cites };
}

function wordsOf(points: readonly DraftPoint[], body: string): string {
  return body.slice(points[0]!.sentenceStart, points.at(-1)!.sentenceEnd);
}

/** Of neighbouring points the longest row whose words tell nobody who spoke; null where there is none. */
function longestSafe(points: DraftPoint[], body: string, givesAway: Telling['givesAway']): DraftPoint[] | null {
  for (let length = points.length; length > 0; length--)
    for (let from = 0; from + length <= points.length; from++) {
      const some = points.slice(from, from + length);
      if (!givesAway(wordsOf(some, body))) return some;
    }
  return null;
}

const doings: Record<string, string> = {
  questioned: 'put a question',
  proposed: 'made a proposal',
  emphasised: 'emphasised a point',
  supported: 'expressed support',
  opposed: 'stated opposition',
  concern: 'expressed concern',
  presented: 'presented a practice',
  committed: 'made a commitment',
};

/** What was done, without the words: whoever may read the record finds them by the citation. */
function kept(subject: string, points: DraftPoint[]): string {
  const classes = new Set(points.map((point) => (isAgainst(point) ? 'opposed' : point.act)));
  const doing = (classes.size === 1 && doings[[...classes][0]!]) || 'made a statement';
  return capital(`${subject} ${doing} in words that would tell who spoke; they are kept with the record.`);
}

/** Others’ words are nobody’s quotation: who said the same in words of their own is named beside it. */
function saidBySome(points: DraftPoint[], statement: DraftStatement, { naming }: Telling): DraftSentence[] {
  if (mannerOf(points[0]!, statement).is === 'reported') return [];
  const also = points.flatMap((point) => point.also ?? []);
  if (also.length === 0) return [];
  const cites = also.map(({ id }): Cite => ({ kind: 'point', point: id })) as [Cite, ...Cite[]];
  return [{ text: `${capital(naming.others(once(also.flatMap(({ voices }) => voices))))} said the same.`, cites }];
}

/** Whoever is on record against is in the text, next to what they are against. */
function againstIt(
  points: DraftPoint[],
  statement: DraftStatement,
  isFirst: boolean,
  { naming }: Telling,
): DraftSentence[] {
  const [point] = points as [DraftPoint];
  const against = point.opposedBy.length > 0 ? point.opposedBy : isFirst ? statement.opposedBy : [];
  if (against.length === 0) return [];
  return [{ text: `${capital(naming.others(against))} opposed this.`, cites: [{ kind: 'point', point: point.id }] }];
}

/** Points to be told in one sentence: those of one sentence, or of neighbouring ones in a speaker's own words and one class. */
function passagesIn(statement: DraftStatement): DraftPoint[][] {
  const { points, body } = statement;
  const passages: DraftPoint[][] = [];
  for (const point of [...points].sort((a, b) => a.sentenceStart - b.sentenceStart)) {
    const last = passages.at(-1)?.at(-1);
    if (last && isQuoted(last, statement) && isQuoted(point, statement) && goesOn(last, point, body))
      passages.at(-1)!.push(point);
    else passages.push([point]);
  }
  return passages;
}

function goesOn(last: DraftPoint, point: DraftPoint, body: string): boolean {
  if (last.sentenceStart === point.sentenceStart) return true;
  const between = body.slice(last.sentenceEnd, point.sentenceStart);
  const isNext = /^\s*$/.test(between) && !/\n\s*\n/.test(between);
  return isNext && last.act === point.act && last.polarity === point.polarity;
}

function isQuoted(point: DraftPoint, statement: DraftStatement): boolean {
  return mannerOf(point, statement).is === 'quoted';
}

const quotingVerbs: Record<string, string> = {
  questioned: 'asked',
  proposed: 'proposed',
  emphasised: 'emphasised',
  supported: 'expressed support',
  opposed: 'stated its opposition',
  concern: 'expressed concern',
  presented: 'presented its experience',
  committed: 'announced',
};

function quotingVerb(points: DraftPoint[]): string {
  const classes = new Set(points.map((point) => (isAgainst(point) ? 'opposed' : point.act)));
  return (classes.size === 1 && quotingVerbs[[...classes][0]!]) || 'stated';
}

/** The words in quotation marks, after who said them. */
function quoting(introduction: string, words: string): string {
  const inner = withSingleMarks(words.trim().replace(/\s+/g, ' '));
  return capital(`${introduction}: “${inner}”${/[.?!…؟。！？]$/.test(inner) ? '' : '.'}`);
}

/** Quotation marks within a quotation are single, as printers set them. */
export function withSingleMarks(words: string): string {
  const parts = words.replace(/[“„]/g, '‘').replace(/”/g, '’').split('"');
  return parts.reduce((said, part, i) => said + (i % 2 === 1 ? '‘' : '’') + part);
}

function ended(sentence: string): string {
  return /[?!…؟]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Where no point was found the statement speaks for itself, from its first words on. */
function opening(statement: DraftStatement, telling: Telling): DraftSentence {
  const quotation = openingWords(statement.body);
  const way = asWhat(statement);
  const subject = `${telling.naming.subject(statement.speakers)}${way}${way ? ',' : ''}`;
  return {
    text: telling.givesAway(quotation) ? kept(subject, []) : quoting(`${subject} stated`, quotation),
    cites: [{ kind: 'passage', statement: statement.id, quotation }],
  };
}

const enough = 240;
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Whole sentences from the beginning, about as many as make a line or three, that stand in one place only. */
export function openingWords(body: string): string {
  // No more is looked at than can be wanted: a statement may be a hundred pages.
  const sentences = [...segmenter.segment(body.slice(0, enough * 20))];
  const reach = sentences.find(({ index, segment }) => index + segment.length >= enough) ?? sentences.at(-1)!;
  const words = body.slice(0, reach.index + reach.segment.length).trim();
  return findQuotation(words, body) ? words : body.trim();
}

function introduced(
  point: DraftPoint,
  actors: Speaker[],
  statement: DraftStatement,
  isFirst: boolean,
  { naming }: Telling,
): string {
  const group = point.onBehalfOf.length > 0 ? point.onBehalfOf : isFirst ? statement.onBehalfOf : [];
  const support = point.supportedBy.length > 0 ? point.supportedBy : isFirst ? statement.supportedBy : [];
  const asides = [
    isFirst ? asWhat(statement) : '',
    naming.isOpen && group.length > 0 ? `, on behalf of ${naming.others(group)}` : '',
    support.length > 0 ? `, supported by ${naming.others(support)}` : '',
  ].join('');
  return `${naming.subject(actors)}${asides}${asides ? ',' : ''}`;
}

/** In which capacity or by which way it was said, where that is not simply speaking from the floor. */
function asWhat({ kind, speakers }: DraftStatement): string {
  const capacity = speakers[0]?.capacity;
  if (capacity === 'co_chair') return speakers.length > 1 ? ', as co-chairs' : ', as co-chair';
  if (capacity === 'chair') return ', as Chair';
  if (capacity === 'panel') return ', on the panel';
  if (kind === 'written_statement') return ', in a written statement';
  if (kind === 'comment') return ', in a comment';
  return kind === 'presentation' ? ', in a presentation' : '';
}

/** Who is told as saying it: in reported speech together with those whose points were merged into this one. */
function everyoneIn(points: DraftPoint[], statement: DraftStatement): Speaker[] {
  const own = actorsIn(points[0]!, statement);
  if (mannerOf(points[0]!, statement).is !== 'reported') return own;
  return once([...own, ...points.flatMap(({ also = [] }) => also.flatMap(({ voices }) => voices))]);
}

function once(speakers: Speaker[]): Speaker[] {
  return [...new Map(speakers.map((one) => [keyOf(one), one])).values()];
}

function sameSpeakers(some: Speaker[], others: Speaker[]): boolean {
  const keys = new Set(some.map(keyOf));
  return some.length === others.length && some.length > 0 && others.every((one) => keys.has(keyOf(one)));
}
