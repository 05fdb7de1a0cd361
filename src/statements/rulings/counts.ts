import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isSetAside } from '#db/set-aside.ts';
import { abuseReasons } from './rules.ts';

/** What anyone may know of the rulings in a roundtable: how many, why, and how many were appealed. Never what was said. */
export interface RulingCounts {
  comments: number;
  relevant: number;
  notRelevant: number;
  abuse: number;
  awaiting: number;
  /** Awaiting, and held until it is known who wrote them. */
  held: number;
  withdrawn: number;
  /** By published reason, all of them, also those nobody was given. */
  reasons: { code: string; title: string; words: string; count: number }[];
  /** By the support unit's own reasons, those that were given. */
  abuseReasons: { code: (typeof abuseReasons)[number]; count: number }[];
  /** Rulings that have since been replaced by another. */
  replaced: number;
  appeals: { made: number; open: number; upheld: number; replaced: number };
}

/** Counts the comments of a roundtable by the ruling that stands on them. */
export async function rulingCounts(
  db: Kysely<DB>,
  { id, edition_id }: { id: string; edition_id: string },
): Promise<RulingCounts> {
  const standing = await sql<{ state: string; decision: string | null; reason: string | null; count: number }>`
    select state, decision, reason_code as reason, count(*)::int as count
    from statement
    left join lateral (select decision, reason_code from ruling where ruling.statement_id = statement.id
      order by number desc limit 1) as standing on true
    where roundtable_id = ${id} and kind = 'comment' and on_record and state not in ('draft', 'withheld')
    group by state, decision, reason_code`.execute(db);
  const reasons = await db
    .selectFrom('ruling_reason')
    .select(['code', 'title', 'words'])
    .where('edition_id', '=', edition_id)
    .orderBy('code')
    .execute();
  const rows = standing.rows;
  const count = (is: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(is).reduce((sum, row) => sum + row.count, 0);
  const stands = (row: (typeof rows)[number]) => row.state !== 'withdrawn';
  return {
    comments: count(() => true),
    relevant: count((row) => stands(row) && row.decision === 'relevant'),
    notRelevant: count((row) => stands(row) && row.decision === 'not_relevant'),
    abuse: count((row) => stands(row) && row.decision === 'abuse'),
    awaiting: count((row) => stands(row) && row.decision === null),
    held: count((row) => row.state === 'held' && row.decision === null),
    withdrawn: count((row) => row.state === 'withdrawn'),
    reasons: reasons.map((reason) => ({
      ...reason,
      count: count((row) => stands(row) && row.decision === 'not_relevant' && row.reason === reason.code),
    })),
    abuseReasons: abuseReasons
      .map((code) => ({ code, count: count((row) => stands(row) && row.decision === 'abuse' && row.reason === code) }))
      .filter(({ count }) => count > 0),
    ...(await replacedAndAppealed(db, id)),
  };
}

/** How many statements of a roundtable, or of those under it, are set aside as spam or abuse: to a report, a number. */
export async function countSetAside(db: Kysely<DB>, roundtableId: string): Promise<number> {
  const { all } = await db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where((eb) => eb.or([eb('roundtable.id', '=', roundtableId), eb('roundtable.parent_id', '=', roundtableId)]))
    .where(isSetAside('statement.id'))
    .executeTakeFirstOrThrow();
  return all;
}

async function replacedAndAppealed(db: Kysely<DB>, roundtableId: string) {
  const { rows } = await sql<{ replaced: number; made: number; open: number; upheld: number; given_way: number }>`
    select
      count(distinct ruling.id) filter (where exists (select from ruling newer
        where newer.statement_id = ruling.statement_id and newer.number > ruling.number))::int as replaced,
      count(appeal.id)::int as made,
      count(appeal.id) filter (where appeal.outcome is null)::int as open,
      count(appeal.id) filter (where appeal.outcome = 'upheld')::int as upheld,
      count(appeal.id) filter (where appeal.outcome = 'replaced')::int as given_way
    from ruling
    join statement on statement.id = ruling.statement_id
    left join appeal on appeal.ruling_id = ruling.id
    where statement.roundtable_id = ${roundtableId} and statement.on_record`.execute(db);
  const { replaced, made, open, upheld, given_way } = rows[0]!;
  return { replaced, appeals: { made, open, upheld, replaced: given_way } };
}
