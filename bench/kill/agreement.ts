import { sql } from 'kysely';
import { sentenceOf } from '#cli/verdict.ts';
import { shapesOf } from '#db/shape.ts';
import { snapshotOf } from '#keeping/snapshot.ts';
import { verify } from '#keeping/verifying/verify.ts';
import { openRapporteur } from '#open.ts';
import { viewerOf } from '#people/access.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { readCheckpoint, type Checkpoint } from '#record/tree/checkpoint.ts';
import { program } from '#record/viewer.ts';
import { enterReport } from '#report/acts.ts';
import { ledgerOf } from '#report/queries.ts';
import { readSettings } from '#settings.ts';
import type { Written } from './writing.ts';

/**
 * Everything that does not agree, in words; what was acknowledged and is lost, or is there twice, comes first. Heads of the
 * record that were kept while it was written must fit the record as it is now.
 */
export async function disagreements(
  place: { directory: string; databaseUrl?: string | undefined },
  all: readonly Written[],
  kept: readonly Checkpoint[] = [],
): Promise<string[]> {
  const rapporteur = await openRapporteur(
    readSettings({ DATA_DIR: place.directory, DATABASE_URL: place.databaseUrl ?? '' }),
  );
  try {
    const record = await unrecorded(rapporteur, kept);
    return [...(await lost(rapporteur, all)), ...(await halves(rapporteur)), ...record, ...(await ledger(rapporteur))];
  } finally {
    await rapporteur.close();
  }
}

type Opened = Awaited<ReturnType<typeof openRapporteur>>;

async function lost({ forum: { db } }: Opened, all: readonly Written[]): Promise<string[]> {
  const { rows } = await sql<{ body: string; code: string; replies_to: string | null }>`
    select revision.body, receipt.code, statement.replies_to from statement_revision revision
    join statement on statement.id = revision.statement_id
    left join receipt on receipt.statement_id = statement.id
    where revision.body like 'Trial comment %'`.execute(db);
  const kept = Map.groupBy(rows, ({ body }) => body);
  return all.flatMap(({ body, receipt, repliesTo }) => {
    const here = kept.get(body) ?? [];
    if (here.length > 1) return [`doubled: ${body}`];
    if (!here[0]) return receipt ? [`lost: ${body}`] : [];
    if (receipt && here[0].code !== receipt) return [`another receipt: ${body}`];
    return here[0].replies_to === repliesTo ? [] : [`out of its thread: ${body}`];
  });
}

/** Each counts rows that should not be: of a write of which a part is missing, or a count that is not what it counts. */
const rules: Record<string, string> = {
  'statements without words': `select count(*) from statement where not exists
    (select from statement_revision r where r.statement_id = statement.id and r.revision = statement.revisions)`,
  'counters of revisions': `select count(*) from statement where revisions <>
    (select max(revision) from statement_revision r where r.statement_id = statement.id)`,
  'comments without a receipt': `select count(*) from statement s where kind = 'comment' and source = 'own_hand'
    and not exists (select from receipt where receipt.statement_id = s.id)`,
  'comments without one line of the record': `select count(*) from statement s
    where exists (select from statement_revision r where r.statement_id = s.id and r.body like 'Trial comment %') and 1 <> (select count(*) from record_line l where l.subject_id = s.id and l.kind in ('comment.submitted', 'statement.release_asked'))`,
  'lines of comments that are not there': `select count(*) from record_line l where kind = 'comment.submitted'
    and not exists (select from statement s where s.id = l.subject_id)`,
  'numbers of a roundtable with gaps or twice': `select count(*) from
    (select roundtable_id from statement group by roundtable_id having max(number) <> count(*)) t`,
  'answers outside their roundtable': `select count(*) from statement s join statement a on a.id = s.replies_to
    where a.roundtable_id <> s.roundtable_id`,
  'places in the record with gaps': `select count(*) from record_head where sequence <> (select count(*) from record_line)
    or sequence <> (select max(sequence) from record_line)`,
  'lines out of the order of time by a minute': `select count(*) from (select at, lag(at) over (order by sequence) before
    from record_line where kind = 'comment.submitted' and at > now() - interval '1 day') t where before > at + interval '1 minute'`,
  'lines without what they commit to': `select count(*) from record_line l where not exists
    (select from record_payload p where p.sequence = l.sequence)`,
};

async function halves({ forum: { db } }: Opened): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(rules)) {
    const { rows } = await sql.raw<{ count: number }>(query).execute(db);
    if (Number(rows[0]!.count) > 0) found.push(`${what}: ${rows[0]!.count}`);
  }
  return found;
}

/** What of the forum is not as its record says: every line, what it commits to, every row and file, every head kept. */
async function unrecorded({ forum: { db } }: Opened, kept: readonly Checkpoint[]): Promise<string[]> {
  const { findings } = await verify(() => snapshotOf(db, { withBytes: false }), await shapesOf(db), kept);
  return findings.map(sentenceOf);
}

/**
 * A signed head over lines that no head so far stands over, as somebody outside keeps it: the server signs one some two
 * seconds after a line. Null where a minute brings none.
 */
export async function headKept(address: string, over = 0): Promise<Checkpoint | null> {
  const enough = AbortSignal.timeout(60_000);
  while (!enough.aborted) {
    const answer = await fetch(`${address}/checkpoint`, { signal: enough }).catch(() => null);
    const head = answer?.ok ? readCheckpoint(await answer.text()) : null;
    if (head && head.size > over) return head;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** The ledger of an empty report has a line for every statement there is. */
async function ledger({ forum }: Opened): Promise<string[]> {
  const { db } = forum;
  const edition = await db
    .selectFrom('edition')
    .select('id')
    .where('slug', '=', 'lake-forum')
    .executeTakeFirstOrThrow();
  const roundtable = (await roundtableNumbered(db, edition.id, '3.1'))!;
  const { id } = await perform(forum, program, enterReport, {
    roundtable: roundtable.id,
    kind: 'record',
    title: 'Trial',
    source: 'import',
    paragraphs: [],
  });
  const chair = await db
    .selectFrom('role')
    .select('person_id')
    .where('kind', '=', 'chairs_office')
    .executeTakeFirstOrThrow();
  const of = await ledgerOf(db, await viewerOf(db, chair.person_id), { id });
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from statement s where roundtable_id = ${roundtable.id} and state <> 'draft' and not exists
      (select from ruling where ruling.statement_id = s.id and decision = 'abuse')`.execute(db);
  const lines = of ? of.lines.length + of.offRecord : -1;
  return lines === Number(rows[0]!.n) ? [] : [`ledger: ${lines} lines for ${rows[0]!.n} statements`];
}
