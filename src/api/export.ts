import { stringify } from 'csv-stringify/sync';
import { pointsIn } from '#analysis/queries.ts';
import { practicesIn } from '#followup/queries.ts';
import { delegationsIn } from '#people/queries.ts';
import { editionCalled, programmeOf } from '#programme/queries.ts';
import type { Forum } from '#record/forum.ts';
import { found } from '#record/refusals.ts';
import { carriedLines } from '#record/tree/carried.ts';
import type { Viewer } from '#record/viewer.ts';
import { inert } from '#report/export/table.ts';
import { ledgerOf, reportOf, reportsIn } from '#report/queries.ts';
import { statementsOf } from '#statements/queries.ts';
import { wordsShown } from '#statements/words-shown.ts';
import { rulingCounts } from './ruling-counts.ts';
import {
  editionView,
  ledgerView,
  pointView,
  practiceView,
  reportView,
  roundtableView,
  statementView,
} from './views.ts';

export const tables = ['statements', 'points', 'delegations', 'ledger'] as const;
export type Table = (typeof tables)[number];

/**
 * Everything a viewer may see of an edition, as JSON in pieces: a roundtable at a time is looked up and sent, so that a
 * large edition is never in memory at once. At its end the lines of the record about it, with the signed head over them.
 */
export async function* exported(forum: Forum, viewer: Viewer, slug: string): AsyncGenerator<string> {
  const { db } = forum;
  const edition = found(await editionCalled(db, slug), 'edition');
  const home = `${forum.origin}/${edition.slug}`;
  const programme = await programmeOf(db, edition.id);
  const numbers = new Map(programme.map(({ id, number }) => [id, number]));
  const about = {
    edition: editionView(edition, home),
    exportedAt: forum.now().toISOString(),
    sequence: (await db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow()).sequence,
    delegations: await delegationRows(forum, edition.id, home),
    practices: (await practicesIn(db, viewer, edition.id)).map((practice) => practiceView(practice, home)),
    rulings: await rulingCounts(db, viewer, edition.id),
  };
  yield `${JSON.stringify(about).slice(0, -1)},"roundtables":[`;
  const words = wordsShown();
  for (const [i, roundtable] of programme.entries()) {
    const statements = await statementsOf(db, viewer, roundtable);
    for (const { body, ...one } of statements)
      if (body !== null) words.add({ ...one, key: `${roundtable.number}/${one.number}`, body });
    const report = await reportOf(db, viewer, roundtable);
    const ledger = report && (await ledgerOf(db, viewer, report));
    const whole = {
      ...roundtableView(roundtable, (roundtable.parentId && numbers.get(roundtable.parentId)) || null, home),
      said: statements.map((statement) => statementView(statement, home)),
      points: await pointRows(forum, statements),
      report: report ? reportView(report, home) : null,
      ledger: ledger ? { offRecord: ledger.offRecord, lines: ledger.lines.map(ledgerView) } : null,
    };
    yield `${i > 0 ? ',' : ''}\n${JSON.stringify(whole)}`;
  }
  yield '],"record":';
  yield* carriedLines(forum, { editionId: edition.id }, words.opening);
  yield '}\n';
}

/** One of the tables as CSV (RFC 4180, in UTF-8 with a mark so that spreadsheets see it), a roundtable at a time. */
export async function* exportedTable(forum: Forum, viewer: Viewer, slug: string, table: Table): AsyncGenerator<string> {
  const edition = found(await editionCalled(forum.db, slug), 'edition');
  const home = `${forum.origin}/${edition.slug}`;
  let isFirst = true;
  yield '\uFEFF';
  for await (const rows of rowsOf(forum, viewer, edition.id, home, table)) {
    if (rows.length === 0) continue;
    yield stringify(rows.map(flat), { header: isFirst, record_delimiter: '\r\n' });
    isFirst = false;
  }
}

type Row = Record<string, unknown>;

async function* rowsOf(
  forum: Forum,
  viewer: Viewer,
  editionId: string,
  home: string,
  table: Table,
): AsyncGenerator<Row[]> {
  const { db } = forum;
  if (table === 'delegations') yield await delegationRows(forum, editionId, home);
  else if (table === 'ledger')
    for (const report of await reportsIn(db, viewer, editionId)) {
      const ledger = await ledgerOf(db, viewer, report);
      yield (ledger?.lines ?? []).map((line) => ({ report: report.roundtable.number, ...ledgerView(line) }));
    }
  else
    for (const roundtable of await programmeOf(db, editionId)) {
      const statements = await statementsOf(db, viewer, roundtable);
      yield table === 'points'
        ? await pointRows(forum, statements)
        : statements.map((statement) => statementView(statement, home));
    }
}

async function delegationRows({ db }: Forum, editionId: string, home: string) {
  return (await delegationsIn(db, editionId)).map(({ slug, name, kind, region, statements }) => {
    return { slug, name, kind, region, statements: Number(statements ?? 0), page: `${home}/delegations/${slug}` };
  });
}

async function pointRows({ db }: Forum, statements: Awaited<ReturnType<typeof statementsOf>>) {
  const readable = new Map(statements.filter(({ body }) => body !== null).map((one) => [one.id, one]));
  const points = await pointsIn(db, [...readable.keys()]);
  return points
    .filter(({ statementId, revision }) => readable.get(statementId)!.revision === revision)
    .map((point) => pointView(point, readable.get(point.statementId)!));
}

/** A row of plain cells: names where there are people and delegations, lists with semicolons. */
function flat(row: Row): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name === 'translation' || name === 'ruling')
      for (const part of parts[name]) cells[`${name}_${part}`] = cell((value as Row | null)?.[part]);
    else cells[name] = cell(value);
  }
  return cells;
}

const parts = { translation: ['language', 'body'], ruling: ['decision', 'reason'] } as const;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return inert(value.map(inWords).join('; '));
  return typeof value === 'number' ? String(value) : inert(inWords(value));
}

function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { part, person, delegation, name, paragraph, letter, roundtable, number, cited, all } = value as Row;
  if (paragraph !== undefined) return `${paragraph}${letter}`;
  if (cited !== undefined) return `${cited} of ${all}`;
  if (roundtable !== undefined) return `${roundtable}/${number}`;
  const who = [person, (delegation as Row | null)?.name].filter(Boolean).join(', ') || String(name ?? '');
  return part && part !== 'speaker' && part !== 'actor' ? `${who} (${String(part).replaceAll('_', ' ')})` : who;
}
