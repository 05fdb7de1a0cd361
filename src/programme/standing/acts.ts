import { z } from 'zod';
import { roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { editionMoveRefusal, editionMovers, editionStates } from './rules.ts';

export const moveEdition = act({
  name: 'edition.move',
  does: 'Takes an edition to its next state, or back: planning, preparatory, in session, reporting, closed, archived.',
  input: z.object({ edition: z.uuid(), to: z.enum(editionStates) }),
  async run({ tx, actor, rows, record }, { edition: id, to }) {
    const edition = found(
      await tx.selectFrom('edition').select('state').where('id', '=', id).forUpdate().executeTakeFirst(),
      'edition',
    );
    refuseIf(roleRefusal(actor, editionMovers[to], { editionId: id }));
    const roundtables = await tx
      .selectFrom('roundtable')
      .select(['id', 'parent_id as parentId', 'number', 'state'])
      .where('edition_id', '=', id)
      .orderBy('number')
      .execute();
    refuseIf(editionMoveRefusal(edition.state, to, roundtables));
    await rows.update('edition', { id }, { state: to });
    record('edition.moved', id);
  },
});
