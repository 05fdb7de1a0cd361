// What the acts on statements look up before they decide.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found, type Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { readCode } from './receipt.ts';

interface Asked {
  count: number;
  /** The last of the numbers they are given. */
  last: Promise<number>;
}

const asked = new WeakMap<Kysely<DB>, Map<string, Asked>>();

/**
 * Numbers are given out in order and never twice. The counter is not recorded apart: the statement's own row holds its number.
 * Those who ask in one turn of the event loop, side by side in one transaction, are counted together: each counting leaves an
 * old row of the roundtable behind, which whoever looks it up goes past until the database has cleared it away.
 */
export async function nextNumber(tx: Kysely<DB>, roundtableId: string): Promise<number> {
  const here = asked.get(tx) ?? new Map<string, Asked>();
  asked.set(tx, here);
  const together = here.get(roundtableId) ?? { count: 0, last: countOn(tx, roundtableId, here) };
  here.set(roundtableId, together);
  const place = (together.count += 1);
  return (await together.last) - together.count + place;
}

/** Counts on by as many as have asked when the turn is over. */
async function countOn(tx: Kysely<DB>, roundtableId: string, here: Map<string, Asked>): Promise<number> {
  await new Promise<void>((over) => process.nextTick(over));
  const { count } = here.get(roundtableId)!;
  here.delete(roundtableId);
  const counted = tx
    .updateTable('roundtable')
    .set({ statements: sql`statements + ${count}` })
    .where('id', '=', roundtableId)
    .returning('statements as last');
  return (await counted.executeTakeFirstOrThrow()).last;
}

export function roundtableToComment(tx: Kysely<DB>, id: string) {
  return roundtableInEdition(tx, id).executeTakeFirst();
}

/**
 * A roundtable, with the comment on it that this form has already been sent for and its receipt, if there is one. Of two
 * sendings at the same moment the database takes one; the other then finds it here.
 */
export function roundtableForForm(tx: Kysely<DB>, id: string, token: string | null) {
  return roundtableInEdition(tx, id)
    .leftJoin('statement', (join) => join.on('form_token', '=', token))
    .leftJoin('receipt', 'receipt.statement_id', 'statement.id')
    .select(['statement.id as submitted', 'receipt.code as receipt'])
    .executeTakeFirst();
}

function roundtableInEdition(tx: Kysely<DB>, id: string) {
  return tx
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['roundtable.id', 'edition_id', 'roundtable.state', 'comments_close_at', 'languages', 'time_zone'])
    .select('edition.state as edition_state')
    .where('roundtable.id', '=', id);
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
      'source',
      'language',
    ])
    .where('statement.id', '=', id)
    .forUpdate('statement')
    .executeTakeFirst();
}

/**
 * One's own statement, locked; someone else's looks as if it were not there. Whoever wrote it without an account is known
 * by the code of its receipt.
 */
export async function ownStatement(tx: Kysely<DB>, id: string, actor: Viewer, code = '') {
  const statement = found(await statementToDecide(tx, id), 'statement');
  const isAuthor = actor.program || (actor.personId !== null && statement.author_id === actor.personId);
  return found(isAuthor || (await holdsReceipt(tx, statement, code)) ? statement : null, 'statement');
}

interface Written {
  id: string;
  author_id: string | null;
  source: string;
}

/** Whether this code is its receipt's, and it is a guest's own: where the author has an account, a code alone is not them. */
export async function holdsReceipt(tx: Kysely<DB>, statement: Written, code: string): Promise<boolean> {
  if (code === '' || statement.author_id !== null || statement.source !== 'own_hand') return false;
  const receipt = tx.selectFrom('receipt').select('statement_id').where('code', '=', readCode(code));
  return (await receipt.executeTakeFirst())?.statement_id === statement.id;
}
