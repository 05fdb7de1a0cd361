import { z } from 'zod';
import { roundtableToNote } from '#notes/before-noting.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';

export const noteAttendance = act({
  name: 'attendance.note',
  does: 'Notes that delegations were at a meeting without taking the floor, or that one noted by mistake was not.',
  input: z.object({
    roundtable: z.uuid(),
    delegations: z.array(z.uuid()).min(1, 'attendance.nobody').max(300),
    present: z.boolean().default(true),
  }),
  async run({ tx, actor, now, rows, record }, { delegations, present, ...input }) {
    const { id: roundtable_id } = await roundtableToNote(tx, actor, input.roundtable);
    const wanted = [...new Set(delegations)];
    const known = await tx.selectFrom('delegation').select('id').where('id', 'in', wanted).execute();
    found(known.length === wanted.length ? known : null, 'delegation');
    const noted = await tx
      .selectFrom('attendance')
      .select(['delegation_id', 'present'])
      .where('roundtable_id', '=', roundtable_id)
      .where('delegation_id', 'in', wanted)
      .execute();
    const stands = new Map(noted.map((row) => [row.delegation_id, row.present]));
    const changed = wanted.filter((id) => (stands.get(id) ?? false) !== present);
    refuseIf(changed.length > 0 ? null : 'attendance.noted_already');
    const by = { present, by_id: actor.personId, at: now };
    const fresh = changed.filter((id) => !stands.has(id)).map((delegation_id) => ({ roundtable_id, delegation_id, ...by })); // prettier-ignore
    if (fresh.length > 0) await rows.insert('attendance', fresh);
    for (const delegation_id of changed.filter((id) => stands.has(id)))
      await rows.update('attendance', { roundtable_id, delegation_id }, by);
    record('attendance.noted', roundtable_id, { roundtableId: roundtable_id, audience: 'desk' });
  },
});
