import { capacities, ranks, usualRank, type Capacity, type Rank } from '#people/credentials/rules.ts';
import { nameRefusal } from '#people/names/rules.ts';
import { plainName } from '#people/register/rules.ts';
import type { ListRow } from './read.ts';
import type { Change, Fate } from './rules.ts';

export interface PersonEntry {
  name: string;
  title: string | null;
  function: string | null;
  delegationId: string | null;
  capacity: Capacity;
  rank: Rank;
}

/** Someone who has to do with the edition already, once for each delegation they speak for. */
export type KnownPerson = PersonEntry & { id: string; delegation: string | null };

interface Known {
  people: readonly KnownPerson[];
  /** Every name on the register, plain, and whose it is. */
  delegations: ReadonlyMap<string, { id: string; name: string }>;
  /** The capacities and ranks in words. */
  labels?: Record<string, string>;
}

/**
 * The fate of each row of a list of persons. A row is about whoever goes by the name in the same delegation; somebody of
 * that name elsewhere in the edition is left to a person's judgement. An empty cell changes nothing.
 */
export function fatesOfPersons(rows: readonly ListRow[], known: Known): Fate<PersonEntry>[] {
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const key = `${plainName(row.cells.name ?? '')} ${plainName(row.cells.delegation ?? '')}`;
    const first = lines.get(key) ?? row.line;
    lines.set(key, first);
    return fateOf(row, first, known);
  });
}

function fateOf({ line, cells }: ListRow, first: number, known: Known): Fate<PersonEntry> {
  const name = cells.name ?? '';
  const refused = (code: string, values: Record<string, string | number> = {}) =>
    ({ line, name, fate: 'refused', code, values }) as const;
  if (name === '') return refused('list.name_missing');
  if (name.length > 200) return refused('people.name_too_long');
  if ((cells.title ?? '').length > 100) return refused('people.title_too_long');
  if ((cells.function ?? '').length > 200) return refused('people.function_too_long');
  const unseen = nameRefusal(name);
  if (unseen) return refused(typeof unseen === 'string' ? unseen : unseen.code);
  if (first !== line) return refused('list.twice', { line: first });
  const delegation = cells.delegation ? known.delegations.get(plainName(cells.delegation)) : undefined;
  if (cells.delegation && !delegation) return refused('list.delegation_unknown', { name: cells.delegation });
  const capacity = oneOf(capacities, cells.capacity, known.labels);
  if (cells.capacity && !capacity) return refused('list.capacity_unknown', { capacity: cells.capacity });
  const rank = oneOf(ranks, cells.rank, known.labels);
  if (cells.rank && !rank) return refused('list.rank_unknown', { rank: cells.rank });
  const namesakes = known.people.filter((person) => plainName(person.name) === plainName(name));
  const same = namesakes.filter((person) => person.delegationId === (delegation?.id ?? null));
  const stands = same[0] ?? (delegation ? undefined : namesakes[0]);
  if (!stands && namesakes[0]) return refused('list.namesake', { delegation: namesakes[0].delegation ?? '–' });
  const as = capacity ?? stands?.capacity ?? 'delegate';
  const entry: PersonEntry = {
    name: stands?.name ?? name,
    title: cells.title || stands?.title || null,
    function: cells.function || stands?.function || null,
    delegationId: stands?.delegationId ?? delegation?.id ?? null,
    capacity: as,
    rank: rank ?? stands?.rank ?? usualRank(as),
  };
  if (!stands) return { line, name, fate: 'new', entry };
  const changes = changesBetween(stands, entry);
  return changes.length === 0
    ? { line, name, fate: 'same' }
    : { line, name, fate: 'differs', id: stands.id, entry, changes };
}

function changesBetween(a: PersonEntry, b: PersonEntry): Change[] {
  return (['title', 'function', 'capacity', 'rank'] as const)
    .map((column) => ({ column, from: a[column] ?? '', to: b[column] ?? '' }))
    .filter(({ from, to }) => from !== to);
}

/** The one of them that a cell names, by its code or in words; undefined where it is empty or names none. */
function oneOf<T extends string>(codes: readonly T[], cell = '', labels: Record<string, string> = {}): T | undefined {
  const wanted = plainName(cell).replace(/[\s-]+/g, '_');
  return codes.find((one) => one === wanted || plainName(labels[one] ?? one) === plainName(cell));
}
