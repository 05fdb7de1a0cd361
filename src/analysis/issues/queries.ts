import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { suggestIssues } from '#engine/issues.ts';
import { issuesOf, type PointView } from '#analysis/queries.ts';

/** Points that may belong under an issue there is, or under one that a guiding question or an opening suggests. */
export interface Suggestion {
  /** An issue there is; null for a new one. */
  issue: string | null;
  /** What it may be called: the issue's name, the question, the words after "On". */
  title: string;
  /** What to decline it by. */
  seed: string | null;
  points: { point: PointView; score: number }[];
}

/**
 * Suggestions for points that stand under no issue yet; what a person declined is not suggested again. Give it points this
 * viewer may see.
 */
export async function suggestionsFor(
  db: Kysely<DB>,
  roundtable: { id: string; questions: { text: string }[] },
  points: readonly PointView[],
): Promise<Suggestion[]> {
  const issues = await issuesOf(db, roundtable.id);
  const declined = await db.selectFrom('issue_declined').select(['issue_id', 'seed', 'point_id']).where('roundtable_id', '=', roundtable.id).execute(); // prettier-ignore
  const gone = new Set(
    declined.filter(({ point_id }) => point_id === null).map(({ issue_id, seed }) => issue_id ?? seed),
  );
  const refused = new Set(declined.map(({ issue_id, seed, point_id }) => `${issue_id ?? seed} ${point_id}`));
  const placed = new Set(issues.flatMap((issue) => issue.points));
  const free = points.filter(({ id, mergedInto }) => !placed.has(id) && !mergedInto);
  const message = new Map(points.map((point) => [point.id, point.message]));
  const topics = [...Map.groupBy(points.filter(({ topic }) => topic !== ''), ({ topic }) => topic)].filter(([, some]) => some.length > 1).map(([topic]) => topic); // prettier-ignore
  const titles = new Map<string, string>([
    ...issues.map(({ id, title }) => [id, title] as const),
    ...[...roundtable.questions.map(({ text }) => text), ...topics].map((text) => [text, text] as const),
  ]);
  const seeds = [...titles]
    .filter(([key]) => !gone.has(key))
    .map(([key, title]) => ({
      key,
      text: [title, ...(issues.find(({ id }) => id === key)?.points ?? []).slice(0, 20).map((id) => message.get(id) ?? '')].join(' '), // prettier-ignore
    }));
  const suggested = suggestIssues(seeds, free.map(({ id, message, topic }) => ({ id, text: `${topic} ${message}` }))); // prettier-ignore
  const known = new Map(free.map((point) => [point.id, point]));
  const kept = suggested.filter(({ seed, point }) => !refused.has(`${seed} ${point}`));
  const isIssue = new Set(issues.map(({ id }) => id));
  return [...Map.groupBy(kept, ({ seed }) => seed)].map(([seed, some]) => ({
    issue: isIssue.has(seed) ? seed : null,
    title: titles.get(seed)!,
    seed: isIssue.has(seed) ? null : seed,
    points: some.map(({ point, score }) => ({ point: known.get(point)!, score })),
  }));
}

/** The issues that were merged into others, by the one they count under. */
export async function mergedIssues(db: Kysely<DB>, roundtableId: string) {
  return db
    .selectFrom('issue_merge')
    .innerJoin('issue', 'issue.id', 'issue_merge.issue_id')
    .select(['issue.id', 'issue.title', 'into_id as into'])
    .where('roundtable_id', '=', roundtableId)
    .orderBy('issue.title')
    .execute();
}

/** Which statements answer which questions put from the floor, as people noted it: by the point that asks. */
export async function answersTo(db: Kysely<DB>, points: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('point_answer')
    .select(['asked_id', 'statement_id'])
    .where('asked_id', '=', sql<string>`any(${points}::uuid[])`)
    .orderBy('at')
    .orderBy('statement_id')
    .execute();
  const grouped = Map.groupBy(rows, ({ asked_id }) => asked_id);
  return new Map([...grouped].map(([asked, some]) => [asked, some.map(({ statement_id }) => statement_id)]));
}
