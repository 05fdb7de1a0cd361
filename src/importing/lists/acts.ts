import { z } from 'zod';
import { registerEntries } from '#people/register/queries.ts';
import { plainName } from '#people/register/rules.ts';
import { keepers, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import type { DelegationEntry } from './delegations.ts';
import type { PersonEntry } from './persons.ts';
import { previewList } from './queries.ts';
import { countsOf, mostBytes, type Fate } from './rules.ts';

export const importList = act({
  name: 'register.import',
  does: 'Enters a list of delegations or persons into the register: what is new, and where asked what differs, all or nothing.',
  input: z.object({
    edition: z.uuid(),
    kind: z.enum(['delegations', 'persons']),
    /** The list itself, as CSV. */
    text: z.string().max(mostBytes, 'list.too_big'),
    /** Under which name it came. */
    name: z.string().max(200).default('list.csv'),
    /** Of the outcome that was looked at; empty to take what comes. */
    fingerprint: z.string().max(64).default(''),
    /** Whether entries that differ are corrected; otherwise only new ones are entered. */
    correct: z.boolean().default(false),
  }),
  async run(context, input) {
    const { tx, actor, record } = context;
    refuseIf(roleRefusal(actor, keepers, { editionId: input.edition }));
    const { fates, fingerprint } = await previewList(tx, input.edition, input.kind, input.text);
    refuseIf(input.fingerprint && input.fingerprint !== fingerprint ? 'list.changed_meanwhile' : null);
    const counts = countsOf(fates);
    const toWrite = counts.new + (input.correct ? counts.differs : 0);
    refuseIf(toWrite === 0 ? 'list.nothing_to_enter' : null);
    const chosen = fates.filter(({ fate }) => fate === 'new' || (fate === 'differs' && input.correct));
    if (input.kind === 'delegations') await enterDelegations(context, chosen as Fate<DelegationEntry>[]);
    else await enterPersons(context, input.edition, input.name, chosen as Fate<PersonEntry>[]);
    record('register.imported', input.edition, { audience: 'desk' });
    return { entered: counts.new, corrected: input.correct ? counts.differs : 0 };
  },
});

async function enterDelegations({ tx, rows, newId }: Context, fates: Fate<DelegationEntry>[]): Promise<void> {
  const fresh = fates.flatMap((one) => (one.fate === 'new' ? [{ id: newId(), ...one.entry }] : []));
  const asRow = ({ shortName, formalName, kind, code, region }: DelegationEntry) => ({ short_name: shortName, formal_name: formalName, kind, code, region }); // prettier-ignore
  if (fresh.length > 0) await rows.insert('delegation', fresh.map((one) => ({ id: one.id, slug: one.slug, ...asRow(one) }))); // prettier-ignore
  const differing = fates.flatMap((one) => (one.fate === 'differs' ? [{ id: one.id, ...one.entry }] : []));
  for (const { id, version } of await versionsOf(tx, 'delegation', differing)) {
    const entry = differing.find((one) => one.id === id)!;
    await rows.update('delegation', { id }, { ...asRow(entry), version: version + 1 });
  }
  const register = await registerEntries(tx);
  const standing = new Map(register.map((one) => [one.id, one]));
  const called = new Map(register.flatMap(({ id, shortName, formalName, aliases }) => [shortName, formalName, ...aliases].map((name) => [plainName(name), id] as const))); // prettier-ignore
  const isNew = (list: readonly string[], name: string) => !list.some((other) => plainName(other) === plainName(name));
  const all = [...fresh, ...differing].map(({ id, aliases, groups }) => ({ id, aliases, groups, before: standing.get(id)! })); // prettier-ignore
  const aliases = all.flatMap(({ id, aliases, before }) =>
    [...new Set(aliases)]
      .filter((alias) => isNew(before.aliases, alias))
      .map((alias) => ({ delegation_id: id, alias })),
  );
  if (aliases.length > 0) await rows.insert('delegation_alias', aliases);
  const groups = all.flatMap(({ id, groups, before }) =>
    [...new Set(groups.map((name) => called.get(plainName(name))!))]
      .filter((group) => group !== id && !before.groups.some((name) => called.get(plainName(name)) === group))
      .map((group_id) => ({ group_id, member_id: id })),
  );
  if (groups.length > 0) await rows.insert('membership', groups);
}

async function enterPersons(
  context: Context,
  edition: string,
  list: string,
  fates: Fate<PersonEntry>[],
): Promise<void> {
  const { tx, rows, newId, now, actor } = context;
  const fresh = fates.flatMap((one) => (one.fate === 'new' ? [{ id: newId(), ...one.entry }] : []));
  if (fresh.length > 0) await rows.insert('person', fresh.map(({ id, name, title, function: office }) => ({ id, name, title, function: office }))); // prettier-ignore
  const credentials = fresh.flatMap(({ id, delegationId, capacity, rank }) =>
    delegationId
      ? [{ id: newId(), edition_id: edition, person_id: id, delegation_id: delegationId, capacity, rank, verified_by: actor.personId, verified_at: now, verified_how: list }] // prettier-ignore
      : [],
  );
  if (credentials.length > 0) await rows.insert('credential', credentials);
  const differing = fates.flatMap((one) => (one.fate === 'differs' ? [{ id: one.id, ...one.entry }] : []));
  const versions = new Map((await versionsOf(tx, 'person', differing)).map(({ id, version }) => [id, version]));
  for (const { id, title, function: office, delegationId, capacity, rank } of differing) {
    await rows.update('person', { id }, { title, function: office, version: versions.get(id)! + 1 });
    const held = { edition_id: edition, person_id: id, delegation_id: delegationId ?? '' };
    if (delegationId) await rows.update('credential', held, { capacity, rank });
  }
}

function versionsOf(tx: Context['tx'], table: 'delegation' | 'person', entries: readonly { id: string }[]) {
  const ids = entries.map(({ id }) => id);
  return ids.length === 0 ? [] : tx.selectFrom(table).select(['id', 'version']).where('id', 'in', ids).execute();
}
