import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { closed } from '#report/drafting.ts';
import type { Gathered } from '#report/export/gather.ts';
import { keyOf } from '#report/export/print-names.ts';
import type { Archive } from './shape.ts';

/** Where a point stands in an archive: its statement's key, and its place among its points, from 1. */
export type PointPlace = Archive['issues'][number]['points'][number];

/**
 * The issues people named, in order, each after the one it stands under: what they were called before, into which they were
 * merged, and their own points. Where nobody is named, one whose name would tell who spoke is left out.
 */
export async function issuesAsData(
  db: Kysely<DB>,
  { scope, report }: Gathered,
  places: ReadonlyMap<string, PointPlace>,
): Promise<Archive['issues']> {
  const all: Archive['issues'] = [];
  for (const roundtable of scope) {
    const rows = await db
      .selectFrom('issue')
      .leftJoin('issue_merge as merged', 'merged.issue_id', 'issue.id')
      .select(['issue.id', 'parent_id', 'position', 'kind', 'title', 'merged.into_id'])
      .where('roundtable_id', '=', roundtable.id)
      .orderBy('position')
      .orderBy('title')
      .orderBy('kind')
      .execute();
    if (rows.length === 0) continue;
    const givesAway = report.attribution === 'attributed' ? () => false : ((await closed(db, roundtable.id)).givesAway ?? (() => true)); // prettier-ignore
    const shown = rows.filter(({ title }) => !givesAway(title));
    const ids = shown.map(({ id }) => id);
    const among = sql<string>`any(${ids}::uuid[])`;
    const placed = await db.selectFrom('issue_point').select(['issue_id', 'point_id']).where('issue_id', '=', among).execute(); // prettier-ignore
    const titles = await db.selectFrom('issue_title').select(['issue_id', 'title', 'until']).where('issue_id', '=', among).orderBy('until').orderBy('id').execute(); // prettier-ignore
    const from = all.length;
    const at = (id: string | null) => {
      const place = shown.findIndex((one) => one.id === id);
      return place < 0 ? null : from + place + 1;
    };
    for (const { id, parent_id, position, kind, title, into_id } of shown)
      all.push({
        roundtable: roundtable.number,
        kind: kind as Archive['issues'][number]['kind'],
        title,
        position,
        under: at(parent_id),
        mergedInto: at(into_id),
        earlier: titles.filter((one) => one.issue_id === id && !givesAway(one.title)).map(({ title, until }) => ({ title, until: until.toISOString() })), // prettier-ignore
        points: inOrder(placed.filter(({ issue_id }) => issue_id === id).flatMap(({ point_id }) => places.get(point_id) ?? [])), // prettier-ignore
      });
  }
  return all;
}

export function recommendationsAsData(
  { recommendations }: Gathered,
  places: ReadonlyMap<string, PointPlace>,
): Archive['recommendations'] {
  return recommendations.map(({ recordedAt, voices, earlier, moves, to, ...same }) => ({
    ...same,
    recordedAt: recordedAt.toISOString(),
    to: to.map(({ name, slug }) => ({ name, delegation: slug })),
    voices: voices.flatMap(({ part, point, at }) => {
      const place = places.get(point);
      return place ? [{ part, ...place, at: at.toISOString() }] : [];
    }),
    earlier: earlier.map(({ until, ...one }) => ({ ...one, until: until.toISOString() })),
    moves: moves.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
  }));
}

/** Which statements answer a question put from the floor, by the point that asks. */
export async function answersAsData(
  db: Kysely<DB>,
  { statements }: Gathered,
  points: readonly string[],
): Promise<Map<string, string[]>> {
  const keys = new Map(statements.map((one) => [one.id, keyOf(one)]));
  const rows = await db
    .selectFrom('point_answer')
    .innerJoin('statement', 'statement.id', 'statement_id')
    .select(['asked_id', 'statement_id'])
    .where('asked_id', '=', sql<string>`any(${points}::uuid[])`)
    .orderBy('statement.number')
    .execute();
  const grouped = Map.groupBy(rows, ({ asked_id }) => asked_id);
  return new Map([...grouped].map(([asked, some]) => [asked, some.flatMap(({ statement_id }) => keys.get(statement_id) ?? [])])); // prettier-ignore
}

function inOrder(places: PointPlace[]): PointPlace[] {
  return places.sort((a, b) => a.statement.localeCompare(b.statement, 'en', { numeric: true }) || a.point - b.point);
}
