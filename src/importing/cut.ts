import type { Intervention, Point, ReadDocument, ReadRoundtable } from '#engine/types.ts';
import { printed } from './printed.ts';
import type { UnderstoodPoint, UnderstoodStatement } from './understanding.ts';

/** A stretch that becomes one statement, with the points found in it, still at their places in the document. */
interface Cut extends Omit<Intervention, 'text'> {
  points: Point[];
}

/**
 * Cuts a report into statements, roundtable by roundtable: one for every stretch the reading credits to someone, and one
 * for every run of points in a row by somebody the reading left out. Keys count through the whole document.
 */
export function cutStatements(text: string, document: ReadDocument, points: Point[]): UnderstoodStatement[][] {
  let statements = 0;
  let found = 0;
  // The rapporteur's own thanks and apologies are no part of the meeting.
  const said = points.filter(
    (point) => !document.closing.some((span) => span.start <= point.start && point.start < span.end),
  );
  return document.roundtables.map((roundtable) =>
    cutsOf(roundtable, said)
      .map((cut) => statementOf(text, cut, () => `p${(found += 1)}`))
      .filter((statement) => statement.body !== '')
      .map((statement) => ({ ...statement, key: `s${(statements += 1)}` })),
  );
}

function cutsOf(roundtable: ReadRoundtable, points: Point[]): Cut[] {
  const credited = roundtable.interventions.filter(({ actors, person }) => actors.length > 0 || person);
  const cuts: Cut[] = credited.map((intervention) => ({ ...intervention, points: [] }));
  const leftOver: Point[] = [];
  for (const point of points) {
    if (point.start < roundtable.start || point.start >= roundtable.end) continue;
    const home = homeOf(point, cuts);
    if (home) add(point, home);
    else if (point.actors.length > 0) leftOver.push(point);
  }
  const written = cuts.filter(({ mode }) => mode === 'written');
  const spoken = cuts.filter(({ mode }) => mode !== 'written');
  return [...[...spoken, ...runs(leftOver)].sort((a, b) => a.start - b.start), ...written];
}

/** The stretch a point was said in: where its words stand, or its sentence where it points back to words said before. */
function homeOf(point: Point, cuts: Cut[]): Cut | undefined {
  const { messageStart, messageEnd, start, end, actors } = point;
  if (messageStart < start) return cuts.find((cut) => cut.start < end && start < cut.end && same(cut.actors, actors));
  const around = cuts.filter((cut) => cut.start <= messageStart && messageEnd <= cut.end);
  return around.find((cut) => same(cut.actors, actors)) ?? around[0];
}

/** "This was opposed by B": B's stretch reaches back to what was opposed, or nobody could tell what it was. */
function add(point: Point, cut: Cut): void {
  cut.start = Math.min(cut.start, point.messageStart);
  cut.end = Math.max(cut.end, point.messageEnd);
  cut.points.push(point);
}

/** Points in a row by the same actors, each run as one stretch from its first sentence to its last. */
function runs(points: Point[]): Cut[] {
  const cuts: Cut[] = [];
  for (const point of points) {
    const { start, end, actors, onBehalfOf } = point;
    let cut = cuts.at(-1);
    if (!cut || !same(cut.actors, actors) || start - cut.end > 2)
      cuts.push((cut = { start, end, actors, onBehalfOf, capacity: 'delegate', mode: 'oral', points: [] }));
    cut.end = Math.max(cut.end, end);
    add(point, cut);
  }
  return cuts;
}

function statementOf(text: string, cut: Cut, nextKey: () => string): UnderstoodStatement {
  const { start, end, actors, person, mode, capacity } = cut;
  const body = printed(text, start, end);
  const union = (pick: (point: Point) => string[]) => [...new Set(cut.points.flatMap(pick))];
  return {
    key: '',
    kind: kindOf(cut),
    mode,
    capacity: capacity === 'co-chair' ? 'co_chair' : capacity === 'panel' ? 'panel' : null,
    speakers: actors,
    person: person ?? null,
    onBehalfOf: [...new Set([...cut.onBehalfOf, ...union((point) => point.onBehalfOf)])],
    supportedBy: union((point) => point.supportedBy),
    opposedBy: union((point) => point.opposedBy),
    start,
    end,
    body: body.text,
    points: cut.points
      .toSorted((a, b) => a.messageStart - b.messageStart)
      .map((point) => ({ ...pointIn(body, point), key: nextKey() })),
  };
}

function kindOf({ mode, capacity }: Cut): UnderstoodStatement['kind'] {
  if (mode === 'written') return 'written_statement';
  if (mode === 'video') return 'presentation';
  return capacity === 'co-chair' ? 'remark' : 'intervention';
}

function pointIn(body: ReturnType<typeof printed>, point: Point): Omit<UnderstoodPoint, 'key'> {
  const { verb, act, topic, polarity, attribution, confidence, actors, onBehalfOf, supportedBy, opposedBy } = point;
  return {
    sentenceStart: body.at(Math.min(point.start, point.messageStart)),
    sentenceEnd: body.at(point.end),
    messageStart: body.at(point.messageStart),
    messageEnd: body.at(point.messageEnd),
    verb,
    act,
    topic,
    polarity,
    attribution,
    confidence,
    actors,
    onBehalfOf,
    supportedBy,
    opposedBy,
  };
}

function same(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
