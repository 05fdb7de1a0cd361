import type { Registered } from '#people/register/queries.ts';
import type { UnderstoodDelegation, UnderstoodRoundtable } from './understanding.ts';

/** Everyone who is named in any part, once, in the order of first mention. */
export function namesIn(roundtables: UnderstoodRoundtable[]): string[] {
  const names = roundtables.flatMap(({ coChairs, statements }) => [
    ...coChairs,
    ...statements.flatMap(({ speakers, onBehalfOf, supportedBy, opposedBy, points }) => [
      ...speakers,
      ...onBehalfOf,
      ...supportedBy,
      ...opposedBy,
      ...points.flatMap((point) => [...point.actors, ...point.onBehalfOf, ...point.supportedBy, ...point.opposedBy]),
    ]),
  ]);
  return [...new Set(names)];
}

/** Each new entry under an address of its own; two names of one entry share it. */
export function withOwnSlugs(
  delegations: UnderstoodDelegation[],
  register: readonly Registered[],
): UnderstoodDelegation[] {
  const holders = new Map(register.map(({ slug, shortName }) => [slug, shortName]));
  return delegations.map((delegation) => {
    if (delegation.as !== 'new') return delegation;
    const { shortName } = delegation;
    let slug = delegation.slug;
    for (let n = 2; holders.has(slug) && holders.get(slug) !== shortName; n += 1) slug = `${delegation.slug}-${n}`;
    holders.set(slug, shortName);
    return { ...delegation, slug };
  });
}
