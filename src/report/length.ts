import { isAgainst } from '#analysis/emphasis.ts';
import { keyOf, type DraftParagraph, type DraftPoint, type DraftRecord, type DraftSentence, type DraftStatement, type Speaker } from './draft-record.ts'; // prettier-ignore
import { draftOf, tellingOf, type Selection } from './draft.ts';
import { sidesIn, type Sided } from './lists/telling.ts';
import { openingWords } from './speech.ts';
import { usualScale, type Step } from './quantifier.ts';

/** How fast a report is read aloud, as speakers at the United Nations are asked to read. */
export const wordsPerMinute = 130;

/** The stops of the dial, in minutes. */
export const stops = [3, 5, 10] as const;

/** What a draft of one length holds. */
export interface DraftAtLength {
  /** What was asked for; null for as long as it takes. */
  limit: number | null;
  paragraphs: DraftParagraph[];
  /** Read aloud: all but the list of speakers and the annexes. */
  words: number;
  points: number;
  /** Points told in a sentence of their own, and those cited at all: told, or counted under an issue. */
  pointsTold: number;
  pointsCited: number;
  /** Everyone who said something. */
  everyone: Speaker[];
  /** Those told of in the body, those only counted there, and those the annex alone names. */
  told: Speaker[];
  counted: Speaker[];
  fallen: Speaker[];
  /** Objections told, of all there are. */
  dissents: { kept: number; all: number };
}

/**
 * A draft that can be read aloud in so many words: greedy maximum coverage of points and delegations under the limit
 * (Nemhauser, Wolsey and Fisher 1978), with two constraints. Everyone who spoke is in the body or the annex; every
 * objection is told, though the draft be longer for it.
 */
export function draftWithin(
  record: DraftRecord,
  limit: number | null,
  scale: readonly Step[] = usualScale,
): DraftAtLength {
  const whole = draftOf(record, scale);
  if (limit === null || wordsIn(whole) <= limit) return measured(record, whole, limit);
  const sides = sidesIn(record, tellingOf(record), scale);
  const units = unitsOf(record, whole, sides);
  const selection = fitted(limit, limit - toldAlways(whole, sides), (room) => {
    const chosen = selectionOf(choose(units, room));
    return { chosen, words: wordsIn(draftOf(record, scale, { ...chosen, bodyOnly: true })) };
  });
  return measured(record, draftOf(record, scale, selection), limit);
}

/**
 * What is chosen for so much room that it is as long as it may be. Costs are estimates, for told with fewer neighbours a
 * sentence may name its speaker again: what is left over is used, and what is too much is taken back.
 */
export function fitted<Chosen>(
  limit: number,
  room: number,
  attempt: (room: number) => { chosen: Chosen; words: number },
): Chosen {
  let best: { chosen: Chosen; words: number } | null = null;
  for (let turn = 0; turn < 12; turn++) {
    const { chosen, words } = attempt(room);
    if (words <= limit && words > (best?.words ?? -1)) best = { chosen, words };
    if (best && (best.words > limit - slack || turn >= 2)) break;
    room += words > limit ? Math.min(-3, limit - words) : limit - words - slack / 2;
    // Objections alone may be longer than what was asked for: they are told all the same.
    if (turn === 11) best ??= { chosen, words };
  }
  return best!.chosen;
}

/** A draft that is so many words shorter than it may be is not filled up any further. */
const slack = 15;

/** Sections that one looks things up in and does not read out. */
const unread = new Set(['floor_questions', 'instruments', 'speakers', 'recommendations', 'annex']);

/** Words read aloud, of a draft or of a report as it stands. */
export function wordsIn(paragraphs: readonly { section: string; sentences: readonly { text: string }[] }[]): number {
  const read = paragraphs.filter(({ section }) => !unread.has(section));
  return read.flatMap(({ sentences }) => sentences).reduce((sum, { text }) => sum + countWords(text), 0);
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What is told at every length: the meeting, and every divergence. */
function toldAlways(whole: readonly DraftParagraph[], sides: readonly Sided[]): number {
  const divergences = sides.filter(({ isAgreed }) => !isAgreed).map(({ sentence }) => sentence);
  return wordsIn(whole.filter(({ section }) => section === 'opening')) + sum(divergences);
}

/** Something that is told or left out as one. */
export interface Unit {
  kind: 'told' | 'counted' | 'agreed' | 'section';
  points: string[];
  /** Keys of those who speak in it. */
  voices: string[];
  /** A statement without points, an issue's title or a section. */
  name: string;
  cost: number;
  isDissent: boolean;
}

function unitsOf(record: DraftRecord, whole: readonly DraftParagraph[], sides: readonly Sided[]): Unit[] {
  const decided = new Set(record.decided.map(({ statement }) => statement));
  const told = record.statements.filter(({ id }) => !decided.has(id)).flatMap(toldUnits);
  const others = whole.flatMap(({ section, sentences }): Unit[] => {
    if (section === 'models' || section === 'tools' || section === 'questions')
      return [{ kind: 'section', points: [], voices: [], name: section, cost: sum(sentences), isDissent: false }];
    if (!isIssue(section)) return [];
    return sentences.flatMap((sentence): Unit[] => {
      const points = sentence.cites.flatMap((cite) => (cite.kind === 'point' ? [cite.point] : []));
      const unit = { kind: 'counted' as const, points, voices: [], cost: countWords(sentence.text), isDissent: false };
      return titlesIn(record, points).map((name) => ({ ...unit, name }));
    });
  });
  const agreed = sides.filter(({ isAgreed }) => isAgreed).map(({ title, sentence }): Unit => ({ kind: 'agreed', points: [], voices: [], name: title, cost: sum([sentence]), isDissent: false })); // prettier-ignore
  return [...told, ...others, ...agreed];
}

/** A statement's sentences, each with the points in it; one without points is told as it begins. */
function toldUnits(statement: DraftStatement): Unit[] {
  const { id, body, points } = statement;
  const voices = voicesIn(statement);
  if (points.length === 0) {
    const isDissent = statement.opposedBy.length > 0;
    return [
      { kind: 'told', points: [], voices, name: id, cost: countWords(openingWords(body)) + namingCost, isDissent },
    ];
  }
  const own = points.filter(({ toldWith }) => !toldWith);
  return [...Map.groupBy(own, ({ sentenceStart }) => sentenceStart).values()].map((some): Unit => {
    const words = countWords(body.slice(some[0]!.sentenceStart, some.at(-1)!.sentenceEnd));
    const isDissent = some.some((point) => isDissenting({ point, statement }));
    const others = some.flatMap(({ also = [] }) => also.flatMap((one) => one.voices));
    return {
      kind: 'told',
      points: some.flatMap(({ id, also = [] }) => [id, ...also.map((one) => one.id)]),
      voices: [...voices, ...others.map(keyOf)],
      name: '',
      cost: words + namingCost * (1 + others.length),
      isDissent,
    };
  });
}

/** About so many words say who speaks and how. */
const namingCost = 3;

export function isIssue(section: DraftParagraph['section']): boolean {
  return section === 'main_issues' || section === 'means' || section === 'overall';
}

function sum(sentences: readonly DraftSentence[]): number {
  return sentences.reduce((all, { text }) => all + countWords(text), 0);
}

function titlesIn({ issues }: DraftRecord, points: readonly string[]): string[] {
  const key = [...points].sort().join();
  return issues.filter((issue) => [...issue.points].sort().join() === key).map(({ title }) => title);
}

export function isDissenting({ point, statement }: { point: DraftPoint; statement: DraftStatement }): boolean {
  return isAgainst(point) || point.opposedBy.length > 0 || statement.opposedBy.length > 0;
}

export function voicesIn({ speakers, onBehalfOf }: DraftStatement): string[] {
  return (onBehalfOf.length > 0 ? onBehalfOf : speakers).map(keyOf);
}

/** Whoever is not heard yet comes before whoever is; a point counted is worth less than one told. */
const newVoice = 1000;
const countedPoint = 0.3;
/** "We agree" is no better than a whole sentence for being shorter. */
const fewestWords = 14;
const aSection = 2;
const anAgreement = 0.4;

/** Objections first; then, again and again, whatever adds most for its length. Gains only shrink, so they are looked at lazily. */
export function choose(units: readonly Unit[], room: number): Unit[] {
  const chosen = units.filter(({ isDissent, kind }) => isDissent && kind === 'told');
  const points = new Map<string, number>();
  const voices = new Set<string>();
  let left = room;
  const take = (unit: Unit) => {
    for (const id of unit.points)
      points.set(id, Math.max(points.get(id) ?? 0, unit.kind === 'told' ? 1 : countedPoint));
    for (const voice of unit.voices) voices.add(voice);
    left -= unit.cost;
  };
  for (const unit of chosen) take(unit);
  const gain = (unit: Unit) => {
    if (unit.kind === 'section') return aSection / unit.cost;
    if (unit.kind === 'agreed') return anAgreement / unit.cost;
    const worth = unit.kind === 'told' ? 1 : countedPoint;
    const news = unit.points.reduce((all, id) => all + Math.max(0, worth - (points.get(id) ?? 0)), 0);
    const heard = unit.voices.filter((voice) => !voices.has(voice)).length * newVoice;
    return (news + heard + (unit.points.length === 0 ? 0.5 : 0)) / Math.max(fewestWords, unit.cost);
  };
  const taken = new Set(chosen);
  const waiting = units.filter((unit) => !taken.has(unit)).map((unit) => ({ unit, gain: gain(unit) }));
  waiting.sort((a, b) => a.gain - b.gain);
  while (waiting.length > 0 && left > 0) {
    const { unit } = waiting.pop()!;
    if (unit.cost > left) continue;
    const now = gain(unit);
    if (now < (waiting.at(-1)?.gain ?? 0)) insert(waiting, { unit, gain: now });
    else if (now > 0) {
      chosen.push(unit);
      take(unit);
    }
  }
  return chosen;
}

function insert(sorted: { unit: Unit; gain: number }[], one: { unit: Unit; gain: number }): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.gain < one.gain) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, one);
}

function selectionOf(units: readonly Unit[]): Selection {
  const of = (kind: Unit['kind']) => units.filter((unit) => unit.kind === kind);
  return {
    points: new Set(of('told').flatMap(({ points }) => points)),
    statements: new Set(of('told').flatMap(({ points, name }) => (points.length === 0 && name ? [name] : []))),
    agreed: new Set(of('agreed').map(({ name }) => name)),
    issues: new Set(of('counted').map(({ name }) => name)),
    sections: new Set(of('section').map(({ name }) => name as DraftParagraph['section'])),
  };
}

export function measured(record: DraftRecord, paragraphs: DraftParagraph[], limit: number | null): DraftAtLength {
  const toldPoints = new Set<string>();
  const citedPoints = new Set<string>();
  const alone = new Set<string>();
  for (const { section, sentences } of paragraphs) {
    if (unread.has(section)) continue;
    for (const cite of sentences.flatMap(({ cites }) => cites)) {
      if (cite.kind === 'passage') alone.add(cite.statement);
      if (cite.kind !== 'point') continue;
      citedPoints.add(cite.point);
      if (!isIssue(section) && section !== 'divergences') toldPoints.add(cite.point);
    }
  }
  const everyone = new Map<string, Speaker>();
  const [told, cited] = [new Set<string>(), new Set<string>()];
  const dissents: string[] = [];
  for (const statement of record.statements) {
    const voices = statement.onBehalfOf.length > 0 ? statement.onBehalfOf : statement.speakers;
    const isTold = alone.has(statement.id) || statement.points.some(({ id }) => toldPoints.has(id));
    const isCited = isTold || statement.points.some(({ id }) => citedPoints.has(id));
    for (const voice of voices) {
      everyone.set(keyOf(voice), voice);
      if (isTold) told.add(keyOf(voice));
      if (isCited) cited.add(keyOf(voice));
    }
    for (const point of statement.points) if (isDissenting({ point, statement })) dissents.push(point.id);
  }
  const all = [...everyone];
  const decided = new Set(record.decided.map(({ statement }) => statement));
  const open = record.statements.filter(({ id }) => !decided.has(id)).flatMap(({ points }) => points);
  const kept = dissents.filter((id) => toldPoints.has(id)).length;
  return {
    limit,
    paragraphs,
    words: wordsIn(paragraphs),
    points: open.length,
    pointsTold: open.filter(({ id }) => toldPoints.has(id)).length,
    pointsCited: open.filter(({ id }) => citedPoints.has(id)).length,
    everyone: all.map(([, one]) => one),
    told: all.filter(([key]) => told.has(key)).map(([, one]) => one),
    counted: all.filter(([key]) => !told.has(key) && cited.has(key)).map(([, one]) => one),
    fallen: all.filter(([key]) => !cited.has(key)).map(([, one]) => one),
    dissents: { kept, all: dissents.filter((id) => open.some((point) => point.id === id)).length },
  };
}
