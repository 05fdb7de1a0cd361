import { holds, type Place } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';

/** Only the Chair's office makes somebody part of it, or takes that back, once there is one: nobody else can take it over. */
export function chairsOfficeRefusal(viewer: Viewer, kind: RoleKind, place: Place, holders: number): Reason | null {
  if (kind !== 'chairs_office' || holders === 0 || holds(viewer, ['chairs_office'], place)) return null;
  return { code: 'act.not_yours', values: { office: 'chairs_office' } };
}

/** A forum without a Chair's office could rule on nothing, and nobody could give it one. */
export function lastHolderRefusal(kind: string, holders: number): Reason | null {
  return kind === 'chairs_office' && holders <= 1 ? 'role.last_chairs_office' : null;
}
