import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { capacities, type Capacity, type Signatory } from './rules.ts';

/** Those who hold an office by which this report is signed: its roundtable's, and who writes its kind of report. */
export async function signatories(
  db: Kysely<DB>,
  report: { kind: string; edition_id: string; roundtable_id: string },
): Promise<Signatory[]> {
  const writer = report.kind === 'record' ? 'rapporteur' : 'general_rapporteur';
  const rows = await db
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select(['person.id as person', 'person.name', 'role.kind as capacity'])
    .distinct()
    .where('role.edition_id', '=', report.edition_id)
    .where('role.roundtable_id', '=', report.roundtable_id)
    .where('role.kind', 'in', ['co_chair', writer])
    .orderBy('role.kind')
    .orderBy('person.name')
    .execute();
  return rows.map((row) => ({ ...row, capacity: row.capacity as Capacity }));
}

export interface Signature extends Signatory {
  digest: string;
  at: Date;
}

/** Every signature under a report, whichever text it was put under. */
export async function signaturesUnder(db: Kysely<DB>, reportId: string): Promise<Signature[]> {
  const rows = await db
    .selectFrom('sign_off')
    .innerJoin('person', 'person.id', 'sign_off.person_id')
    .select(['person.id as person', 'person.name', 'capacity', 'digest', 'at'])
    .where('report_id', '=', reportId)
    .where('capacity', 'in', capacities)
    .orderBy('at')
    .orderBy('capacity')
    .execute();
  return rows.map((row) => ({ ...row, capacity: row.capacity as Capacity }));
}

/** The versions of a report, without their text. */
export function versions(db: Kysely<DB>, reportId: string) {
  return db
    .selectFrom('report_version as version')
    .leftJoin('person', 'person.id', 'version.by_id')
    .select([
      'version.id',
      'version.number',
      'occasion',
      'version.corrigendum',
      'version.title',
      'digest',
      'version.at',
    ])
    .select('person.name as by')
    .where('version.report_id', '=', reportId)
    .orderBy('version.number');
}

/** How many corrigenda a report has been given. */
export async function lastCorrigendum(db: Kysely<DB>, reportId: string): Promise<number> {
  const { last } = await db
    .selectFrom('report_version')
    .select(({ fn }) => fn.max('corrigendum').as('last'))
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
