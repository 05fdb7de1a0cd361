import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import type { ActClass } from '#engine/types.ts';
import type { Named } from './line/rules.ts';
import type { Merge } from './rules.ts';

/** A line as it stands now: letter for letter, and as it was read. */
export interface NoteLine {
  id: string;
  slot: string | null;
  by: string | null;
  typedAt: Date;
  revision: number;
  line: string;
  /** Whom it names; null: whoever has the slot. */
  delegation: { id: string; slug: string; name: string; kind: string } | null;
  verb: string | null;
  act: ActClass | null;
  words: string;
  isExact: boolean;
  onRecord: boolean;
  toCheck: boolean;
  questions: number[];
  follows: number | null;
}

/** Everyone a line can name, under every name they go by. */
export async function everyoneNamed(db: Kysely<DB>): Promise<Named[]> {
  const rows = await db
    .selectFrom('delegation')
    .select((eb) => [
      'id',
      'slug',
      'short_name as name',
      'code',
      'kind',
      jsonArrayFrom(
        eb
          .selectFrom('delegation_alias')
          .select('alias')
          .whereRef('delegation_id', '=', 'delegation.id')
          .orderBy('alias'),
      ).as('aliases'),
    ])
    .where('merged_into', 'is', null)
    .orderBy('short_name')
    .execute();
  return rows.map(({ aliases, ...named }) => ({ ...named, aliases: aliases.map(({ alias }) => alias) }));
}

/** The lines of a roundtable, or of one turn in it, as they stand, in the order they were typed. Struck ones are left out. */
export async function linesOf(db: Kysely<DB>, of: { roundtable: string } | { slot: string }): Promise<NoteLine[]> {
  const rows = await lines(db)
    .where(
      'roundtable' in of ? 'note.roundtable_id' : 'note.slot_id',
      '=',
      'roundtable' in of ? of.roundtable : of.slot,
    )
    .where('revision.line', '<>', '')
    .orderBy('note.typed_at')
    .orderBy('note.id')
    .execute();
  return rows.map(toLine);
}

/** What was decided where two note-takers typed the same. */
export async function mergesIn(db: Kysely<DB>, noteIds: readonly string[]): Promise<Merge[]> {
  if (noteIds.length === 0) return [];
  const rows = await db
    .selectFrom('note_merge')
    .select(['first_id as first', 'second_id as second', 'keep'])
    .where('first_id', '=', sql<string>`any(${[...noteIds]}::uuid[])`)
    .execute();
  return rows as Merge[];
}

function lines(db: Kysely<DB>) {
  return db
    .selectFrom('note')
    .innerJoin('note_revision as revision', (join) =>
      join.onRef('revision.note_id', '=', 'note.id').onRef('revision.revision', '=', 'note.revisions'),
    )
    .leftJoin('delegation', 'delegation.id', 'revision.delegation_id')
    .select(['note.id', 'note.slot_id', 'note.by_id', 'note.typed_at', 'revision.revision', 'revision.line'])
    .select(['delegation.id as delegation_id', 'delegation.slug', 'delegation.short_name', 'delegation.kind'])
    .select(['revision.verb', 'revision.act', 'revision.words', 'revision.exact', 'revision.on_record'])
    .select(['revision.to_check', 'revision.questions', 'revision.follows']);
}

function toLine(row: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]): NoteLine {
  return {
    id: row.id,
    slot: row.slot_id,
    by: row.by_id,
    typedAt: row.typed_at,
    revision: row.revision,
    line: row.line,
    delegation: row.delegation_id
      ? { id: row.delegation_id, slug: row.slug!, name: row.short_name!, kind: row.kind! }
      : null,
    verb: row.verb,
    act: row.act as ActClass | null,
    words: row.words,
    isExact: row.exact,
    onRecord: row.on_record,
    toCheck: row.to_check,
    questions: row.questions,
    follows: row.follows,
  };
}
