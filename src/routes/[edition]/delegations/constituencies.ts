/** The constituencies of a forum, in the order in which it usually lists them. */
export const constituencies = ['states', 'organisations', 'civil', 'unions', 'firms', 'cities', 'academia'] as const;

export type Constituency = (typeof constituencies)[number];

const byKind: Record<string, Constituency> = {
  state: 'states',
  observer: 'states',
  group: 'states',
  un: 'organisations',
  treaty_body: 'organisations',
  igo: 'organisations',
  union: 'unions',
  firm: 'firms',
  city: 'cities',
  academia: 'academia',
  individual: 'academia',
};

/** Migrant and diaspora organisations, religious communities, associations and youth are civil society. */
export function constituencyOf(kind: string): Constituency {
  return byKind[kind] ?? 'civil';
}

/** The kinds of delegation that make up a constituency; null for anything that is none. */
export function kindsOf(constituency: string): string[] | null {
  if (!(constituencies as readonly string[]).includes(constituency)) return null;
  return constituency === 'civil'
    ? ['civil', 'diaspora', 'faith', 'association', 'youth']
    : Object.keys(byKind).filter((kind) => byKind[kind] === constituency);
}

/** Regions by name, each with its delegations; those of no region, such as organisations of the whole world, come last. */
export function regionsOf<T extends { region: string | null }>(
  delegations: readonly T[],
): { region: string | null; members: T[] }[] {
  const byRegion = Map.groupBy(delegations, ({ region }) => region);
  const named = [...byRegion.keys()].filter((region) => region !== null).sort((a, b) => a.localeCompare(b, 'en'));
  const order = byRegion.has(null) ? [...named, null] : named;
  return order.map((region) => ({ region, members: byRegion.get(region)! }));
}
