import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { shapesOf } from '#db/shape.ts';
import type { Forum } from '#record/forum.ts';
import type { Witnessed } from '#record/witness.ts';
import { testNow } from './forum.ts';

/**
 * What many tests begin with is entered act by act once in a worker. Every further empty forum is given the rows that were
 * left, in one statement instead of hundreds, and told their lines of the record. A forum that is not empty, has a
 * database, a time, ids or listeners of its own, is entered act by act again.
 */
export function madeOnce<T>(make: (forum: Forum) => Promise<T>): (forum: Forum) => Promise<T> {
  let kept: { outcome: T; rows: RawBuilder<unknown>; lines: Witnessed[] } | undefined;
  return async (forum) => {
    if (!isAsGiven(forum)) return make(forum);
    if (!kept) {
      const lines: Witnessed[] = [];
      const outcome = await make({
        ...forum,
        async follow(tx, more) {
          lines.push(...more);
          await forum.follow(tx, more);
        },
      });
      kept = { outcome: structuredClone(outcome), rows: await rowsOf(forum), lines };
      return outcome;
    }
    await kept.rows.execute(forum.db);
    await forum.follow(forum.db, kept.lines);
    forum.live.announce(kept.lines.length, kept.lines);
    return structuredClone(kept.outcome);
  };
}

function isAsGiven({ db, live, now, newId, shared, lines }: Forum): boolean {
  return db.isTransaction && live.sequence === 0 && now() === testNow && newId === randomUUID && !shared && !lines;
}

/**
 * One statement that puts every row there is into an empty forum of the same database, which has counted on: what refers to
 * what is only looked at when all are there.
 */
async function rowsOf({ db, live }: Forum): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [];
  for (const { table, columns } of await shapesOf(db)) {
    const name = sql.table(`public.${table}`);
    const { rows } = await sql<{ all: string | null }>`select json_agg(t)::text as all from ${name} t`.execute(db);
    const all = rows[0]!.all;
    if (!all || table === 'record_head') continue;
    const given = sql.join(columns.filter(({ derived }) => !derived).map((column) => sql.id(column.name)));
    parts.push(sql`${sql.id(`${table} rows`)} as (insert into ${name} (${given}) overriding system value
      select ${given} from json_populate_recordset(null::${name}, ${all}::json))`);
  }
  return sql`with ${sql.join(parts)} update record_head set sequence = ${live.sequence}`;
}
