import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';

/** The other names of the delegation that is being selected, in their order. */
export function aliasesOf(eb: ExpressionBuilder<DB, 'delegation'>) {
  const aliases = eb.selectFrom('delegation_alias').select('alias').whereRef('delegation_id', '=', 'delegation.id');
  return jsonArrayFrom(aliases.orderBy('alias')).as('aliases');
}
