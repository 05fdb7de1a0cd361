import type { RoleKind } from '#record/viewer.ts';

/** Who says which outsiders are asked to vouch for the record. */
export const mayNameWitness = ['chairs_office'] as const satisfies readonly RoleKind[];
