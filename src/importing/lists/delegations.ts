import { nameRefusal } from '#people/names/rules.ts';
import type { RegisterEntry } from '#people/register/queries.ts';
import { plainName } from '#people/register/rules.ts';
import { delegationKinds, type DelegationKind } from '#people/rules.ts';
import { slugOf } from '#importing/register.ts';
import type { ListRow } from './read.ts';
import { between, type Change, type Fate } from './rules.ts';

/** A delegation as a row of a list gives it; groups by their names on the register or in the list. */
export type DelegationEntry = Omit<RegisterEntry, 'id'>;

/**
 * The fate of each row of a list of delegations. A row is about the entry that goes by its short name, under any of that
 * entry's names; an empty cell changes nothing. `labels` gives the kinds in words, as the template may have them.
 */
export function fatesOfDelegations(
  rows: readonly ListRow[],
  register: readonly RegisterEntry[],
  labels: Record<string, string> = {},
): Fate<DelegationEntry>[] {
  const known = new Map<string, RegisterEntry[]>();
  for (const entry of register)
    for (const name of new Set([entry.shortName, entry.formalName, ...entry.aliases].map(plainName)))
      known.set(name, [...(known.get(name) ?? []), entry]);
  const inList = new Map<string, number>();
  for (const { line, cells } of rows) {
    const name = plainName(cells.short_name ?? '');
    if (!inList.has(name)) inList.set(name, line);
  }
  const slugs = new Set(register.map(({ slug }) => slug));
  const isGroup = (name: string) => known.has(plainName(name)) || inList.has(plainName(name));
  return rows.map((row) => fateOf(row, { known, inList, slugs, isGroup, labels }));
}

interface Around {
  known: Map<string, RegisterEntry[]>;
  /** The line on which a name stands first. */
  inList: Map<string, number>;
  /** Those that are taken, and given out meanwhile. */
  slugs: Set<string>;
  isGroup(name: string): boolean;
  labels: Record<string, string>;
}

function fateOf({ line, cells }: ListRow, around: Around): Fate<DelegationEntry> {
  const name = cells.short_name ?? '';
  const refused = (code: string, values: Record<string, string | number> = {}) =>
    ({ line, name, fate: 'refused', code, values }) as const;
  if (name === '') return refused('list.name_missing');
  if (name.length > 200 || (cells.formal_name ?? '').length > 200) return refused('people.name_too_long');
  const unseen = nameRefusal(name);
  if (unseen) return refused(typeof unseen === 'string' ? unseen : unseen.code);
  const first = around.inList.get(plainName(name))!;
  if (first !== line) return refused('list.twice', { line: first });
  const entries = around.known.get(plainName(name)) ?? [];
  if (entries.length > 1) return refused('list.ambiguous', { names: entries.map((one) => one.shortName).join(', ') });
  const kind = cells.kind ? kindOf(cells.kind, around.labels) : (entries[0]?.kind ?? null);
  if (!kind) return refused(cells.kind ? 'list.kind_unknown' : 'list.kind_missing', { kind: cells.kind ?? '' });
  const others = namesIn(cells.other_names);
  const held = others.find((other) => (around.known.get(plainName(other)) ?? []).some(({ id }) => id !== entries[0]?.id)); // prettier-ignore
  if (held) return refused('list.other_name_taken', { name: held, holder: around.known.get(plainName(held))![0]!.shortName }); // prettier-ignore
  const groups = namesIn(cells.groups);
  const stranger = groups.find((group) => !around.isGroup(group) || plainName(group) === plainName(name));
  if (stranger) return refused('list.group_unknown', { name: stranger });
  return entries[0] ? compared(entries[0]) : { line, name, fate: 'new', entry: fresh() };

  function fresh(): DelegationEntry {
    const slug = freeSlug(name, around.slugs);
    const same = { slug, shortName: name, formalName: cells.formal_name || name, kind: kind!, groups };
    return { ...same, code: cells.code || null, region: cells.region || null, aliases: others };
  }

  function compared(stands: RegisterEntry): Fate<DelegationEntry> {
    const unlike = (list: string[], held: string[]) => list.filter((one) => !held.some((other) => plainName(other) === plainName(one))); // prettier-ignore
    const entry = {
      ...stands,
      formalName: cells.formal_name || stands.formalName,
      kind: kind!,
      code: cells.code || stands.code,
      region: cells.region || stands.region,
      aliases: [...stands.aliases, ...unlike(others, [stands.shortName, stands.formalName, ...stands.aliases])],
      groups: [...stands.groups, ...unlike(groups, stands.groups)],
    };
    const changes = changesBetween(stands, entry);
    return changes.length === 0 ? { line, name, fate: 'same' } : { line, name, fate: 'differs', id: stands.id, entry, changes }; // prettier-ignore
  }
}

const shown = [
  ['formal_name', (one: DelegationEntry) => one.formalName],
  ['kind', (one: DelegationEntry) => one.kind],
  ['code', (one: DelegationEntry) => one.code ?? ''],
  ['region', (one: DelegationEntry) => one.region ?? ''],
  ['other_names', (one: DelegationEntry) => one.aliases.join(' | ')],
  ['groups', (one: DelegationEntry) => one.groups.join(' | ')],
] as const;

function changesBetween(a: DelegationEntry, b: DelegationEntry): Change[] {
  return shown.map(([column, read]) => ({ column, from: read(a), to: read(b) })).filter(({ from, to }) => from !== to);
}

function kindOf(cell: string, labels: Record<string, string>): DelegationKind | null {
  const wanted = plainName(cell);
  return delegationKinds.find((kind) => kind === wanted || plainName(labels[kind] ?? kind) === wanted) ?? null;
}

function namesIn(cell = ''): string[] {
  return cell.split(between).map((name) => name.trim()).filter(Boolean); // prettier-ignore
}

function freeSlug(name: string, taken: Set<string>): string {
  const plain = slugOf(name);
  let slug = plain;
  for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
  taken.add(slug);
  return slug;
}
