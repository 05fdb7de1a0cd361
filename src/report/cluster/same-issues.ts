import type { Kysely } from 'kysely';
import { issuesOf, pointsIn } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import { alike } from '#engine/issues.ts';
import { holds, reporters } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';

/** An issue of one of a cluster's roundtables. */
export interface ClusterIssue {
  id: string;
  title: string;
  roundtable: { id: string; number: string; title: string };
  /** Ids of the points under it. */
  points: string[];
}

/** Two issues of two roundtables, as a person compares them. */
export interface Pair {
  one: ClusterIssue;
  other: ClusterIssue;
  /** How alike their words are, 0 to 1; 1 for the same name. */
  score: number;
  /** Some words of what was said under each. */
  said: [string[], string[]];
  /** What a person said of them; null: nobody has, and `score` speaks. */
  same: boolean | null;
}

/** What a person said of two issues, by `pairKey`. */
export type Compared = ReadonlyMap<string, boolean>;

export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The issues of all roundtables under a cluster that have points under them. */
export async function clusterIssues(db: Kysely<DB>, clusterId: string): Promise<ClusterIssue[]> {
  const under = await db
    .selectFrom('roundtable')
    .select(['id', 'number', 'title'])
    .where('parent_id', '=', clusterId)
    .orderBy('number')
    .execute();
  const all: ClusterIssue[] = [];
  for (const roundtable of under)
    for (const { id, title, points } of await issuesOf(db, roundtable.id))
      if (points.length > 0) all.push({ id, title, roundtable, points });
  return all;
}

export async function comparedIn(db: Kysely<DB>, clusterId: string): Promise<Compared> {
  const rows = await db
    .selectFrom('issue_compared')
    .select(['issue_id', 'other_id', 'same'])
    .where('cluster_id', '=', clusterId)
    .execute();
  return new Map(rows.map(({ issue_id, other_id, same }) => [pairKey(issue_id, other_id), same]));
}

/** Whether two names are the same but for case and punctuation. */
export function namedAlike(title: string): string {
  return title
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Issues that are one and the same: those of the same name, unless a person said that they are two, and those of which a
 * person said so. Only groups that more than one roundtable has.
 */
export function commonGroups<T extends { id?: string; title: string; of: number }>(
  issues: readonly T[],
  compared: Compared,
): T[][] {
  const group = new Map(issues.map((issue) => [issue, issue]));
  const top = (issue: T): T => (group.get(issue) === issue ? issue : top(group.get(issue)!));
  issues.forEach((one, i) => {
    for (const other of issues.slice(0, i)) {
      if (one.of === other.of) continue;
      const said = one.id && other.id ? compared.get(pairKey(one.id, other.id)) : undefined;
      if (said ?? namedAlike(one.title) === namedAlike(other.title)) group.set(top(one), top(other));
    }
  });
  const groups = [...Map.groupBy(issues, top).values()];
  return groups.filter((some) => new Set(some.map(({ of }) => of)).size > 1);
}

/**
 * The issues of a cluster's roundtables that may be the same, those nobody has compared first and the likeliest of them
 * first; undefined for whoever does not write its report.
 */
export async function issuePairs(
  db: Kysely<DB>,
  viewer: Viewer,
  cluster: { id: string; edition_id: string },
): Promise<Pair[] | undefined> {
  if (!holds(viewer, reporters, { editionId: cluster.edition_id, roundtableId: cluster.id })) return undefined;
  const issues = await clusterIssues(db, cluster.id);
  const compared = await comparedIn(db, cluster.id);
  const statements = await statementsWith(db, issues.flatMap(({ points }) => points)); // prettier-ignore
  const messages = new Map((await pointsIn(db, statements)).map(({ id, message }) => [id, message]));
  const saidUnder = ({ points }: ClusterIssue) => points.slice(0, 20).flatMap((id) => messages.get(id) ?? []);
  const texts = issues.map((issue) => ({ key: issue.id, from: issue.roundtable.id, name: issue.title, said: saidUnder(issue).join(' ') })); // prettier-ignore
  const scores = new Map(alike(texts).map(({ one, other, score }) => [pairKey(one, other), score]));
  const pairs = issues.flatMap((one, i) =>
    issues.slice(i + 1).flatMap((other): Pair[] => {
      const key = pairKey(one.id, other.id);
      const same = compared.get(key) ?? null;
      const isNamedAlike = namedAlike(one.title) === namedAlike(other.title);
      if (one.roundtable.id === other.roundtable.id || (same === null && !isNamedAlike && !scores.has(key))) return [];
      const said: Pair['said'] = [saidUnder(one).slice(0, 3), saidUnder(other).slice(0, 3)];
      return [{ one, other, said, same, score: isNamedAlike ? 1 : (scores.get(key) ?? 0) }];
    }),
  );
  return pairs.sort((a, b) => Number(a.same !== null) - Number(b.same !== null) || b.score - a.score);
}

async function statementsWith(db: Kysely<DB>, points: readonly string[]): Promise<string[]> {
  if (points.length === 0) return [];
  const rows = await db.selectFrom('point').select('statement_id').distinct().where('id', 'in', points).execute();
  return rows.map(({ statement_id }) => statement_id);
}
