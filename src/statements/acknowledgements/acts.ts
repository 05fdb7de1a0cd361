import { z } from 'zod';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { readCode } from '#statements/receipt.ts';
import { acknowledgementRefusal } from './rules.ts';

export const decideAcknowledgement = act({
  name: 'acknowledgement.decide',
  does: 'Says whether one wishes to be thanked by name for a statement, or only to be counted. It can be changed at any time.',
  input: z.object({
    statement: z.uuid(),
    byName: z.boolean(),
    /** The receipt's code, which the author has even without an account. */
    code: z.string().max(40).default(''),
  }),
  async run({ tx, actor, now, rows, record }, { statement: id, byName, code }) {
    const row = await tx
      .selectFrom('statement')
      .innerJoin('receipt', 'receipt.statement_id', 'statement.id')
      .leftJoin('acknowledgement', 'acknowledgement.statement_id', 'statement.id')
      .leftJoin('statement_speaker as speaker', (join) =>
        join.onRef('speaker.statement_id', '=', 'statement.id').on('speaker.part', '=', 'speaker'),
      )
      .select(['statement.id', 'statement.number', 'statement.state', 'on_record', 'author_id', 'roundtable_id'])
      .select(['receipt.code', 'acknowledgement.by_name', 'speaker.delegation_id'])
      .where('statement.id', '=', id)
      .orderBy('speaker.position')
      .executeTakeFirst();
    const statement = found(row && isTheirs(row, actor, code) ? row : null, 'statement');
    refuseIf(acknowledgementRefusal(statement));
    if (statement.by_name === byName) return;
    const decision = { by_name: byName, by_id: actor.personId, at: now };
    if (statement.by_name === null) await rows.insert('acknowledgement', { statement_id: id, ...decision });
    else await rows.update('acknowledgement', { statement_id: id }, decision);
    record('acknowledgement.decided', id, { roundtableId: statement.roundtable_id, audience: 'author' });
  },
});

interface Statement {
  author_id: string | null;
  delegation_id: string | null;
  code: string;
}

/** Its author, whoever holds its receipt, and, for what was spoken, those accredited for the delegation that spoke. */
function isTheirs(statement: Statement, actor: Viewer, code: string): boolean {
  if (actor.program || (code !== '' && readCode(code) === statement.code)) return true;
  if (actor.personId === null) return false;
  if (statement.author_id !== null) return statement.author_id === actor.personId;
  return statement.delegation_id !== null && actor.delegationIds.includes(statement.delegation_id);
}
