import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';

export type Part = 'actor' | 'on_behalf_of' | 'supported_by' | 'opposed_by';

export interface PointView {
  id: string;
  statementId: string;
  revision: number;
  position: number;
  /** UTF-16 code units into that revision's body; `body.slice(messageStart, messageEnd) === message`. */
  sentenceStart: number;
  sentenceEnd: number;
  messageStart: number;
  messageEnd: number;
  message: string;
  /** As printed; empty when elided. */
  verb: string;
  act: string;
  topic: string;
  polarity: 1 | -1;
  attribution: string;
  confidence: number;
  foundBy: string;
  state: 'proposed' | 'accepted' | 'edited' | 'rejected';
  /** The point it is told with, where it was merged. */
  mergedInto: string | null;
  /** The rapporteur’s own short words for it, which nobody said; empty where there are none. */
  wording: string;
  actors: { part: Part; name: string; delegation: { slug: string; name: string; kind: string } | null }[];
}

/**
 * The points found in these statements, in the order of their words: those that stand, so neither rejected nor split ones;
 * merged ones are among them, for each is somebody's own words. Give it only the ids
 * of statements the viewer may see, and hide the names where the policy names nobody: `statementsOf` says both.
 */
export async function pointsIn(db: Kysely<DB>, statementIds: readonly string[]): Promise<PointView[]> {
  if (statementIds.length === 0) return [];
  const rows = await db
    .selectFrom('point')
    .selectAll('point')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('point_actor as actor')
          .leftJoin('delegation', 'delegation.id', 'actor.delegation_id')
          .select(['actor.part', 'actor.name', 'slug', 'short_name', 'delegation.kind'])
          .whereRef('actor.point_id', '=', 'point.id')
          .orderBy('actor.position'),
      ).as('actors'),
    )
    .where('statement_id', '=', sql<string>`any(${statementIds}::uuid[])`)
    .where('state', '<>', 'rejected')
    .where('stands', '=', true)
    .orderBy('statement_id')
    .orderBy('sentence_start')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    statementId: row.statement_id,
    revision: row.revision,
    position: row.position,
    sentenceStart: row.sentence_start,
    sentenceEnd: row.sentence_end,
    messageStart: row.message_start,
    messageEnd: row.message_end,
    message: row.message,
    verb: row.verb,
    act: row.act,
    topic: row.topic,
    polarity: row.polarity < 0 ? -1 : 1,
    attribution: row.attribution,
    confidence: row.confidence,
    foundBy: row.found_by,
    state: row.state as PointView['state'],
    mergedInto: row.merged_into,
    wording: row.wording,
    actors: row.actors.map(({ part, name, slug, short_name, kind }) => ({
      part: part as Part,
      name,
      delegation: slug ? { slug, name: short_name!, kind: kind! } : null,
    })),
  }));
}

/** The delegations that go by these names – short or formal name, slug, code or another name – in any case. */
export async function delegationsNamed(db: Kysely<DB>, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names.map(nameKey))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: string }>`
    with named (name, id, place) as (
      select lower(short_name), id, 1 from delegation
      union all select slug, id, 2 from delegation
      union all select lower(formal_name), id, 3 from delegation
      union all select lower(alias), delegation_id, 4 from delegation_alias
      union all select lower(code), id, 5 from delegation where code is not null
    )
    select distinct on (name) name, id from named where name = any(${wanted}::text[]) order by name, place, id`.execute(
    db,
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** The form in which a name is looked up: without an article, in small letters. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/^the /i, '').toLowerCase();
}

interface IssueView {
  id: string;
  parentId: string | null;
  position: number;
  kind: 'main_issue' | 'means_of_implementation' | 'overall_issue' | 'tool' | 'model';
  title: string;
  points: string[];
}

/** Whether anything said in a roundtable stands under an issue. */
export async function hasIssues(db: Kysely<DB>, roundtableId: string): Promise<boolean> {
  const row = await db
    .selectFrom('issue')
    .innerJoin('issue_point', 'issue_point.issue_id', 'issue.id')
    .select('issue.id')
    .where('roundtable_id', '=', roundtableId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The issues named in a roundtable, each before those under it, with the ids of its points. */
export async function issuesOf(db: Kysely<DB>, roundtableId: string): Promise<IssueView[]> {
  const rows = await db
    .selectFrom('issue')
    .select(['issue.id', 'parent_id', 'position', 'kind', 'title'])
    // Its own points and those of the issues merged into it; whoever is told with one of them is under it too.
    .select(
      sql<string[]>`array(
        with recursive own (id) as (
          select issue.id union select issue_id from issue_merge join own on into_id = own.id)
        select distinct told.id from own
        join issue_point placed on placed.issue_id = own.id
        join point on point.id = placed.point_id
        join point told on told.id = coalesce(point.merged_into, point.id) or told.merged_into = coalesce(point.merged_into, point.id)
        where point.stands and point.state <> 'rejected' and told.stands and told.state <> 'rejected' order by 1)`.as(
        'points',
      ),
    )
    .where('roundtable_id', '=', roundtableId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('issue_merge').select('into_id').whereRef('issue_merge.issue_id', '=', 'issue.id'))),
    )
    .orderBy('position')
    .orderBy('title')
    .execute();
  const issues = rows.map(({ parent_id, kind, ...row }) => ({
    ...row,
    parentId: parent_id,
    kind: kind as IssueView['kind'],
  }));
  const under = Map.groupBy(issues, (issue) => issue.parentId);
  const inTree = (parent: string | null): IssueView[] =>
    (under.get(parent) ?? []).flatMap((issue) => [issue, ...inTree(issue.id)]);
  return inTree(null);
}

/** The points in the words of a statement as they stand, each with the titles of the issues it belongs to. */
export async function pointsWithIssues(db: Kysely<DB>, statementId: string, roundtableId: string) {
  const points = await pointsIn(db, [statementId]);
  if (points.length === 0) return [];
  const newest = Math.max(...points.map(({ revision }) => revision));
  const issues = await issuesOf(db, roundtableId);
  return points
    .filter(({ revision }) => revision === newest)
    .map(({ id, act, message }) => ({
      act,
      message,
      issues: issues.filter((issue) => issue.points.includes(id)).map(({ title }) => title),
    }));
}
