import type { DelegationKind } from '#people/rules.ts';

/** The constituency of a delegation, as its tag draws it. `none` is someone unidentified. */
export type Kind = DelegationKind | 'none';

export type Tag = { name: string; kind: Kind; href?: string };

export type Link = { text: string; href: string };
