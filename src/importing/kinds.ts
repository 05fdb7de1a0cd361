import type { ActorKind } from '#engine/types.ts';

/** The kinds a delegation can be registered as: the engine's actors without mere roles. */
export type DelegationKind = Exclude<ActorKind, 'role'>;

/** The kinds, in the order a list offers them. */
export const kinds: Record<DelegationKind, true> = {
  state: true,
  observer: true,
  group: true,
  un: true,
  treaty_body: true,
  igo: true,
  civil: true,
  diaspora: true,
  faith: true,
  union: true,
  association: true,
  firm: true,
  city: true,
  academia: true,
  youth: true,
  individual: true,
};
