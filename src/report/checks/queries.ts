import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { registerFor } from '#analysis/register.ts';
import { holds } from '#people/rules.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { usualScale } from '#report/quantifier.ts';
import { readingView } from '#report/reading.ts';
import { recordToDraft } from '#report/record-to-draft.ts';
import { desk } from '#report/rules.ts';
import { roundtablesUnder, statementsInScope } from '#report/scope.ts';
import { reports, type ReportRow } from '#report/text-rows.ts';
import type { ReportView } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import { check } from './checks.ts';
import type { Checked, Finding, Sources } from './finding.ts';
import { storedReport } from './stored.ts';

export interface ReportChecked {
  report: ReportView;
  findings: Finding[];
}

/** What the checks find in a report, for those who write it and those who chair; undefined for anybody else. */
export async function findingsIn(
  db: Kysely<DB>,
  viewer: Viewer,
  report: { id: string },
): Promise<ReportChecked | undefined> {
  const row = await reports(db).where('report.id', '=', report.id).executeTakeFirst();
  if (!row || !holds(viewer, desk, { editionId: row.edition_id, roundtableId: row.roundtable_id })) return undefined;
  const view = await readingView(db, program, row);
  return { report: view, findings: check(await checkedOf(db, row, view)) };
}

/** Everything the checks of a report look at; the report as the program reads it, names and all. */
export async function checkedOf(db: Kysely<DB>, row: ReportRow, view: ReportView): Promise<Checked> {
  const { sources, scale } = await sourcesOf(db, row);
  return { report: storedReport(view), sources, register: await registerFor(db), scale };
}

/** The record that a roundtable's report is held against: its own, and that of the roundtables under it. */
export async function sourcesOf(db: Kysely<DB>, of: { id?: string; roundtable_id: string }) {
  const said = await statementsInScope(db, program, of);
  const views = new Map(said.map((statement) => [statement.id, statement]));
  const sources: Sources = {
    statements: [],
    offRecord: said.filter(isSecret).map(secret),
    programme: [],
    coChairs: [],
  };
  let scale = usualScale;
  for (const { id } of await roundtablesUnder(db, of)) {
    const record = await recordToDraft(db, id, null);
    scale = record.scale ?? scale;
    const { number, title, room } = record.roundtable;
    sources.coChairs.push(...record.coChairs);
    sources.programme.push(title, ...(room ? [room] : []), ...record.questions.map(({ text }) => text));
    for (const statement of record.statements) {
      const view = views.get(statement.id)!;
      sources.statements.push({ ...statement, roundtable: number, people: peopleOf(view) });
    }
  }
  const edition = await editionOf(db, of.roundtable_id);
  sources.programme.push(edition.name, edition.short_name, ...(edition.place ? [edition.place] : []));
  return { sources, scale };
}

function isSecret({ onRecord, state }: StatementView): boolean {
  return !onRecord || state === 'withheld';
}

function secret({ number, body }: StatementView) {
  return { number, body: body ?? '' };
}

function peopleOf({ speakers }: StatementView) {
  return speakers.flatMap(({ part, person, function: office }) =>
    part === 'speaker' && person ? [{ name: person, function: office }] : [],
  );
}

function editionOf(db: Kysely<DB>, roundtableId: string) {
  return db
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['edition.name', 'edition.short_name', 'edition.place'])
    .where('roundtable.id', '=', roundtableId)
    .executeTakeFirstOrThrow();
}
