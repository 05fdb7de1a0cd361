import { emphasisOf, tookTheFloor, type Voices } from '#analysis/emphasis.ts';
import { programme, type Cite } from './cites.ts';
import {
  keyOf,
  type DraftParagraph,
  type DraftRecord,
  type DraftSentence,
  type DraftStatement,
} from './draft-record.ts';
import { capital, quotingNobody } from './names.ts';
import { quantifierFor, type Step } from './quantifier.ts';
import type { Telling } from './speech.ts';

/** Tools and models under the names they were given, resting on the points in which they were named. */
export function named(record: DraftRecord, kind: string, section: DraftParagraph['section']): DraftParagraph[] {
  const titles = record.issues.filter((issue) => issue.kind === kind);
  return titles.length > 0
    ? [{ section, sentences: [listOf(record, titles, `The following ${section} were named`)] }]
    : [];
}

function listOf(record: DraftRecord, titles: DraftRecord['issues'], introduction: string): DraftSentence {
  const cites = titles.map(({ kind, title, points }) => citing(pointsOf(record, points)) ?? [titleFact(kind, title)]);
  const text = `${introduction}: ${titles.map(({ title }) => bare(title)).join('; ')}.`;
  return { text, cites: cites.flat() as [Cite, ...Cite[]] };
}

/** Each issue with how many raised it, out of how many, and how many opposed it; those nobody's points stand under, listed. */
export function issues(
  record: DraftRecord,
  kind: string,
  section: DraftParagraph['section'],
  telling: Telling,
  scale: readonly Step[],
): DraftParagraph[] {
  const floor = floorOf(record);
  const ofKind = record.issues.filter((issue) => issue.kind === kind);
  const counted = ofKind.map((issue) => ({ issue, sentence: countSentence(record, issue, floor, telling, scale) }));
  const uncounted = counted.filter(({ sentence }) => sentence === null).map(({ issue }) => issue);
  const sentences = counted.flatMap(({ sentence }) => sentence ?? []);
  if (uncounted.length > 0) sentences.push(listOf(record, uncounted, 'The following were raised'));
  return sentences.length > 0 ? [{ section, sentences }] : [];
}

/** The name people gave an issue is nobody's words: what it says is no one's “not”, number or name. */
export function issueFact(title: string, more: Record<string, string> = {}): Cite {
  return programme({ about: 'issue', title, ...more });
}

function countSentence(
  record: DraftRecord,
  { title, points }: DraftRecord['issues'][number],
  floor: readonly string[],
  { small, givesAway }: Telling,
  scale: readonly Step[],
): DraftSentence | null {
  const known = pointsOf(record, points);
  const emphasis = emphasisOf(countedOf(known).map(voices), floor);
  const { raised, against, silent } = emphasis;
  const of = emphasis.floor.length;
  const quantifier = quantifierFor(raised.length, of, against.length, { scale });
  if (!quantifier) return null;
  const { word, rule } = quantifier;
  const counts = { quantifier: word, count: raised.length, of, opposed: against.length };
  const who = /delegations?$/.test(word) ? word : `${word} delegations`;
  const opposed = against.length === 0 ? 'none opposed it' : `${against.length} opposed it`;
  return {
    text: `${capital(who)} (${raised.length} of ${of}) raised ${lowered(bare(title), small)}; ${opposed}.`,
    cites: [
      { kind: 'count', fact: { ...counts, delegations: raised, against, silent, rule } },
      ...(givesAway(title) ? [] : [issueFact(title)]),
      ...(citing(known) ?? []),
    ],
  };
}

/** An issue's title without the stop it ends with. */
export function bare(title: string): string {
  return quotingNobody(title.replace(/\s+/g, ' ')).replace(/[\s.;:]+$/, '');
}

export function citing(known: { point: { id: string } }[]): [Cite, ...Cite[]] | null {
  const [first, ...rest] = known.map(({ point }): Cite => ({ kind: 'point', point: point.id }));
  return first ? [first, ...rest] : null;
}

function titleFact(kind: string, title: string): Cite {
  return programme({ about: kind, title });
}

function lowered(title: string, small: ReadonlySet<string>): string {
  const first = /^\p{Lu}\p{Ll}*(?=[\s,]|$)/u.exec(title)?.[0];
  return first && small.has(first.toLowerCase()) ? first.toLowerCase() + title.slice(first.length) : title;
}

/** What was handed in on paper is cited, but not counted among those who took the floor, where anybody did. */
export function countedOf<T extends { statement: { mode: string } }>(known: readonly T[]): readonly T[] {
  const spoken = known.filter(({ statement }) => statement.mode !== 'written');
  return spoken.length > 0 ? spoken : known;
}

export function pointsOf({ statements }: DraftRecord, ids: readonly string[]) {
  const wanted = new Set(ids);
  return statements.flatMap((statement) =>
    statement.points.filter((point) => wanted.has(point.id)).map((point) => ({ point, statement })),
  );
}

export function voices({ point, statement }: ReturnType<typeof pointsOf>[number]): Voices {
  const keys = (some: readonly Parameters<typeof keyOf>[0][]) => some.map(keyOf);
  return {
    actors: keys(point.actors.length > 0 ? point.actors : statement.speakers),
    onBehalfOf: keys(point.onBehalfOf.length > 0 ? point.onBehalfOf : statement.onBehalfOf),
    supportedBy: keys(point.supportedBy),
    opposedBy: keys(point.opposedBy),
    act: point.act,
    polarity: point.polarity,
  };
}

/** Who took the floor; where nobody did yet, whoever has written. */
export function floorOf({ statements }: DraftRecord): string[] {
  const floor = (some: DraftStatement[], mode?: string) =>
    tookTheFloor(
      some.map((one) => ({
        mode: mode ?? one.mode,
        onRecord: true,
        speakers: one.speakers.map(keyOf),
        onBehalfOf: one.onBehalfOf.map(keyOf),
      })),
    );
  const spoken = floor(statements);
  return spoken.length > 0 ? spoken : floor(statements, 'oral');
}
