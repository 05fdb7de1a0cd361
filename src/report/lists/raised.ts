import { sql, type Kysely } from 'kysely';
import { emphasisOf, isAgainst } from '#analysis/emphasis.ts';
import type { DB } from '#db/schema.ts';
import { remembered } from '#record/remembered.ts';
import type { Forum } from '#record/forum.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { keyOf, type DraftRecord, type DraftStatement, type Speaker } from '#report/draft-record.ts';
import { recordWithPolicy } from '#report/drafting.ts';
import { countedOf, floorOf, pointsOf, voices } from '#report/issue-sentences.ts';
import { isDesk, statementsOf, type StatementView } from '#statements/queries.ts';
import { columnsByKind, columnsWithoutNames, type Column } from './columns.ts';

/** Someone at the table. */
export interface Seated {
  key: string;
  name: string;
  /** Empty for whoever is not on the register. */
  slug: string;
  kind: string;
  region: string | null;
  isCoChair: boolean;
}

/** What somebody said to an issue, in words this viewer may read. */
export interface SaidTo {
  key: string;
  isAgainst: boolean;
  statement: { number: number; kind: string; saidAt: Date | null; language: string };
  message: string;
  act: string;
}

export interface RaisedIssue {
  id: string;
  kind: string;
  /** Null where its name would tell who spoke. */
  title: string | null;
  /** How many raised it and how many are on record against, by the key of the column. */
  cells: Record<string, { raised: number; against: number }>;
  raised: number;
  against: number;
  /** Who they are and what they said; empty where nobody may be named. */
  raisedBy: string[];
  againstBy: string[];
  said: SaidTo[];
}

/** Who raised what in a roundtable. */
export interface Raised {
  /** Whether this viewer may be told who spoke. */
  isNamed: boolean;
  /** So few spoke that any count would tell who. */
  isTooFew: boolean;
  columns: Column[];
  /** Those with points under them, the most raised first. */
  issues: RaisedIssue[];
  /** Named, and nobody's point stands under them. */
  untouched: string[];
  spoke: Seated[];
  /** Accredited to the edition, and not heard here. */
  silent: Seated[];
  count: number;
}

export interface Place {
  id: string;
  edition_id: string;
  attribution: string;
}

/** The same for everybody but the desk, and so remembered until the record moves on. */
export function whatWasRaised(forum: Forum, viewer: Viewer, roundtable: Place): Promise<Raised> {
  if (isDesk(viewer, roundtable)) return raisedIn(forum.db, viewer, roundtable);
  return remembered(forum, `raised in ${roundtable.id}`, () => raisedIn(forum.db, visitor, roundtable));
}

/**
 * Issues with the distinct delegations that raised and opposed them, counted as the report counts them: of those who took
 * the floor, or who wrote where nobody did. Only what this viewer may see is counted, and only by constituency where they
 * may not be told who spoke.
 */
export async function raisedIn(db: Kysely<DB>, viewer: Viewer, roundtable: Place): Promise<Raised> {
  return raisedFrom(db, roundtable, await visibleRecord(db, viewer, roundtable));
}

/** What a draft is written from, as far as this viewer may see it. */
export interface VisibleRecord {
  record: DraftRecord;
  views: Map<string, StatementView>;
  /** Whether this viewer may be told who spoke. */
  isNamed: boolean;
}

export async function visibleRecord(db: Kysely<DB>, viewer: Viewer, roundtable: Place): Promise<VisibleRecord> {
  const isNamed = roundtable.attribution === 'attributed' || isDesk(viewer, roundtable);
  const views = new Map((await statementsOf(db, viewer, roundtable)).map((one) => [one.id, one]));
  return { record: visibleOf(await recordWithPolicy(db, roundtable.id, null), views, isNamed), views, isNamed };
}

export async function raisedFrom(
  db: Kysely<DB>,
  roundtable: Place,
  { record, views, isNamed }: VisibleRecord,
): Promise<Raised> {
  const floor = floorOf(record);
  const everyone = speakersIn(record);
  const chairs = new Set(record.coChairs.map(keyOf));
  const issues = record.issues.filter(({ points }) => points.length > 0).map((issue) => ({ issue, ...heard(record, issue.points, floor) })); // prettier-ignore
  const keys = [...new Set([...floor, ...issues.flatMap(({ raised, against }) => [...raised, ...against])])];
  const spoke = keys.map((key) => everyone.get(key) ?? { name: key, slug: null, kind: null, capacity: null });
  const seated = await seats(db, roundtable.edition_id, spoke, chairs);
  const counted = spoke.map((one) => ({ key: keyOf(one), kind: one.kind }));
  const columns = isNamed ? columnsByKind(counted) : columnsWithoutNames(roundtable.attribution, counted);
  const tells = (title: string) => !isNamed && (record.givesAway?.(title) ?? false);
  return {
    isNamed,
    isTooFew: columns === null,
    columns: (columns ?? []).map(({ key, voices }) => ({ key, voices: isNamed ? voices : voices.map(() => '') })),
    issues: (columns ? issues : [])
      .filter(({ raised, against }) => raised.length + against.length > 0)
      .map(({ issue, raised, against, known }): RaisedIssue => ({
        id: issue.id!,
        kind: issue.kind,
        title: tells(issue.title) ? null : issue.title,
        cells: Object.fromEntries(columns!.map(({ key, voices }) => [key, { raised: overlap(voices, raised), against: overlap(voices, against) }])), // prettier-ignore
        raised: raised.length,
        against: against.length,
        raisedBy: isNamed ? raised : [],
        againstBy: isNamed ? against : [],
        said: isNamed ? known.flatMap((one) => saidTo(one, views)) : [],
      }))
      .sort((a, b) => b.raised - a.raised || b.against - a.against),
    untouched: record.issues.filter(({ points, title }) => points.length === 0 && !tells(title)).map(({ title }) => title), // prettier-ignore
    spoke: isNamed ? seated.spoke : [],
    silent: isNamed ? seated.silent : [],
    count: spoke.length,
  };
}

/** The record as far as this viewer may see it: where names are shown, only what they may also read. */
function visibleOf(record: DraftRecord, views: Map<string, StatementView>, isNamed: boolean): DraftRecord {
  const mayUse = ({ id }: DraftStatement) => {
    const view = views.get(id);
    return view !== undefined && (!isNamed || view.body !== null);
  };
  return { ...record, statements: record.statements.filter(mayUse) };
}

type Known = ReturnType<typeof pointsOf>[number];

function heard(record: DraftRecord, points: readonly string[], floor: readonly string[]) {
  const known = pointsOf(record, points);
  const { raised, against } = emphasisOf(countedOf(known).map(voices), floor);
  return { known, raised, against };
}

function saidTo({ point, statement }: Known, views: Map<string, StatementView>): SaidTo[] {
  const view = views.get(statement.id);
  if (!view || view.body === null) return [];
  const { number, kind, saidAt, language } = view;
  const message = statement.body.slice(point.messageStart, point.messageEnd);
  const { actors, onBehalfOf, supportedBy, opposedBy } = voices({ point, statement });
  const own = onBehalfOf.length > 0 ? onBehalfOf : actors;
  const line = (key: string, isIt: boolean): SaidTo => ({ key, isAgainst: isIt, statement: { number, kind, saidAt, language }, message, act: point.act }); // prettier-ignore
  return [
    ...[...own, ...supportedBy].map((key) => line(key, isAgainst(point))),
    ...opposedBy.map((key) => line(key, true)),
  ];
}

function overlap(some: readonly string[], others: readonly string[]): number {
  return others.filter((key) => some.includes(key)).length;
}

function speakersIn({ statements }: DraftRecord): Map<string, Speaker> {
  const all = statements.flatMap((one) => [
    ...one.speakers,
    ...one.onBehalfOf,
    ...one.points.flatMap((point) => [...point.actors, ...point.onBehalfOf, ...point.supportedBy, ...point.opposedBy]),
  ]);
  return new Map(all.map((one) => [keyOf(one), one]));
}

async function seats(db: Kysely<DB>, editionId: string, spoke: readonly Speaker[], chairs: ReadonlySet<string>) {
  const slugs = spoke.flatMap(({ slug }) => slug ?? []);
  const rows = await db
    .selectFrom('delegation')
    .select(['slug', 'short_name', 'kind', 'region'])
    .select(
      sql<boolean>`exists (select from credential where delegation_id = delegation.id and edition_id = ${editionId}
        and verified_at is not null)`.as('isAccredited'),
    )
    .where('merged_into', 'is', null)
    .orderBy('short_name')
    .execute();
  const known = new Map(rows.map((row) => [row.slug, row]));
  const seat = (one: Speaker): Seated => {
    const row = one.slug ? known.get(one.slug) : undefined;
    const key = keyOf(one);
    return { key, name: row?.short_name ?? one.name, slug: row?.slug ?? '', kind: row?.kind ?? one.kind ?? 'none', region: row?.region ?? null, isCoChair: chairs.has(key) }; // prettier-ignore
  };
  const heard = new Set(slugs);
  const silent = rows.filter(({ slug, isAccredited }) => isAccredited && !heard.has(slug));
  return {
    spoke: spoke.map(seat),
    silent: silent.map(({ slug, short_name, kind }) => seat({ slug, name: short_name, kind, capacity: null })),
  };
}
