import { sql, type Kysely } from 'kysely';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import { pointsIn } from '#analysis/queries.ts';
import { holds } from '#people/rules.ts';
import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import type { Viewer } from '#record/viewer.ts';
import type { StatementView } from '#statements/queries.ts';
import { countSetAside } from '#statements/rulings/counts.ts';
import { countStates, ledgerState, listings } from './ledger/rules.ts';
import { headOf, readingView } from './reading.ts';
import { desk, letterAt, mayRead, mayTrace } from './rules.ts';
import { countOffTheRecord, statementsInScope } from './scope.ts';
import { decisionsAbout, dispositionsIn, placesRestingOn, reports, type Place, type ReportRow } from './text-rows.ts';
import type { DecisionView, LedgerLine, LedgerView, Reflection, ReportKind, ReportView } from './views.ts';

/** A roundtable's report of this kind, or its record, or whichever it has; undefined where there is none to be read. */
export async function reportOf(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: { id: string },
  kind?: ReportKind,
): Promise<ReportView | undefined> {
  const report = await readableReport(db, viewer, roundtable, kind);
  return report && readingView(db, viewer, report);
}

/** The same, without its text. */
export async function readableReport(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: { id: string },
  kind?: ReportKind,
): Promise<ReportRow | undefined> {
  const rows = await reports(db)
    .where('report.roundtable_id', '=', roundtable.id)
    .orderBy(sql`array_position(array['record', 'general_rapporteur', 'proceedings', 'cable'], report.kind)`)
    .execute();
  return rows.find((row) => (!kind || row.kind === kind) && mayRead(viewer, row));
}

/** The reports of an edition this viewer may read, in the order of the programme, without their text. */
export async function reportsIn(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const rows = await reports(db).where('roundtable.edition_id', '=', editionId).orderBy(inProgrammeOrder).execute();
  return rows.filter((row) => mayRead(viewer, row)).map(headOf);
}

/** The ledger of a report this viewer may read; undefined where it is not theirs. */
export async function ledgerOf(
  db: Kysely<DB>,
  viewer: Viewer,
  report: { id: string },
): Promise<LedgerView | undefined> {
  const row = await reports(db).where('report.id', '=', report.id).executeTakeFirst();
  return row && mayRead(viewer, row) ? ledgerIn(db, viewer, row) : undefined;
}

/** The ledgers of these reports, for pages that are asked for often: a visitor’s are remembered until the record moves on. */
export async function ledgersFor(
  forum: Forum,
  viewer: Viewer,
  reports: readonly { id: string }[],
): Promise<LedgerView[]> {
  const ledgers = [];
  for (const { id } of reports) {
    const look = () => ledgerOf(forum.db, viewer, { id });
    const isVisitor = viewer.personId === null && !viewer.program;
    ledgers.push(isVisitor ? await remembered(forum, `ledger ${id}`, look) : await look());
  }
  return ledgers.filter((ledger) => ledger !== undefined);
}

/** The ledger of a report that was found to be theirs to read, with the statements as this viewer may see them. */
export async function ledgerIn(db: Kysely<DB>, viewer: Viewer, row: ReportRow): Promise<LedgerView> {
  const inScope = await statementsInScope(db, viewer, row);
  const statements = inScope.filter((statement) => isOnTheRecord(statement) && statement.ruling?.decision !== 'abuse');
  const ids = statements.map(({ id }) => id);
  const restsOn = Map.groupBy(await placesRestingOn(db, ids, row.id), (place) => place.statement_id);
  const decisions = new Map((await dispositionsIn(db, row.id)).map((decision) => [decision.statement_id, decision]));
  const points = Map.groupBy(await pointsIn(db, ids), (point) => point.statementId);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));

  // In a report that names nobody, no line leads from a statement to its sentence.
  const isTraced = mayTrace(viewer, row);
  const inBody = (id: string) => (restsOn.get(id) ?? []).some(({ section }) => !listings.includes(section));
  const lines = statements.map((statement): LedgerLine => {
    const places = restsOn.get(statement.id) ?? [];
    const decision = decisions.get(statement.id);
    const into = decision?.merged_with ? byId.get(decision.merged_with) : undefined;
    const state = ledgerState({
      state: statement.state,
      isCited: inBody(statement.id),
      isListed: places.length > 0,
      isNotRelevant: statement.ruling?.decision === 'not_relevant',
      decided: (decision?.kind ?? null) as 'merged' | 'noted' | 'not_retained' | 'omitted' | null,
      mergedIntoReflected: into !== undefined && inBody(into.id),
    });
    const { id, number, roundtable, kind, speakers, saidAt } = statement;
    const isDecided = decision && decision.kind === state;
    return {
      statement: { id, number, roundtable: roundtable.number, kind, speakers, saidAt },
      state,
      sentences: isTraced || statement.isOwn ? sentencesOnce(places) : [],
      points: pointsCited(
        places.filter(({ section }) => !listings.includes(section)),
        (points.get(id) ?? []).map((point) => point.id),
      ),
      ...(state === 'merged' && into
        ? { mergedWith: { id: into.id, number: into.number, roundtable: into.roundtable.number } }
        : {}),
      ...(isDecided && decision.reason ? { reason: decision.reason } : {}),
      ...(state === 'not_retained' && statement.ruling ? { ruling: rulingOf(statement.ruling) } : {}),
    };
  });
  return {
    report: {
      id: row.id,
      kind: row.kind as ReportKind,
      title: row.title,
      state: row.state,
      roundtable: row.roundtable_number,
    },
    total: lines.length,
    offRecord: await countOffTheRecord(db, row.roundtable_id),
    setAside: await countSetAside(db, row.roundtable_id),
    lines,
    counts: countStates(lines.map((line) => line.state)),
  };
}

function isOnTheRecord(statement: StatementView): boolean {
  return statement.onRecord && statement.state !== 'withheld' && statement.state !== 'draft';
}

function rulingOf({ reason, title, words, at }: NonNullable<StatementView['ruling']>) {
  return { reason, title, words, at };
}

function sentencesOnce(places: Place[]): LedgerLine['sentences'] {
  const seen = new Map(places.map(({ sentence_id, paragraph, place }) => [sentence_id, { paragraph, place }]));
  return [...seen]
    .map(([id, { paragraph, place }]) => ({ id, paragraph, letter: letterAt(place), place }))
    .sort((a, b) => a.paragraph - b.paragraph || a.place - b.place)
    .map(({ place: _, ...sentence }) => sentence);
}

/** A point is in the report when a sentence cites it, or quotes from the very words of its message or its sentence. */
function pointsCited(places: Place[], ids: string[]): LedgerLine['points'] {
  const cited = new Set(places.flatMap(({ points }) => points));
  return { cited: ids.filter((id) => cited.has(id)).length, all: ids.length };
}

/**
 * The sentences that rest on these statements, in reports this viewer may read, by statement. Give it only the ids of
 * statements the viewer may see. A report that names nobody is followed from one's own statements alone: those the
 * viewer wrote, or all of them where `areOwn` says that whoever asks holds their receipt.
 */
export async function reflectionsOf(
  db: Kysely<DB>,
  viewer: Viewer,
  statementIds: readonly string[],
  { areOwn = false }: { areOwn?: boolean } = {},
): Promise<Map<string, Reflection[]>> {
  if (statementIds.length === 0) return new Map();
  const places = await placesRestingOn(db, statementIds, null);
  const own = areOwn ? new Set(statementIds) : await writtenBy(db, viewer, statementIds);
  const readable = await readableReports(
    db,
    viewer,
    places.map((place) => place.report_id),
  );
  const reflections = places.flatMap((place) => {
    const report = readable.get(place.report_id);
    if (!report || listings.includes(place.section)) return [];
    if (!mayTrace(viewer, report) && !own.has(place.statement_id)) return [];
    const mayQuote = !place.is_hidden || isDeskOf(viewer, report);
    const sentence = { id: place.sentence_id, text: place.text };
    const { statement_id, paragraph } = place;
    const quotation = mayQuote ? place.quotation : null;
    return [{ statement_id, report: shortOf(report), paragraph, letter: letterAt(place.place), sentence, quotation }];
  });
  return byStatement(reflections);
}

/** Those of these statements that this viewer wrote: everyone may follow their own. */
async function writtenBy(db: Kysely<DB>, { personId }: Viewer, ids: readonly string[]): Promise<Set<string>> {
  if (!personId) return new Set();
  const rows = await db
    .selectFrom('statement')
    .select('id')
    .where('author_id', '=', personId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What reports this viewer may read have decided about these statements, by statement. */
export async function dispositionsOf(
  db: Kysely<DB>,
  viewer: Viewer,
  statementIds: readonly string[],
): Promise<Map<string, DecisionView[]>> {
  if (statementIds.length === 0) return new Map();
  const decisions = await decisionsAbout(db, statementIds);
  const readable = await readableReports(
    db,
    viewer,
    decisions.map((decision) => decision.report_id),
  );
  const views = decisions.flatMap(({ statement_id, report_id, kind, reason, at, merged_with, number, roundtable }) => {
    const report = readable.get(report_id);
    const mergedWith = merged_with ? { id: merged_with, number: number!, roundtable: roundtable! } : null;
    return report
      ? [{ statement_id, report: shortOf(report), kind: kind as DecisionView['kind'], reason, at, mergedWith }]
      : [];
  });
  return byStatement(views);
}

function byStatement<T extends { statement_id: string }>(rows: T[]): Map<string, Omit<T, 'statement_id'>[]> {
  const grouped = new Map<string, Omit<T, 'statement_id'>[]>();
  for (const { statement_id, ...view } of rows) grouped.set(statement_id, [...(grouped.get(statement_id) ?? []), view]);
  return grouped;
}

async function readableReports(db: Kysely<DB>, viewer: Viewer, ids: string[]): Promise<Map<string, ReportRow>> {
  const rows = await reports(db)
    .where('report.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.filter((row) => mayRead(viewer, row)).map((row) => [row.id, row]));
}

function shortOf(row: ReportRow): Reflection['report'] {
  const { id, kind, title, state, roundtable } = headOf(row);
  return { id, kind, title, state, roundtable: roundtable.number };
}

function isDeskOf(viewer: Viewer, report: ReportRow): boolean {
  return holds(viewer, desk, { editionId: report.edition_id, roundtableId: report.roundtable_id });
}
