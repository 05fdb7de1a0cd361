import { sql } from 'kysely';
import type { Forum } from '#record/forum.ts';

/** What letters about a statement say of it; undefined where there is none, or it has no receipt. */
export async function statementToWriteOf({ db, origin }: Forum, id: string) {
  const row = await db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .innerJoin('receipt', 'receipt.statement_id', 'statement.id')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .select(['statement.id', 'statement.number', 'statement.state', 'author_id', 'replies_to', 'revision.body'])
    .select(['roundtable.number as roundtable', 'roundtable.title', 'roundtable.state as roundtable_state'])
    .select(['comments_close_at', 'edition.id as edition', 'edition.slug', 'time_zone', 'starts_on'])
    .select(['receipt.code', 'receipt.salt', 'receipt.commitment'])
    .select((eb) =>
      eb
        .selectFrom('statement_speaker as speaker')
        .leftJoin('delegation', 'delegation.id', 'speaker.delegation_id')
        .select(sql<string | null>`concat_ws(', ', speaker.name, short_name)`.as('name'))
        .whereRef('speaker.statement_id', '=', 'statement.id')
        .where('part', '=', 'speaker')
        .orderBy('position')
        .limit(1)
        .as('speaker'),
    )
    .select((eb) => eb.fn.coalesce('roundtable.attribution', 'edition.attribution').as('attribution'))
    .where('statement.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { number, roundtable, title, code } = row;
  return {
    ...row,
    /** What every letter about it names. */
    values: { number, roundtable, title, address: `${origin}/receipts/${code}` },
    page: `${origin}/${row.slug}/rt/${roundtable}/statements/${number}`,
  };
}
