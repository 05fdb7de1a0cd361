import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { countToPublish } from '#followup/queries.ts';
import type { Code } from '#messages/say.ts';
import { countToPassOn } from '#mail/queries.ts';
import type { Forum } from '#record/forum.ts';
import { countAsked } from '#people/credentials/queries.ts';
import { countCorrections } from '#notes/corrections/queries.ts';
import { noteTakers } from '#notes/rules.ts';
import { countLineCorrections } from '#report/corrections/queries.ts';
import { keepers, reporters } from '#people/rules.ts';
import { desk as reportDesk } from '#report/rules.ts';
import { countReportsWaiting } from '#report/waiting.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';
import { countErasureRequests } from '#statements/erasure/queries.ts';
import { countAppeals, countAwaiting } from '#statements/rulings/queries.ts';

/** A place where something is decided. */
export interface Place {
  /** A message that may take {count}: “{count, plural, =0 {No comment awaits a ruling} one {One comment awaits …} …}”. */
  title: Code;
  /** Below the edition's address. */
  address: string;
  /** Who works there: on the edition, or on any of its roundtables. */
  roles: readonly RoleKind[];
  /** How many things await a decision there; left out where nothing ever waits. */
  count?(db: Kysely<DB>, viewer: Viewer, editionId: string, forum: Forum): Promise<number>;
}

/** Of interventions, and of lines of reports. */
async function countAllCorrections(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  return (await countCorrections(db, viewer, editionId)) + (await countLineCorrections(db, viewer, editionId));
}

/** Every place of the desk, in the order of a day's work, one line each. */
export const places: readonly Place[] = [
  { title: 'floor.desk.place', address: '/desk/floor', roles: ['co_chair', 'chairs_office', 'support_unit'] },
  { title: 'desk.place.rulings', address: '/desk/rulings', roles: ['chairs_office', 'support_unit', 'co_chair', 'rapporteur', 'general_rapporteur'], count: countAwaiting }, // prettier-ignore
  { title: 'desk.place.appeals', address: '/desk/rulings/appeals', roles: ['chairs_office'], count: countAppeals },
  { title: 'desk.place.practices', address: '/desk/practices', roles: ['support_unit', 'chairs_office'], count: countToPublish }, // prettier-ignore
  { title: 'corrections.desk', address: '/desk/corrections', roles: reporters, count: countAllCorrections },
  { title: 'notes.desk', address: '/desk/notes', roles: noteTakers },
  { title: 'desk.place.report', address: '/desk/report', roles: reportDesk, count: (db, viewer, edition, { now }) => countReportsWaiting(db, viewer, edition, now()) }, // prettier-ignore
  { title: 'points.desk', address: '/desk/points', roles: reporters },
  { title: 'rec.desk', address: '/desk/recommendations', roles: [...reporters, 'co_chair'] },
  { title: 'mail.desk.place', address: '/desk/mail', roles: ['support_unit'], count: countToPassOn },
  { title: 'accounts.title', address: '/desk/accounts', roles: ['chairs_office', 'support_unit'] },
  { title: 'desk.place.credentials', address: '/desk/credentials', roles: keepers, count: countAsked },
  { title: 'desk.place.programme', address: '/desk/programme', roles: keepers },
  { title: 'desk.place.register', address: '/desk/register', roles: keepers },
  { title: 'desk.place.erasure', address: '/desk/erasure', roles: ['support_unit'], count: countErasureRequests },
];
