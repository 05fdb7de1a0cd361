import { sql, type Kysely } from 'kysely';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import type { DelegationName } from '#programme/queries.ts';
import { constituencyOf, type Constituency } from '#analysis/rules.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { statementsOf, type StatementView } from '#statements/queries.ts';
import { policyOf } from './rules.ts';
import type { ReportRow } from './text-rows.ts';

/** The statements in a report's scope, as this viewer may see them: its roundtable's, and those of the roundtables under it. */
export async function statementsInScope(
  db: Kysely<DB>,
  viewer: Viewer,
  report: { roundtable_id: string },
): Promise<StatementView[]> {
  return allStatements(db, viewer, await roundtablesUnder(db, report));
}

/** A roundtable's policy, or its edition's where it has none of its own. */
export async function attributionIn(db: Kysely<DB>, roundtableId: string): Promise<string> {
  const row = await roundtablesWith(db).where('roundtable.id', '=', roundtableId).executeTakeFirstOrThrow();
  return row.attribution;
}

/** A report's roundtable and those under it. */
export function roundtablesUnder(db: Kysely<DB>, { roundtable_id }: { roundtable_id: string }) {
  return roundtablesWith(db)
    .where((eb) => eb.or([eb('roundtable.id', '=', roundtable_id), eb('roundtable.parent_id', '=', roundtable_id)]))
    .execute();
}

/** Those of these statements that lie in a report's scope and are on the record. */
export async function scopeOf(tx: Kysely<DB>, report: { roundtable_id: string }, ids: readonly (string | null)[]) {
  const rows = await tx
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(['statement.id', 'statement.number', 'statement.state'])
    .where('statement.id', '=', sql<string>`any(${ids.filter((id) => id !== null)}::uuid[])`)
    .where('on_record', '=', true)
    .where('statement.state', 'not in', ['draft', 'withheld'])
    .where((eb) =>
      eb.or([eb('roundtable.id', '=', report.roundtable_id), eb('roundtable.parent_id', '=', report.roundtable_id)]),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The constituency of whoever made each statement in a report's scope, where its policy goes by constituency. One with
 * fewer than three speakers is merged with the others into nobody in particular: its statements are not in the map.
 */
export async function constituenciesIn(db: Kysely<DB>, report: ReportRow): Promise<Map<string, Constituency>> {
  if (policyOf(report) !== 'by_constituency') return new Map();
  const said = (await statementsInScope(db, program, report)).flatMap(({ id, speakers }) => {
    const delegation = speakers.find(({ part }) => part === 'speaker')?.delegation;
    const constituency = constituencyOf(delegation?.kind ?? '');
    return delegation && constituency ? [{ id, slug: delegation.slug, constituency }] : [];
  });
  const speakers = Map.groupBy(said, ({ constituency }) => constituency);
  const isLarge = (of: Constituency) => new Set(speakers.get(of)!.map(({ slug }) => slug)).size >= 3;
  return new Map(said.filter((one) => isLarge(one.constituency)).map(({ id, constituency }) => [id, constituency]));
}

/** As this viewer may see them, wherever in the edition they were made. */
export async function statementsCitedIn(db: Kysely<DB>, viewer: Viewer, report: { id: string }) {
  const roundtables = await roundtablesWith(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('citation')
          .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
          .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
          .innerJoin('statement', 'statement.id', 'citation.statement_id')
          .select('citation.id')
          .whereRef('statement.roundtable_id', '=', 'roundtable.id')
          .where('paragraph.report_id', '=', report.id),
      ),
    )
    .execute();
  const statements = await allStatements(db, viewer, roundtables);
  return new Map(statements.map((statement) => [statement.id, statement]));
}

/** Those with these ids, as this viewer may see them, and whatever else was said in their roundtables. */
export async function statementsAround(db: Kysely<DB>, viewer: Viewer, ids: readonly string[]) {
  const roundtables = await roundtablesWith(db)
    .where('roundtable.id', 'in', (eb) =>
      eb
        .selectFrom('statement')
        .select('roundtable_id')
        .where('statement.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`),
    )
    .execute();
  const statements = await allStatements(db, viewer, roundtables);
  return new Map(statements.map((statement) => [statement.id, statement]));
}

async function allStatements(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtables: Parameters<typeof statementsOf>[2][],
): Promise<StatementView[]> {
  const statements: StatementView[] = [];
  for (const roundtable of roundtables) statements.push(...(await statementsOf(db, viewer, roundtable)));
  return statements;
}

/** Roundtables with the policy that holds in them, in the order of their numbers. */
function roundtablesWith(db: Kysely<DB>) {
  return db
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['roundtable.id', 'roundtable.edition_id', 'roundtable.number'])
    .select((eb) => eb.fn.coalesce('roundtable.attribution', 'edition.attribution').as('attribution'))
    .orderBy(inProgrammeOrder);
}

/** Who goes by these slugs; what was merged into another entry since goes by that one. */
export async function namesOf(db: Kysely<DB>, slugs: string[]): Promise<Map<string, DelegationName>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .selectFrom('delegation as cited')
    .innerJoin('delegation', (join) =>
      join.on('delegation.id', '=', (eb) => eb.fn.coalesce('cited.merged_into', 'cited.id')),
    )
    .select(['cited.slug as cited', 'delegation.slug', 'delegation.short_name as name', 'delegation.kind'])
    .where('cited.slug', '=', sql<string>`any(${[...new Set(slugs)]}::text[])`)
    .execute();
  return new Map(rows.map(({ cited, ...row }) => [cited, row]));
}

/** In a report's scope; to everyone they are a number and nothing else. */
export async function countOffTheRecord(db: Kysely<DB>, roundtableId: string): Promise<number> {
  const { all } = await db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where((eb) => eb.or([eb('roundtable.id', '=', roundtableId), eb('roundtable.parent_id', '=', roundtableId)]))
    .where((eb) => eb.or([eb('on_record', '=', false), eb('statement.state', '=', 'withheld')]))
    .where('statement.state', '<>', 'draft')
    .executeTakeFirstOrThrow();
  return all;
}
