import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found, Refusal } from '#record/refusals.ts';
import { areWordsPublic, passageIn } from './rules.ts';

/** Passages of statements of the same roundtable that anyone may read, as they stand there now. */
export async function quotedIn(tx: Kysely<DB>, roundtableId: string, quotes: readonly Quote[]) {
  const quoted = [];
  for (const [at, { statement, text }] of quotes.entries()) {
    const source = found(await quotable(tx, roundtableId, statement), 'statement');
    const passage = passageIn(source.body, text);
    if (!passage) throw new Refusal({ code: 'comment.not_a_quotation', values: { number: source.number } });
    quoted.push({ position: at + 1, quoted_id: statement, quoted_revision: source.revisions, text: passage });
  }
  return quoted;
}

interface Quote {
  statement: string;
  text: string;
}

async function quotable(tx: Kysely<DB>, roundtableId: string, id: string) {
  const source = await tx
    .selectFrom('statement')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .select(['statement.number', 'statement.revisions', 'statement.state', 'revision.body'])
    .select((eb) =>
      eb
        .selectFrom('ruling')
        .select('decision')
        .whereRef('ruling.statement_id', '=', 'statement.id')
        .orderBy('ruling.number', 'desc')
        .limit(1)
        .as('decision'),
    )
    .where('statement.id', '=', id)
    .where('statement.roundtable_id', '=', roundtableId)
    .where('statement.on_record', '=', true)
    .executeTakeFirst();
  return source && areWordsPublic(source) ? source : undefined;
}
