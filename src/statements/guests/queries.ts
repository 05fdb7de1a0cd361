import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** What whoever holds the signed link is shown: their own comment, and where its receipt is. */
export function commentToConfirm(db: Kysely<DB>, statementId: string) {
  return db
    .selectFrom('guest')
    .innerJoin('statement', 'statement.id', 'guest.statement_id')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .innerJoin('receipt', 'receipt.statement_id', 'statement.id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['statement.number', 'statement.state', 'statement.said_at', 'revision.body', 'revision.language'])
    .select(['guest.name', 'guest.confirmed_at', 'receipt.code as receipt'])
    .select(['roundtable.number as roundtable', 'roundtable.title', 'edition.slug', 'edition.time_zone', 'starts_on'])
    .where('statement.id', '=', statementId)
    .executeTakeFirst();
}
