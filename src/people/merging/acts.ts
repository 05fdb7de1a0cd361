import { z } from 'zod';
import { mergeRefusal } from '#people/register/rules.ts';
import { keepers, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { linksToDelegations, repeatedRows } from './links.ts';
import { namesKept } from './queries.ts';

export const mergeDelegations = act({
  name: 'delegation.merge',
  does: 'Merges a duplicate into another entry of the register: all that pointed to the one points to the other, its names are kept, its address leads there.',
  input: z.object({ edition: z.uuid(), from: z.uuid('delegation.merge_from_missing'), into: z.uuid('delegation.merge_into_missing') }), // prettier-ignore
  async run(context, input) {
    const { tx, actor, rows, record } = context;
    refuseIf(roleRefusal(actor, keepers, { editionId: input.edition }));
    const entries = await tx
      .selectFrom('delegation')
      .selectAll()
      .where('id', 'in', [input.from, input.into])
      .orderBy('id')
      .forUpdate()
      .execute();
    const from = found(entries.find(({ id }) => id === input.from), 'delegation'); // prettier-ignore
    const into = found(entries.find(({ id }) => id === input.into), 'delegation'); // prettier-ignore
    refuseIf(mergeRefusal(from, into));
    await settleCredentials(context, from.id, into.id);
    // Nobody is a member of themselves.
    await rows.remove('membership', { group_id: from.id, member_id: into.id });
    await rows.remove('membership', { group_id: into.id, member_id: from.id });
    for (const link of await linksToDelegations(tx)) {
      for (const key of await repeatedRows(tx, link, from.id, into.id)) await rows.remove(link.table, key as never);
      const point = (to: string) => ({ [link.column]: to }) as never;
      await rows.update(link.table, point(from.id), point(into.id));
    }
    await keepNames(context, from, into);
    const release = { requires_release: from.requires_release || into.requires_release };
    await rows.update('delegation', { id: into.id }, { version: into.version + 1, ...release });
    await rows.update('delegation', { id: from.id }, { merged_into: into.id, version: from.version + 1 });
    record('delegation.merged', into.id);
  },
});

/** Where someone has a credential for both, the one that stands stays, and knows of the other's decisions. */
async function settleCredentials({ tx, rows }: Context, from: string, into: string): Promise<void> {
  const pairs = await tx
    .selectFrom('credential as going')
    .innerJoin('credential as staying', (join) =>
      join
        .onRef('staying.person_id', '=', 'going.person_id')
        .onRef('staying.edition_id', '=', 'going.edition_id')
        .on('staying.delegation_id', '=', into),
    )
    .selectAll('going')
    .select(['staying.id as other', 'staying.verified_at as other_verified_at'])
    .where('going.delegation_id', '=', from)
    .execute();
  for (const { id, other, other_verified_at, state, capacity, rank, verified_at, verified_by, verified_how } of pairs) {
    const decided = await tx.selectFrom('credential_decision').select('id').where('credential_id', '=', id).execute();
    if (decided.length > 0) await rows.update('credential_decision', { credential_id: id }, { credential_id: other });
    if (verified_at && !other_verified_at)
      await rows.update('credential', { id: other }, { state, capacity, rank, verified_at, verified_by, verified_how });
    await rows.remove('credential', { id });
  }
}

interface Named {
  id: string;
  short_name: string;
  formal_name: string;
  code: string | null;
}

async function keepNames({ tx, rows }: Context, from: Named, into: Named): Promise<void> {
  const held = await tx.selectFrom('delegation_alias').select('alias').where('delegation_id', '=', into.id).execute();
  const known = new Set(held.map(({ alias }) => alias));
  const names = namesKept(from, into, []).filter((alias) => !known.has(alias));
  if (names.length > 0) await rows.insert('delegation_alias', names.map((alias) => ({ delegation_id: into.id, alias }))); // prettier-ignore
}
