import { sql, type Kysely, type Selectable } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Written } from '#record/rows.ts';
import type { Forum } from '#record/forum.ts';
import { proveLine } from '#record/tree/opened.ts';
import { proofEnding } from '#record/tree/proof-file.ts';
import { toLine } from '#record/tree/lines.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';

/** Where some words stand in the record. */
export interface SealView {
  /** The line that wrote them. */
  sequence: number;
  /** The newest signed head over it; null while the line is younger than that. */
  head: { note: string; size: number } | null;
}

/** Where a version of a statement's words stands in the record; undefined once they were erased. */
export async function sealOf(db: Kysely<DB>, statementId: string, revision: number): Promise<SealView | undefined> {
  const found = await lineOfWords(db, statementId, revision);
  if (!found) return undefined;
  const { sequence } = found;
  const head = await checkpointAt(db);
  return { sequence, head: head && head.size >= sequence ? { note: head.note, size: head.size } : null };
}

/**
 * A version of a statement's words as a file that proves that the record holds them, for whoever is shown the words. It
 * leads to the newest signed head, or to the one of a size, and opens nothing but the words. Undefined where there is none.
 */
export async function proofOfWords(
  db: Kysely<DB>,
  statementId: string,
  { revision, size }: { revision: number; size?: number | undefined },
): Promise<string | undefined> {
  const found = await lineOfWords(db, statementId, revision);
  if (!found) return undefined;
  const { payload_salt: salt, payload, ...row } = found;
  const proof = await proveLine(db, { line: toLine(row), payload, salt }, isWords(statementId, revision), size);
  return proof?.file;
}

/** Not by the code of its receipt: whoever passes the file on passes on nothing but the words. */
export function proofName({ roundtable, number }: { roundtable: string; number: number }, revision = 1): string {
  return `statement-${roundtable}-${number}${revision > 1 ? `-${revision}` : ''}${proofEnding}`;
}

/** The first version's proof, for a letter: what is younger than the newest head is sealed for it. */
export async function proofToSend(forum: Forum, statementId: string): Promise<string | undefined> {
  const proof = () => proofOfWords(forum.db, statementId, { revision: 1 });
  const found = await proof();
  if (found || !(await lineOfWords(forum.db, statementId, 1))) return found;
  await sealRecord(forum);
  return proof();
}

type StoredLine = Selectable<DB['record_line']> & { payload: string; payload_salt: Buffer };

/** The line that wrote them: about the statement, or about all that was entered into its roundtable at one go. */
async function lineOfWords(db: Kysely<DB>, statementId: string, revision: number): Promise<StoredLine | undefined> {
  const { rows } = await sql<StoredLine>`
    select line.*, payload.payload, payload.salt as payload_salt
    from record_line line join record_payload payload using (sequence)
    where (subject_id = ${statementId} or subject_id = (select roundtable_id from statement where id = ${statementId}))
      and payload.payload like ${`%${statementId}%`} and payload.payload like '%statement_revision%'
    order by sequence`.execute(db);
  const holds = isWords(statementId, revision);
  return rows.find(({ payload }) => (JSON.parse(payload) as Written[]).some(holds));
}

function isWords(statementId: string, revision: number) {
  return ({ table, row }: Written): boolean =>
    table === 'statement_revision' && row.statement_id === statementId && row.revision === revision;
}
