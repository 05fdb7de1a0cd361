import { sql, type Kysely } from 'kysely';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';

/** A decision about points, as the desk reads it. */
export interface DecisionView {
  id: string;
  kind: 'accepted' | 'edited' | 'rejected' | 'split' | 'merged' | 'undone';
  point: string;
  message: string;
  statement: number;
  reason: string;
  by: string | null;
  at: Date;
  isUndone: boolean;
  /** Whether nothing later that stands touches the same points: then it may be undone. */
  isLast: boolean;
}

/** The newest decisions about the points of a roundtable; none for whoever does not report on it. */
export async function decisionsIn(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: { id: string; edition_id: string },
  limit = 20,
): Promise<DecisionView[]> {
  const place = { editionId: roundtable.edition_id, roundtableId: roundtable.id };
  if (roleRefusal(viewer, reporters, place)) return [];
  const rows = await db
    .selectFrom('point_decision as decision')
    .innerJoin('point', 'point.id', 'decision.point_id')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .leftJoin('person', 'person.id', 'decision.by_id')
    .select([
      'decision.id',
      'decision.kind',
      'decision.point_id as point',
      'point.message',
      'statement.number as statement',
    ])
    .select(['decision.reason', 'person.name as by', 'decision.at'])
    .select([
      sql<boolean>`exists (select from point_decision undoing where undoing.undoes = decision.id)`.as('isUndone'),
      sql<boolean>`not exists (select from point_before own join point_before other on other.point_id = own.point_id
        join point_decision later on later.id = other.decision_id
        where own.decision_id = decision.id and later.number > decision.number
          and not exists (select from point_decision undoing where undoing.undoes = later.id))`.as('isLast'),
    ])
    .where('decision.roundtable_id', '=', roundtable.id)
    .orderBy('decision.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DecisionView['kind'] }));
}

/** The roundtables whose points this viewer decides about, with how many points there are and how many nobody has looked at. */
export async function pointsToLookAt(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const rows = await db
    .selectFrom('roundtable')
    .innerJoin('statement', 'statement.roundtable_id', 'roundtable.id')
    .innerJoin('point', 'point.statement_id', 'statement.id')
    .select(['roundtable.id', 'roundtable.number', 'roundtable.title'])
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .select(sql<number>`count(*) filter (where point.state = 'proposed')`.as('proposed'))
    .where('edition_id', '=', editionId)
    .whereRef('point.revision', '=', 'statement.revisions')
    .where('stands', '=', true)
    .where('point.state', '<>', 'rejected')
    .groupBy('roundtable.id')
    .orderBy(inProgrammeOrder)
    .execute();
  return rows
    .filter(({ id }) => roleRefusal(viewer, reporters, { editionId, roundtableId: id }) === null)
    .map((row) => ({ ...row, all: Number(row.all), proposed: Number(row.proposed) }));
}

/**
 * Which points stand for these where their statements were revised: the ones that have their decisions now, from revision to
 * revision, or else those of the very same words and act. A point of words as they stand is not among them.
 */
export async function pointsStandingFor(db: Kysely<DB>, points: readonly string[]): Promise<Map<string, string>> {
  if (points.length === 0) return new Map();
  const { rows } = await sql<{ was: string; id: string }>`
    with recursive old as (select point.id, statement_id, message, act, revisions from point
      join statement on statement.id = statement_id
      where point.id = any(${[...points]}::uuid[]) and point.revision < revisions),
    carried (was, id) as (select point_id, into_id from point_carried join old on old.id = point_id
      union select was, into_id from carried join point_carried on point_id = carried.id),
    found as (select was, carried.id from carried
      union select old.id, point.id from old join point on point.statement_id = old.statement_id
        and point.message = old.message and point.act = old.act
      where not exists (select from point_carried where point_id = old.id))
    select was, point.id from found join point on point.id = found.id join statement on statement.id = statement_id
    where point.revision = revisions and stands and point.state <> 'rejected'
    order by was, position desc`.execute(db);
  return new Map(rows.map(({ was, id }) => [was, id]));
}
