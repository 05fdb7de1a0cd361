export type RoleKind =
  'chairs_office' | 'support_unit' | 'co_chair' | 'rapporteur' | 'general_rapporteur' | 'note_taker';

/** Who is looking or acting: the same thing for a page, an act and an export. `people/access.ts` finds it out. */
export interface Viewer {
  /** The program itself: a job, or someone at the terminal of the machine that holds the data. */
  program: boolean;
  personId: string | null;
  name: string | null;
  roles: { kind: RoleKind; editionId: string; roundtableId: string | null }[];
  delegationIds: string[];
}

export const visitor: Viewer = { program: false, personId: null, name: null, roles: [], delegationIds: [] };

export const program: Viewer = { ...visitor, program: true };
