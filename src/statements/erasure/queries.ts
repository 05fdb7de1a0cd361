import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { concerned } from './before-erasing.ts';
import { extentOf, type Extent, type Rows } from './erasing.ts';
import { mayErase } from './rules.ts';
import { subjectOf } from './subject.ts';

/** The requests for erasure in an edition, the open ones first: to the support unit, and to nobody else. */
export async function erasureRequests(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  if (!holds(viewer, mayErase, { editionId })) return [];
  return db
    .selectFrom('erasure_request as request')
    .leftJoin('person', 'person.id', 'request.person_id')
    .leftJoin('statement', 'statement.id', 'request.statement_id')
    .leftJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .leftJoin('erasure', 'erasure.request_id', 'request.id')
    .select(['request.id', 'request.name', 'request.email', 'request.words', 'request.with_words', 'request.at'])
    .select(['request.state', 'request.answer', 'request.answered_at', 'request.person_id', 'request.statement_id'])
    .select(['person.name as person', 'statement.number', 'roundtable.number as roundtable', 'erasure.id as erasure'])
    .where('request.edition_id', '=', editionId)
    .orderBy(sql`request.state <> 'open'`)
    .orderBy('request.at', 'desc')
    .limit(200)
    .execute();
}

export async function countErasureRequests(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  return (await erasureRequests(db, viewer, editionId)).filter(({ state }) => state === 'open').length;
}

/** People of an edition by a part of their name, to find whom a request is about. */
export function peopleCalled(db: Kysely<DB>, editionId: string, name: string) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where(sql<boolean>`strpos(lower(name), ${name.toLowerCase()}) > 0`)
    .where('erased_at', 'is', null)
    .where(
      sql<boolean>`(exists (select from credential where person_id = person.id and edition_id = ${editionId})
      or exists (select from role where person_id = person.id and edition_id = ${editionId})
      or exists (select from statement join roundtable on roundtable.id = statement.roundtable_id
        where author_id = person.id and edition_id = ${editionId}))`,
    )
    .orderBy('name')
    .limit(20)
    .execute();
}

/** What erasing someone would do, to the support unit before it does; undefined where nobody is meant. */
export async function erasurePreview(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  whose: { person: string | null; statement: string | null; request: string | null },
): Promise<{ name: string; without: Extent; withWords: Extent } | undefined> {
  const isOne = (whose.person === null) !== (whose.statement === null);
  if (!isOne || !holds(viewer, mayErase, { editionId }) || !(await concerned(db, editionId, whose))) return undefined;
  const subject = await subjectOf(db, whose);
  const { rows } = await sql<{ name: string }>`
    select name from person where id = ${whose.person}
    union all select coalesce((select name from guest where statement_id = ${whose.statement}),
      (select name from statement_speaker where statement_id = ${whose.statement} and name is not null limit 1), '')
      where ${whose.statement}::uuid is not null`.execute(db);
  const [without, withWords] = [await extentOf(db, subject, false), await extentOf(db, subject, true)];
  return { name: rows[0]?.name ?? '', without, withWords };
}

/** The account of an erasure that was carried out. */
export async function erasureCalled(db: Kysely<DB>, viewer: Viewer, editionId: string, id: string) {
  if (!holds(viewer, mayErase, { editionId }) || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const row = await db
    .selectFrom('erasure')
    .leftJoin('person as by', 'by.id', 'erasure.by_id')
    .leftJoin('erasure_request as request', 'request.id', 'erasure.request_id')
    .selectAll('erasure')
    .select(['by.name as by', 'request.at as asked_at'])
    .where('erasure.id', '=', id)
    .where('erasure.edition_id', '=', editionId)
    .executeTakeFirst();
  return row && { ...row, erased: row.erased as unknown as Rows, kept: row.kept as unknown as Rows };
}
