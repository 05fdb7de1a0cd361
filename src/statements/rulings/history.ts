import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds, offices } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { roundtablesIn } from '#statements/queries.ts';
import { statements, toView, type StatementView } from '#statements/rows.ts';

/** One ruling, in the order in which they replaced one another. */
export interface RulingView {
  id: string;
  statementId: string;
  /** 1 is the first on its statement. */
  number: number;
  /** Whether no later one replaced it. */
  stands: boolean;
  decision: 'relevant' | 'not_relevant' | 'abuse';
  reason: string | null;
  /** Of the published reason. */
  title: string | null;
  words: string;
  at: Date;
  /** Name of who ruled; null for the program. */
  by: string | null;
  byId: string | null;
  /** Whether it was given in answer to an appeal. */
  answersAppeal: boolean;
  appeal: AppealView | null;
}

export interface AppealView {
  id: string;
  words: string;
  at: Date;
  outcome: 'upheld' | 'replaced' | null;
  answer: string;
  answeredAt: Date | null;
  answeredBy: string | null;
}

/** Every ruling on these statements with its appeal, oldest first. Give it only what this viewer may read in full. */
export async function rulingsOn(db: Kysely<DB>, statementIds: readonly string[]): Promise<RulingView[]> {
  if (statementIds.length === 0) return [];
  const rows = await rulings(db)
    .where('ruling.statement_id', '=', sql<string>`any(${statementIds}::uuid[])`)
    .orderBy('ruling.statement_id')
    .orderBy('ruling.number')
    .execute();
  return rows.map(toRuling);
}

/** A ruling in its place, as the list and the table of all of them show it. */
export interface PlacedRuling extends RulingView {
  roundtable: string;
  statementNumber: number;
  /** The statement, for the offices; null for everyone else. */
  statement: StatementView | null;
}

/** Every ruling given in an edition, newest first: to the offices with the words ruled on, to anyone else without. */
export async function rulingsIn(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<PlacedRuling[]> {
  const isOffice = holds(viewer, offices, { editionId });
  const rows = await rulings(db)
    .innerJoin('statement', 'statement.id', 'ruling.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(['statement.number as statement_number', 'roundtable.number as roundtable'])
    .where('roundtable.edition_id', '=', editionId)
    .$if(!isOffice, (query) =>
      query.where('statement.on_record', '=', true).where('statement.state', 'not in', ['draft', 'withheld']),
    )
    .orderBy('ruling.at', 'desc')
    .orderBy('ruling.statement_id')
    .orderBy('ruling.number', 'desc')
    .execute();
  const full = isOffice ? await statementsRuledOn(db, viewer, editionId) : null;
  return rows.map((row) => ({
    ...toRuling(row),
    // What the support unit says of abuse can repeat it.
    ...(isOffice ? {} : { by: null, byId: null, appeal: withoutWords(toRuling(row).appeal) }),
    ...(!isOffice && row.decision === 'abuse' ? { words: '' } : {}),
    roundtable: row.roundtable,
    statementNumber: row.statement_number,
    statement: full?.get(row.statement_id) ?? null,
  }));
}

async function statementsRuledOn(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const views = new Map<string, StatementView>();
  for (const roundtable of await roundtablesIn(db, editionId)) {
    const rows = await statements(db, viewer, roundtable)
      .where(sql<boolean>`exists (select from ruling where ruling.statement_id = statement.id)`)
      .execute();
    for (const row of rows) views.set(row.id, toView(row, viewer, roundtable));
  }
  return views;
}

function withoutWords(appeal: AppealView | null): AppealView | null {
  return appeal && { ...appeal, words: '', answer: '', answeredBy: null };
}

function rulings(db: Kysely<DB>) {
  return db
    .selectFrom('ruling')
    .innerJoin('statement as ruled', 'ruled.id', 'ruling.statement_id')
    .innerJoin('roundtable as place', 'place.id', 'ruled.roundtable_id')
    .leftJoin('ruling_reason as reason', (join) =>
      join
        .onRef('reason.code', '=', 'ruling.reason_code')
        .onRef('reason.edition_id', '=', 'place.edition_id')
        .on('ruling.decision', '=', 'not_relevant'),
    )
    .leftJoin('person as ruler', 'ruler.id', 'ruling.by_id')
    .leftJoin('appeal', 'appeal.ruling_id', 'ruling.id')
    .leftJoin('person as answerer', 'answerer.id', 'appeal.answered_by')
    .select(['ruling.id', 'ruling.statement_id', 'ruling.number', 'ruling.decision', 'ruling.reason_code'])
    .select(['ruling.words', 'ruling.at', 'ruling.by_id', 'reason.title', 'ruler.name as by'])
    .select(['appeal.id as appeal_id', 'appeal.words as appeal_words', 'appeal.at as appealed_at'])
    .select(['appeal.outcome', 'appeal.answer', 'appeal.answered_at', 'answerer.name as answered_by'])
    .select(
      sql<boolean>`not exists (select from ruling newer where newer.statement_id = ruling.statement_id
        and newer.number > ruling.number)`.as('stands'),
    )
    .select(sql<boolean>`exists (select from appeal made where made.new_ruling_id = ruling.id)`.as('answers_appeal'));
}

type Row = Awaited<ReturnType<ReturnType<typeof rulings>['execute']>>[number];

function toRuling(row: Row): RulingView {
  return {
    id: row.id,
    statementId: row.statement_id,
    number: row.number,
    stands: row.stands,
    decision: row.decision as RulingView['decision'],
    reason: row.reason_code,
    title: row.title,
    words: row.words,
    at: row.at,
    by: row.by,
    byId: row.by_id,
    answersAppeal: row.answers_appeal,
    appeal: row.appeal_id
      ? {
          id: row.appeal_id,
          words: row.appeal_words!,
          at: row.appealed_at!,
          outcome: row.outcome as AppealView['outcome'],
          answer: row.answer!,
          answeredAt: row.answered_at,
          answeredBy: row.answered_by,
        }
      : null,
  };
}
