import { z } from 'zod';
import { offices, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { RoleKind } from '#record/viewer.ts';
import { chairsOfficeHolders } from './queries.ts';
import { chairsOfficeRefusal, lastHolderRefusal } from './rules.ts';

export const withdrawRole = act({
  name: 'role.withdraw',
  does: 'Takes an office back from whoever holds it. Somebody always holds the Chair’s office.',
  input: z.object({ role: z.uuid() }),
  async run(context, input) {
    const { role, holders } = await roleInReach(context, input.role);
    refuseIf(lastHolderRefusal(role.kind, holders));
    await context.rows.remove('role', { id: role.id });
    context.record('role.withdrawn', role.edition_id, { roundtableId: role.roundtable_id });
  },
});

export const handOverRole = act({
  name: 'role.hand_over',
  does: 'Hands an office from the person who holds it to another, at one moment.',
  input: z.object({ role: z.uuid(), person: z.uuid() }),
  async run(context, input) {
    const { tx, rows, record } = context;
    const { role } = await roleInReach(context, input.role);
    const person = found(
      await tx.selectFrom('person').select(['id', 'name']).where('id', '=', input.person).executeTakeFirst(),
      'person',
    );
    const held = await tx
      .selectFrom('role')
      .select('id')
      .where('edition_id', '=', role.edition_id)
      .where('kind', '=', role.kind)
      .where('roundtable_id', 'is not distinct from', role.roundtable_id)
      .where('person_id', '=', person.id)
      .executeTakeFirst();
    refuseIf(held ? { code: 'role.held_already', values: { name: person.name } } : null);
    await rows.update('role', { id: role.id }, { person_id: person.id, delegation_id: null });
    record('role.handed_over', role.id, { roundtableId: role.roundtable_id });
  },
});

/** The role, where this viewer may give and take it, and how many share the Chair's office of its edition. */
async function roleInReach({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string) {
  const role = found(
    await tx.selectFrom('role').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'role',
  );
  const place = { editionId: role.edition_id };
  refuseIf(roleRefusal(actor, offices, place));
  const holders = await chairsOfficeHolders(tx, role.edition_id);
  refuseIf(chairsOfficeRefusal(actor, role.kind as RoleKind, place, holders));
  return { role, holders };
}
