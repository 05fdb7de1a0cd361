import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';
import { isDesk, roundtablesIn } from '#statements/queries.ts';
import { statements, toView } from '#statements/rows.ts';

/** The passage a practice was found in. */
export interface SourceView {
  roundtable: { id: string; number: string; title: string };
  number: number;
  language: string;
  /** The exact words; null where the statement's words are no longer to be read. */
  quotation: string | null;
}

interface Practice {
  id: string;
  edition_id: string;
}

/**
 * The sources of these practices, by practice, as far as this viewer may see the statements. Where speakers are not named
 * only the desk is shown one: a practice tells whose it is, and its source would tell who spoke.
 */
export async function sourcesOf(
  db: Kysely<DB>,
  viewer: Viewer,
  practices: readonly Practice[],
): Promise<Map<string, SourceView>> {
  const sources = new Map<string, SourceView>();
  const editionId = practices[0]?.edition_id;
  if (!editionId) return sources;
  const rows = await db
    .selectFrom('practice_source as source')
    .innerJoin('statement', 'statement.id', 'source.statement_id')
    .select(['source.practice_id', 'source.statement_id', 'source.quotation', 'statement.roundtable_id'])
    .where(
      'practice_id',
      'in',
      practices.map(({ id }) => id),
    )
    .execute();
  const byRoundtable = Map.groupBy(rows, (row) => row.roundtable_id);
  for (const roundtable of byRoundtable.size > 0 ? await roundtablesIn(db, editionId) : []) {
    const here = byRoundtable.get(roundtable.id);
    if (!here || (roundtable.attribution !== 'attributed' && !isDesk(viewer, roundtable))) continue;
    const ids = here.map((row) => row.statement_id);
    const seen = await statements(db, viewer, roundtable).where('statement.id', 'in', ids).execute();
    const views = new Map(seen.map((row) => [row.id, toView(row, viewer, roundtable)]));
    for (const { practice_id, statement_id, quotation } of here) {
      const statement = views.get(statement_id);
      if (!statement) continue;
      const { number, language, body } = statement;
      sources.set(practice_id, {
        roundtable: statement.roundtable,
        number,
        language,
        quotation: body === null ? null : quotation,
      });
    }
  }
  return sources;
}

/** The statements that a practice has been taken from, and the points whose passages were passed over. For the desk. */
export async function takenUp(db: Kysely<DB>, editionId: string) {
  const used = await db
    .selectFrom('practice_source as source')
    .innerJoin('practice', 'practice.id', 'source.practice_id')
    .select('source.statement_id')
    .where('practice.edition_id', '=', editionId)
    .execute();
  const passed = await db.selectFrom('practice_passed_over').select('point_id').execute();
  return {
    statements: new Set(used.map(({ statement_id }) => statement_id)),
    points: new Set(passed.map(({ point_id }) => point_id)),
  };
}
