import { z } from 'zod';
import { offices, roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { statementToDecide } from '#statements/before-acting.ts';
import { confirmationRefusal } from './rules.ts';

export const confirmEmail = act({
  name: 'comment.confirm_email',
  does: 'Confirms the address a guest gave: the comment is then no longer held. Done for whoever follows the link sent there.',
  input: z.object({ statement: z.uuid() }),
  async run({ tx, actor, now, rows, record }, input) {
    const statement = found(await statementToDecide(tx, input.statement), 'statement');
    const place = { editionId: statement.edition_id, roundtableId: statement.roundtable_id };
    refuseIf(roleRefusal(actor, ['support_unit', ...offices], place));
    const guest = found(
      await tx.selectFrom('guest').select('confirmed_at').where('statement_id', '=', statement.id).executeTakeFirst(),
      'guest',
    );
    refuseIf(confirmationRefusal(statement, guest));
    await rows.update('guest', { statement_id: statement.id }, { confirmed_at: now });
    const known = statement.state === 'held' ? { state: 'received' } : {};
    await rows.update('statement', { id: statement.id }, { ...known, identity: 'email_confirmed' });
    record('comment.email_confirmed', statement.id, { roundtableId: statement.roundtable_id });
  },
});
