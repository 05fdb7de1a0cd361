// What the acts on rulings look up before they decide, and the one way a ruling is written.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { found, type Reason } from '#record/refusals.ts';
import { statementToDecide } from '#statements/before-acting.ts';

type Db = Kysely<DB>;

/** A statement, locked, with the ruling that stands on it and whether that was appealed. */
export async function statementToRule(tx: Db, id: string) {
  const statement = found(await statementToDecide(tx, id), 'statement');
  const standing = await tx
    .selectFrom('ruling')
    .leftJoin('appeal', 'appeal.ruling_id', 'ruling.id')
    .leftJoin('appeal as answered', 'answered.new_ruling_id', 'ruling.id')
    .select(['ruling.id', 'ruling.number', 'ruling.decision', 'ruling.by_id'])
    .select(['appeal.id as appeal_id', 'appeal.outcome', 'answered.id as answered_id'])
    .where('ruling.statement_id', '=', id)
    .orderBy('ruling.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    ...statement,
    standing,
    appealOpen: standing?.appeal_id !== undefined && standing.appeal_id !== null && standing.outcome === null,
    place: { editionId: statement.edition_id, roundtableId: statement.roundtable_id },
  };
}

export type StatementToRule = Awaited<ReturnType<typeof statementToRule>>;

interface Decided {
  decision: 'relevant' | 'not_relevant' | 'abuse';
  reason: string | null;
  words: string;
}

/** Writes a ruling after the last one; the caller records it. */
export async function writeRuling(
  { rows, newId, actor, now }: Pick<Context, 'rows' | 'newId' | 'actor' | 'now'>,
  statement: StatementToRule,
  { decision, reason, words }: Decided,
): Promise<string> {
  const id = newId();
  await rows.insert('ruling', {
    id,
    statement_id: statement.id,
    number: (statement.standing?.number ?? 0) + 1,
    decision,
    reason_code: decision === 'relevant' ? null : reason,
    words,
    by_id: actor.personId,
    at: now,
  });
  return id;
}

/** A reason counts only when it was published before. */
export async function reasonRefusal(tx: Db, editionId: string, code: string): Promise<Reason | null> {
  const reasons = await tx.selectFrom('ruling_reason').select('code').where('edition_id', '=', editionId).execute();
  const codes = reasons.map((reason) => reason.code);
  return codes.includes(code) ? null : { code: 'ruling.reason_unknown', values: { code, codes: codes.join(', ') } };
}

/** “3.1/22”: a roundtable's number and the statement's in it. */
export async function placeOf(tx: Db, statementId: string): Promise<string> {
  const { roundtable, number } = await tx
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(['statement.number', 'roundtable.number as roundtable'])
    .where('statement.id', '=', statementId)
    .executeTakeFirstOrThrow();
  return `${roundtable}/${number}`;
}
