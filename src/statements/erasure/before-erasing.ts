// What the acts on erasure look up before they decide.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { readCode } from '#statements/receipt.ts';

/** The statement a receipt belongs to, where its author has no account; null otherwise. */
export async function statementWithReceipt(tx: Kysely<DB>, code: string, editionId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('receipt')
    .innerJoin('statement', 'statement.id', 'receipt.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select('statement.id')
    .where('code', '=', readCode(code))
    .where('roundtable.edition_id', '=', editionId)
    .where('statement.author_id', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

export function openRequest(tx: Kysely<DB>, editionId: string, id: string) {
  return tx
    .selectFrom('erasure_request')
    .select(['id', 'state'])
    .where('id', '=', id)
    .where('edition_id', '=', editionId)
    .forUpdate()
    .executeTakeFirst();
}

/** Whoever is to be erased, where they have to do with this edition; undefined otherwise. */
export async function concerned(
  tx: Kysely<DB>,
  editionId: string,
  { person, statement }: { person: string | null; statement: string | null },
) {
  const { rows } = person
    ? await sql<Concerned>`
        select person.erased_at as "erasedAt", null::uuid as "roundtableId",
          (select count(*)::int from statement where author_id = person.id and erased_at is null) as "wordsLeft"
        from person where person.id = ${person} and (
          exists (select from credential where person_id = person.id and edition_id = ${editionId})
          or exists (select from role where person_id = person.id and edition_id = ${editionId})
          or exists (select from erasure_request where person_id = person.id and edition_id = ${editionId})
          or exists (select from statement join roundtable on roundtable.id = statement.roundtable_id
            left join statement_speaker speaker on speaker.statement_id = statement.id
            where edition_id = ${editionId} and (author_id = person.id or speaker.person_id = person.id)))`.execute(tx)
    : await sql<Concerned>`
        select (select max(at) from erasure where statement_id = statement.id) as "erasedAt",
          roundtable_id as "roundtableId", (statement.erased_at is null)::int as "wordsLeft"
        from statement join roundtable on roundtable.id = statement.roundtable_id
        where statement.id = ${statement} and edition_id = ${editionId} and author_id is null`.execute(tx);
  return rows[0];
}

interface Concerned {
  erasedAt: Date | null;
  wordsLeft: number;
  roundtableId: string | null;
}
