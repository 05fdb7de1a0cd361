import type { Actor } from '#engine/types.ts';
import type { Registered } from '#people/register/queries.ts';
import { delegationKinds, type DelegationKind } from '#people/rules.ts';
import type { UnderstoodDelegation } from './understanding.ts';

type Known = (name: string) => Actor | undefined;

/**
 * Who is meant by a name: the register's entry under any of its names, else a new entry as the engine's own register of
 * actors has it, else the bare name. Case and a leading "the" make no difference. "Committee on Migrant Workers (Chair)"
 * is the committee; "Ana Ruiz (UNAOC)" speaks for UNAOC; "Co-Chair Ana Ruiz (Norway)" speaks for nobody but herself.
 */
export function whoIs(name: string, register: readonly Registered[], known: Known): UnderstoodDelegation {
  const whole = held(name, register, known);
  const [, before, within] = /^(.+?) \(([^()]+)\)$/.exec(name) ?? [];
  if (whole || !before || !within) return whole ? { ...whole, name } : unknown(name);
  const body = held(before, register, known);
  if (body) return { ...body, name, function: within };
  const home = held(within, register, known);
  const represents = home && home.kind !== 'state' && home.kind !== 'observer';
  return represents ? { ...home, name, person: before } : { ...unknown(name), person: before, function: within };
}

function held(name: string, register: readonly Registered[], known: Known): UnderstoodDelegation | null {
  const actor = known(name);
  const entry =
    entryNamed(register, [name]) ??
    (actor && entryNamed(register, [actor.name, actor.formalName, actor.code, ...actor.aliases]));
  if (entry) return registered(name, entry);
  return actor && actor.kind !== 'role' ? fresh(name, actor) : null;
}

/** A name taken for an entry of the register, given by its slug or any of its names; null where there is no such entry. */
export function takenFor(name: string, meant: string, register: readonly Registered[]): UnderstoodDelegation | null {
  const entry = register.find(({ slug }) => slug === meant) ?? entryNamed(register, [meant]);
  return entry ? registered(name, entry) : null;
}

/** "new:city" makes an entry of that kind, "named" keeps the bare name; null for anything else. */
export function registeredAs(was: UnderstoodDelegation, wanted: string): UnderstoodDelegation | null {
  const bare = { ...unknown(was.name), person: was.person, function: was.function };
  if (wanted === 'named') return bare;
  const kind = /^new:(\w+)$/.exec(wanted)?.[1];
  const known = delegationKinds.find((one) => one === kind);
  return known ? { ...bare, as: 'new', kind: known } : null;
}

function entryNamed(register: readonly Registered[], names: (string | undefined)[]): Registered | undefined {
  for (const name of names) {
    if (!name) continue;
    const wanted = plain(name);
    const entry = register.find((one) => namesOf(one).some((other) => plain(other) === wanted));
    if (entry) return entry;
  }
  return undefined;
}

function namesOf({ shortName, formalName, code, aliases, slug }: Registered): string[] {
  return [shortName, formalName, slug, ...(code ? [code] : []), ...aliases];
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function registered(name: string, { aliases: _, ...entry }: Registered): UnderstoodDelegation {
  return { name, as: 'registered', ...entry, person: null, function: null };
}

function fresh(name: string, actor: Actor): UnderstoodDelegation {
  return {
    name,
    as: 'new',
    slug: slugOf(actor.name),
    shortName: actor.name,
    formalName: actor.formalName ?? actor.name,
    kind: actor.kind as DelegationKind,
    code: actor.code ?? null,
    region: actor.region ?? null,
    person: null,
    function: null,
  };
}

function unknown(name: string): UnderstoodDelegation {
  return {
    name,
    as: 'named',
    slug: slugOf(name),
    shortName: name,
    formalName: name,
    kind: 'individual',
    code: null,
    region: null,
    person: null,
    function: null,
  };
}

/** Letters, digits and hyphens for an address: "Côte d’Ivoire" → "cote-d-ivoire". A name without any gives "entry". */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'entry';
}
