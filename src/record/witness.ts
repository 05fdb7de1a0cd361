import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { seal } from './payload.ts';
import type { Written } from './rows.ts';

/** public: anyone may be told; desk: the offices of the forum; author: the one who acted, and the offices. */
export type Audience = 'public' | 'desk' | 'author';

/** A line of the record before it has its place in the sequence. */
export interface Witnessed {
  kind: string;
  act: string;
  actorId: string | null;
  subjectId: string;
  roundtableId: string | null;
  audience: Audience;
  at: Date;
  rows: Written[];
  /** When what follows from it falls due; at once where absent. */
  due?: Date | undefined;
}

/**
 * Writes the lines into the record and returns the sequence number of the last one. Takes the sequence last, under the
 * lock of its only row, which is held until commit: so the order of the sequence is the order of commit.
 */
export async function witness(tx: Kysely<DB>, lines: Witnessed[], announce: boolean): Promise<number> {
  const sealed = lines.map((line) => ({ ...line, ...seal(line.rows) }));
  const column = <T>(pick: (line: (typeof sealed)[number]) => T) => sealed.map(pick);
  const { rows } = await sql<{ sequence: number }>`
    with head as (
      update record_head set sequence = sequence + ${lines.length} returning sequence
    ), given as (
      select head.sequence - ${lines.length} + l.place as sequence, l.*
      from head, unnest(
        ${column((l) => l.kind)}::text[], ${column((l) => l.act)}::text[], ${column((l) => l.actorId)}::uuid[],
        ${column((l) => l.subjectId)}::uuid[], ${column((l) => l.roundtableId)}::uuid[], ${column((l) => l.audience)}::text[],
        ${column((l) => l.at)}::timestamptz[], ${column((l) => l.commitment)}::bytea[],
        ${column((l) => l.salt)}::bytea[], ${column((l) => l.payload)}::text[]
      ) with ordinality as l(kind, act, actor_id, subject_id, roundtable_id, audience, at, commitment, salt, payload, place)
    ), line as (
      insert into record_line (sequence, kind, act, actor_id, subject_id, roundtable_id, audience, at, commitment)
      select sequence, kind, act, actor_id, subject_id, roundtable_id, audience, at, commitment from given
    ), payload as (
      insert into record_payload (sequence, salt, payload) select sequence, salt, payload from given
    )
    select sequence ${announce ? sql`, pg_notify('record', sequence::text)` : sql``} from head`.execute(tx);
  return rows[0]!.sequence;
}

/**
 * Keeps everyone else from committing a line until this transaction ends: what is looked up from now on is all there is when
 * its own lines are written. Every act takes this lock last, beside only what it puts into the queue, so that whoever waits
 * here holds nothing that others need.
 */
export async function holdRecord(tx: Kysely<DB>): Promise<void> {
  await tx.selectFrom('record_head').select('sequence').forUpdate().execute();
}
