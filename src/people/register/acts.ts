import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { refuseImitations } from '#people/names/before-acting.ts';
import { nameRefusal } from '#people/names/rules.ts';
import { delegationKinds, keepers, roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf, type Reason } from '#record/refusals.ts';
import { entryRefusal, plainName } from './rules.ts';

const name = z.string().trim().min(1, 'people.name_missing').max(200, 'people.name_too_long');
const basedOn = z.int32().positive();

export const correctDelegation = act({
  name: 'delegation.correct',
  does: 'Corrects a delegation’s entry: its names, kind, code and region, its other names, and the groups it belongs to.',
  input: z.object({
    edition: z.uuid(),
    delegation: z.uuid(),
    basedOn,
    shortName: name,
    formalName: name,
    kind: z.enum(delegationKinds, 'delegation.kind_unknown'),
    code: z.string().trim().max(20, 'delegation.code_too_long').nullable(),
    region: z.string().trim().max(40, 'delegation.region_too_long').nullable(),
    aliases: z.array(name).max(100, 'delegation.too_many_aliases'),
    groups: z
      .array(
        z.object({
          group: z.uuid(),
          since: z.iso.date('edition.day_wrong').nullable(),
          until: z.iso.date('edition.day_wrong').nullable(),
        }),
      ) // prettier-ignore
      .max(100, 'delegation.too_many_groups'),
  }),
  async run({ tx, actor, rows, record }, input) {
    refuseIf(roleRefusal(actor, keepers, { editionId: input.edition }));
    const entry = found(
      await tx.selectFrom('delegation').selectAll().where('id', '=', input.delegation).forUpdate().executeTakeFirst(),
      'delegation',
    );
    const { id } = entry;
    refuseIf(entryRefusal(entry, input.basedOn));
    refuseIf(await takenName(tx, [input.shortName, ...input.aliases], id));
    await refuseImitations(tx, actor, [input.shortName, input.formalName, ...input.aliases], id);
    refuseIf(groupsRefusal(input.groups, id));
    await rows.update(
      'delegation',
      { id },
      {
        version: entry.version + 1,
        short_name: input.shortName,
        formal_name: input.formalName,
        kind: input.kind,
        code: input.code || null,
        region: input.region || null,
      },
    );
    // Older texts know it under the name it had.
    const renamed = entry.short_name === input.shortName ? [] : [entry.short_name];
    const aliases = [...new Set([...input.aliases, ...renamed])].filter((alias) => alias !== input.shortName);
    await rows.remove('delegation_alias', { delegation_id: id });
    if (aliases.length > 0) await rows.insert('delegation_alias', aliases.map((alias) => ({ delegation_id: id, alias }))); // prettier-ignore
    await rows.remove('membership', { member_id: id });
    const groups = input.groups.map(({ group, since, until }) => ({ group_id: group, member_id: id, since, until }));
    if (groups.length > 0) await rows.insert('membership', groups);
    record('delegation.corrected', id);
  },
});

export const correctPerson = act({
  name: 'person.correct',
  does: 'Corrects a person’s entry: name, title and function. What they said keeps the name it was said under.',
  input: z.object({
    edition: z.uuid(),
    person: z.uuid(),
    basedOn,
    name,
    title: z.string().trim().max(100, 'people.title_too_long').nullable(),
    function: z.string().trim().max(200, 'people.function_too_long').nullable(),
  }),
  async run({ tx, actor, rows, record }, input) {
    refuseIf(roleRefusal(actor, keepers, { editionId: input.edition }));
    const person = found(
      await tx.selectFrom('person').selectAll().where('id', '=', input.person).forUpdate().executeTakeFirst(),
      'person',
    );
    // Someone who has to do with another edition only is that edition's to correct.
    found(await isOfEdition(tx, input.edition, person.id), 'person');
    refuseIf(entryRefusal(person, input.basedOn));
    refuseIf(nameRefusal(input.name));
    const { name, title, function: office } = input;
    await rows.update('person', { id: person.id }, { name, title: title || null, function: office || null, version: person.version + 1 }); // prettier-ignore
    record('person.corrected', person.id, { audience: 'desk' });
  },
});

type Group = z.output<typeof correctDelegation.input>['groups'][number];

function groupsRefusal(groups: readonly Group[], id: string): Reason | null {
  if (groups.some(({ group }) => group === id)) return 'delegation.member_of_itself';
  if (new Set(groups.map(({ group }) => group)).size < groups.length) return 'delegation.group_twice';
  return groups.some(({ since, until }) => since && until && until < since)
    ? 'delegation.membership_ends_before'
    : null;
}

/** Whether another entry goes by one of these names, as its short name or as another. */
async function takenName(tx: Kysely<DB>, names: readonly string[], id: string): Promise<Reason | null> {
  const wanted = [...new Set(names.map(plainName))];
  const taken = await tx
    .selectFrom('delegation')
    .leftJoin('delegation_alias', 'delegation_alias.delegation_id', 'delegation.id')
    .select('short_name')
    .where('delegation.id', '<>', id)
    // A merged entry's names are those of the one it was merged into.
    .where((eb) => eb.or([eb('merged_into', 'is', null), eb('merged_into', '<>', id)]))
    .where(({ eb, fn }) =>
      eb.or([
        eb(fn<string>('lower', ['short_name']), 'in', wanted),
        eb(fn<string>('lower', ['delegation_alias.alias']), 'in', wanted),
      ]),
    )
    .executeTakeFirst();
  return taken ? { code: 'delegation.name_taken', values: { name: taken.short_name } } : null;
}

async function isOfEdition(tx: Kysely<DB>, editionId: string, personId: string) {
  const held = (table: 'credential' | 'role') =>
    tx.selectFrom(table).select('id').where('edition_id', '=', editionId).where('person_id', '=', personId);
  const elsewhere = (table: 'credential' | 'role') =>
    tx.selectFrom(table).select('id').where('person_id', '=', personId);
  for (const table of ['credential', 'role'] as const) if (await held(table).executeTakeFirst()) return true;
  for (const table of ['credential', 'role'] as const) if (await elsewhere(table).executeTakeFirst()) return null;
  return true;
}
