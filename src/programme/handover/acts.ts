import { z } from 'zod';
import { offices, roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';

export const handOverEdition = act({
  name: 'edition.hand_over',
  does: 'Notes that an edition was handed over as a folder of files, with the checksum of the list of its files, so that the folder can be held against the record.',
  input: z.object({
    edition: z.uuid(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'handover.sum_wrong'),
    files: z.int32().positive().max(10_000_000),
    /** Whether it holds what only the offices see. */
    confidential: z.boolean(),
  }),
  async run({ tx, actor, now, newId, rows, record }, { edition, ...folder }) {
    refuseIf(roleRefusal(actor, offices, { editionId: edition }));
    found(await tx.selectFrom('edition').select('id').where('id', '=', edition).executeTakeFirst(), 'edition');
    const id = newId();
    await rows.insert('handover', { id, edition_id: edition, ...folder, at: now });
    record('edition.handed_over', edition);
    return { id };
  },
});
