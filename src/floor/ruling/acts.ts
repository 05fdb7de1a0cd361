import { z } from 'zod';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { floorToKeep } from '#floor/before-acting.ts';
import { keeperRefusal } from '#floor/rules.ts';
import { addRuling, ground } from './adding.ts';

export const ruleAtFloor = act({
  name: 'floor.rule',
  does: 'Puts a ruling of the chair on the record: on a point of order, or on anything else at the meeting, with its ground.',
  input: z.object({
    roundtable: z.uuid(),
    kind: z.enum(['point_of_order', 'other']).default('other'),
    words: z.string().trim().min(1, 'floor.words_missing').max(2000, 'floor.words_too_long'),
    ground,
  }),
  async run(context, { roundtable, ...ruling }) {
    const { tx, actor, record } = context;
    const floor = await floorToKeep(tx, roundtable);
    refuseIf(keeperRefusal(actor, floor.place));
    const { id, number } = await addRuling(context, roundtable, ruling);
    record('floor.ruled', id, { roundtableId: roundtable });
    return { id, number };
  },
});
