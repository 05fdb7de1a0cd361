import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { focalPointFor } from '#people/credentials/queries.ts';
import type { Viewer } from '#record/viewer.ts';

/** A comment that waits for its delegation's focal point. */
export interface Waiting {
  id: string;
  number: number;
  revision: number;
  roundtable: { number: string; title: string; state: string };
  delegation: { slug: string; name: string; kind: string };
  author: string | null;
  function: string | null;
  capacity: string | null;
  body: string;
  language: string;
  /** The moment that counts. */
  handedInAt: Date;
  /** What the focal point wrote when these very words were sent back; null while they wait. */
  sentBack: { words: string; by: string | null; at: Date } | null;
}

/** What waits for this viewer as a focal point in an edition, oldest first; only of one delegation where it is given. */
export async function awaitingRelease(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  delegationId?: string,
): Promise<Waiting[]> {
  const theirs = await focalPointFor(db, viewer, editionId);
  const wanted = delegationId ? theirs.filter((id) => id === delegationId) : theirs;
  if (wanted.length === 0) return [];
  const rows = await waiting(db, editionId).where('release.delegation_id', 'in', wanted).execute();
  return rows.map(toWaiting);
}

/** Why the words of a draft, as they stand, were sent back to its author; undefined where they wait or are released. */
export function returnOf(db: Kysely<DB>, statement: { id: string; revision: number }) {
  return db
    .selectFrom('release_return as sent')
    .innerJoin('statement_release as release', 'release.statement_id', 'sent.statement_id')
    .innerJoin('delegation', 'delegation.id', 'release.delegation_id')
    .leftJoin('person', 'person.id', 'sent.by_id')
    .select(['sent.words', 'sent.at', 'person.name as by', 'delegation.short_name as delegation'])
    .where('sent.statement_id', '=', statement.id)
    .where('sent.revision', '=', statement.revision)
    .where('released_at', 'is', null)
    .executeTakeFirst();
}

/** A person's own comments that wait, with the delegation they wait for. */
export async function ownAwaitingRelease(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<Waiting[]> {
  if (!viewer.personId) return [];
  return (await waiting(db, editionId).where('statement.author_id', '=', viewer.personId).execute()).map(toWaiting);
}

function waiting(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('statement_release as release')
    .innerJoin('statement', 'statement.id', 'release.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('delegation', 'delegation.id', 'release.delegation_id')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .leftJoin('statement_speaker as speaker', (join) =>
      join.onRef('speaker.statement_id', '=', 'statement.id').on(sql<boolean>`speaker.part = 'speaker'`),
    )
    .leftJoin('release_return as sent', (join) =>
      join.onRef('sent.statement_id', '=', 'statement.id').onRef('sent.revision', '=', 'statement.revisions'),
    )
    .leftJoin('person as sender', 'sender.id', 'sent.by_id')
    .select(['sent.words as sent_words', 'sent.at as sent_at', 'sender.name as sent_by'])
    .select(['statement.id', 'statement.number', 'revision.revision', 'revision.body', 'revision.language'])
    .select(['roundtable.number as roundtable_number', 'roundtable.title', 'roundtable.state as roundtable_state'])
    .select(['slug', 'short_name', 'delegation.kind', 'speaker.name', 'speaker.function', 'speaker.capacity'])
    .select('release.asked_at')
    .where('roundtable.edition_id', '=', editionId)
    .where('released_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .orderBy('release.asked_at');
}

type Row = Awaited<ReturnType<ReturnType<typeof waiting>['execute']>>[number];

function toWaiting(row: Row): Waiting {
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    roundtable: { number: row.roundtable_number, title: row.title, state: row.roundtable_state },
    delegation: { slug: row.slug, name: row.short_name, kind: row.kind },
    author: row.name,
    function: row.function,
    capacity: row.capacity,
    body: row.body,
    language: row.language,
    handedInAt: row.asked_at,
    sentBack: row.sent_at ? { words: row.sent_words!, by: row.sent_by, at: row.sent_at } : null,
  };
}
