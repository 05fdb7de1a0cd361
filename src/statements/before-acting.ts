// What the acts on statements look up before they decide.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found, type Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

/** Numbers are given out in order and never twice. The counter is not recorded apart: the statement's own row holds its number. */
export async function nextNumber(tx: Kysely<DB>, roundtableId: string): Promise<number> {
  const { statements } = await tx
    .updateTable('roundtable')
    .set({ statements: sql`statements + 1` })
    .where('id', '=', roundtableId)
    .returning('statements')
    .executeTakeFirstOrThrow();
  return statements;
}

export function roundtableToComment(tx: Kysely<DB>, id: string) {
  return tx
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['roundtable.id', 'edition_id', 'roundtable.state', 'comments_close_at', 'languages', 'time_zone'])
    .select('edition.state as edition_state')
    .where('roundtable.id', '=', id)
    .executeTakeFirst();
}

/** A paragraph that is commented on stands in a paper of the same roundtable that has been circulated. */
export async function paragraphRefusal(tx: Kysely<DB>, roundtableId: string, id: string): Promise<Reason | null> {
  const paragraph = await tx
    .selectFrom('paper_paragraph')
    .innerJoin('paper', 'paper.id', 'paper_paragraph.paper_id')
    .select('paper.id')
    .where('paper_paragraph.id', '=', id)
    .where('paper.roundtable_id', '=', roundtableId)
    .where('paper.state', '<>', 'draft')
    .executeTakeFirst();
  return paragraph ? null : 'comment.paragraph_elsewhere';
}

/**
 * The comment this form has already been sent for, with its receipt. Whoever sends the same form at the same moment waits
 * until the other is done.
 */
export async function submittedWith(tx: Kysely<DB>, token: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${token}, 0))`.execute(tx);
  return tx
    .selectFrom('statement')
    .innerJoin('receipt', 'receipt.statement_id', 'statement.id')
    .select(['statement.id', 'receipt.code as receipt'])
    .where('form_token', '=', token)
    .executeTakeFirst();
}

export function statementToAnswer(tx: Kysely<DB>, id: string) {
  return tx.selectFrom('statement').select(['roundtable_id', 'state']).where('id', '=', id).executeTakeFirst();
}

export function statementToDecide(tx: Kysely<DB>, id: string) {
  return tx
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select([
      'statement.id',
      'statement.kind',
      'statement.state',
      'roundtable_id',
      'edition_id',
      'revisions',
      'author_id',
      'language',
    ])
    .where('statement.id', '=', id)
    .forUpdate('statement')
    .executeTakeFirst();
}

/** One's own statement, locked; someone else's looks as if it were not there. */
export async function ownStatement(tx: Kysely<DB>, id: string, actor: Viewer) {
  const statement = found(await statementToDecide(tx, id), 'statement');
  return found(
    actor.program || (actor.personId && statement.author_id === actor.personId) ? statement : null,
    'statement',
  );
}
