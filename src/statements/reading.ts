// What a person has read of a thread. A mark concerns nobody else and is not recorded: it is written here, and not by an act.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';

/** All up to a number, and some beyond it. */
export interface ReadingMark {
  readTo: number;
  also: readonly number[];
}

/** A person's mark in a roundtable; nothing read where they have none, null for whoever is not signed in. */
export async function readingMarkOf(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: { id: string },
): Promise<ReadingMark | null> {
  if (!viewer.personId) return null;
  const row = await db
    .selectFrom('reading_mark')
    .select(['read_to as readTo', 'also'])
    .where('person_id', '=', viewer.personId)
    .where('roundtable_id', '=', roundtable.id)
    .executeTakeFirst();
  return row ?? { readTo: 0, also: [] };
}

/** Marks single statements as read, on every device of the person. */
export async function markRead(db: Kysely<DB>, viewer: Viewer, roundtable: { id: string }, numbers: readonly number[]) {
  const given = sql<number[]>`${numbers}::integer[]`;
  await put(
    db,
    viewer,
    roundtable,
    { read_to: sql<number>`0`, also: given },
    {
      read_to: sql<number>`reading_mark.read_to`,
      also: sql<number[]>`array(
        select distinct n from unnest(reading_mark.also || excluded.also) n where n > reading_mark.read_to order by n
      )`,
    },
  );
}

/** Marks everything up to and with this number as read. What was read stays read. */
export async function markReadTo(db: Kysely<DB>, viewer: Viewer, roundtable: { id: string }, number: number) {
  await put(
    db,
    viewer,
    roundtable,
    { read_to: sql<number>`${number}::integer`, also: sql<number[]>`'{}'` },
    {
      read_to: sql<number>`greatest(reading_mark.read_to, excluded.read_to)`,
      also: sql<number[]>`array(
        select n from unnest(reading_mark.also) n where n > greatest(reading_mark.read_to, excluded.read_to) order by n
      )`,
    },
  );
}

type Mark = {
  read_to: ReturnType<typeof sql<number>>;
  also: ReturnType<typeof sql<number[]>>;
};

async function put(db: Kysely<DB>, viewer: Viewer, roundtable: { id: string }, first: Mark, then: Mark): Promise<void> {
  if (!viewer.personId) return;
  await db
    .insertInto('reading_mark')
    .values({ person_id: viewer.personId, roundtable_id: roundtable.id, ...first })
    .onConflict((conflict) => conflict.columns(['person_id', 'roundtable_id']).doUpdateSet(then))
    .execute();
}
