import type { RoleKind, Viewer } from '#record/viewer.ts';

/** What a delegation can be, in the order a list offers it. */
export const delegationKinds = [
  'state',
  'observer',
  'group',
  'un',
  'treaty_body',
  'igo',
  'civil',
  'diaspora',
  'faith',
  'union',
  'association',
  'firm',
  'city',
  'academia',
  'youth',
  'individual',
] as const;

export type DelegationKind = (typeof delegationKinds)[number];

/** Where a role is asked for: an edition, and the roundtable in it where there is one. */
export interface Place {
  editionId: string;
  roundtableId?: string | null;
}

/**
 * A role on the edition reaches all its roundtables; a role on a roundtable reaches that one alone. The program itself
 * – a job, or whoever sits at the machine that holds the data – holds every role.
 */
export function holds(viewer: Viewer, kinds: readonly RoleKind[], place: Place): boolean {
  if (viewer.program) return true;
  return viewer.roles.some(
    (role) =>
      kinds.includes(role.kind) &&
      role.editionId === place.editionId &&
      (role.roundtableId === null || role.roundtableId === place.roundtableId),
  );
}

/** The offices that prepare and run a forum, and so see what the public does not. */
export const offices = ['chairs_office', 'support_unit'] as const satisfies readonly RoleKind[];

/** The same offices where the programme and the register are kept: there the support unit comes first. */
export const keepers = ['support_unit', 'chairs_office'] as const satisfies readonly RoleKind[];

export const reporters = ['rapporteur', 'general_rapporteur', ...offices] as const satisfies readonly RoleKind[];

/** Whether there is a desk for this person in an edition: for whoever holds an office there, wherever in it. */
export function hasDesk(viewer: Viewer, editionId: string): boolean {
  return viewer.program || viewer.roles.some((role) => role.editionId === editionId);
}

export function roleRefusal(viewer: Viewer, kinds: readonly RoleKind[], place: Place): RoleRefusal | null {
  return holds(viewer, kinds, place) ? null : { code: 'act.not_yours', values: { office: kinds[0]! } };
}

/** Whoever holds an office in one edition may open the next: it is how a forum goes on from year to year. */
export function openingRefusal(viewer: Viewer): RoleRefusal | null {
  const mayOpen = viewer.program || viewer.roles.some(({ kind }) => (offices as readonly RoleKind[]).includes(kind));
  return mayOpen ? null : { code: 'act.not_yours', values: { office: 'support_unit' } };
}

interface RoleRefusal {
  code: 'act.not_yours';
  values: { office: RoleKind };
}
