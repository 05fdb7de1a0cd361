import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { programmeOf, type RoundtableView } from '#programme/queries.ts';
import type { Forum } from '#record/forum.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { ledgerIn, readableReport } from '#report/queries.ts';
import { readingView } from '#report/reading.ts';
import { policyOf } from '#report/rules.ts';
import { corrigendaOf, type CorrigendumView } from '#report/versions/corrigenda.ts';
import { standingSignatures } from '#report/versions/standing.ts';
import type { Signature } from '#report/versions/rows.ts';
import { statementsCitedIn, statementsInScope } from '#report/scope.ts';
import { gatherRecommendations, type GatheredRecommendation } from './recommendations.ts';
import type { LedgerView, ReportKind, ReportView } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import { isForTheRoom } from '#statements/rules.ts';

/** A report and all that is printed with it, read once. */
export interface Gathered {
  edition: Awaited<ReturnType<typeof editionOf>>;
  report: ReportView;
  ledger: LedgerView;
  programme: RoundtableView[];
  /** The roundtables it covers: its own and those under it. */
  scope: RoundtableView[];
  /** What was said in its scope and may be seen, and after it what it cites from elsewhere. */
  statements: StatementView[];
  recommendations: GatheredRecommendation[];
  /** Under the text as it stands. */
  signed: Signature[];
  corrigenda: CorrigendumView[];
  /** Of the record's last line. */
  sequence: number;
  /** The edition's address. */
  home: string;
}

/**
 * What goes into a file, or undefined where this viewer may not read the report. Who may have the file is decided by the
 * viewer; what stands in it is not: everything in it is as a visitor sees it and as the report's own policy names people,
 * because a file is passed on.
 */
export async function gather(
  forum: Forum,
  viewer: Viewer,
  roundtable: { id: string },
  kind?: ReportKind,
): Promise<Gathered | undefined> {
  const { db, live, origin } = forum;
  const { sequence } = live;
  const row = await readableReport(db, viewer, roundtable, kind);
  if (!row) return undefined;
  const edition = await editionOf(db, row.edition_id);
  const programme = await programmeOf(db, row.edition_id);
  const inScope = await statementsInScope(db, visitor, row);
  const cited = await statementsCitedIn(db, visitor, row);
  const here = new Set(inScope.map(({ id }) => id));
  const scope = programme.filter(({ id, parentId }) => id === row.roundtable_id || parentId === row.roundtable_id);
  const isNamed = policyOf(row) === 'attributed';
  const given = [...inScope, ...[...cited.values()].filter(({ id }) => !here.has(id))];
  const statements = isNamed ? given : given.map(withoutSpeakers);
  const gathered = {
    edition,
    programme,
    sequence,
    recommendations: await gatherRecommendations(db, scope, statements, isNamed),
    report: await readingView(db, visitor, row),
    ledger: await ledgerIn(db, visitor, row),
    scope,
    statements,
    signed: await standingSignatures(db, row),
    corrigenda: await corrigendaOf(db, visitor, row),
    home: `${origin}/${edition.slug}`,
  };
  return isNamed ? gathered : unnamed(gathered);
}

function editionOf(db: Kysely<DB>, id: string) {
  return db.selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Words spoken may tell who spoke them; what was written for everyone to read may not be taken back. */
function withoutWords({ mode }: StatementView): Partial<StatementView> {
  return isForTheRoom({ mode }, { attribution: 'not_attributed' })
    ? { body: null, translation: null, quotations: [] }
    : {};
}

function withoutSpeakers(statement: StatementView): StatementView {
  return { ...statement, speakers: [], ...withoutWords(statement) };
}

/** The report's policy may be stricter than its roundtable's. */
function unnamed(gathered: Gathered): Gathered {
  const { report, ledger } = gathered;
  const nobody = { speakers: [] };
  return {
    ...gathered,
    ledger: {
      ...ledger,
      lines: ledger.lines.map((line) => ({ ...line, statement: { ...line.statement, ...nobody } })),
    },
    report: {
      ...report,
      paragraphs: report.paragraphs.map((paragraph) => ({
        ...paragraph,
        sentences: paragraph.sentences.map((sentence) => ({
          ...sentence,
          citations: sentence.citations.map((citation) => ({
            ...citation,
            statement: citation.statement && { ...citation.statement, ...nobody },
            count: citation.count && { ...citation.count, delegations: [], against: [], silent: [] },
          })),
        })),
      })),
    },
  };
}
