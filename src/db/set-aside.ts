import { sql } from 'kysely';

/**
 * Whether the ruling that stands on a statement sets it aside as spam or abuse; takes the column that holds its id. Here,
 * because every count and list of the house asks it, from the record down.
 */
export function isSetAside(statementId: string) {
  return sql<boolean>`exists (select from ruling aside where aside.statement_id = ${sql.ref(statementId)}
    and aside.decision = 'abuse' and not exists (select from ruling newer
      where newer.statement_id = aside.statement_id and newer.number > aside.number))`;
}
