import { sql, type Kysely } from 'kysely';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import type { ActClass } from '#engine/types.ts';
import { linesOf, mergesIn, type NoteLine } from '#notes/queries.ts';
import { noteTakers, takesNotes, type Merge } from '#notes/rules.ts';
import type { Viewer } from '#record/viewer.ts';

/** Somebody's turn on the speakers list, as the desk follows it. Times are ISO 8601: this is what a device keeps. */
export interface TurnView {
  id: string;
  delegation: { id: string; slug: string; name: string; kind: string } | null;
  person: string | null;
  state: string;
  startedAt: string | null;
  endedAt: string | null;
  offRecord: boolean;
}

/** A line as the device keeps it. */
export type DeskLine = Omit<NoteLine, 'typedAt' | 'act'> & { typedAt: string; act: ActClass | null };

/** All that changes at a desk while a meeting goes on. */
export interface DeskState {
  /** By the server's clock. */
  now: string;
  state: string;
  turns: TurnView[];
  lines: DeskLine[];
  merges: Merge[];
  /** Who takes notes here, in the order of their letters. */
  noteTakers: { id: string | null; name: string | null }[];
}

/** What stands at the desk of a roundtable, for whoever takes its notes; undefined for everyone else. */
export async function deskState(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: { id: string; edition_id: string; state: string },
  now: Date,
): Promise<DeskState | undefined> {
  if (!takesNotes(viewer, { editionId: roundtable.edition_id, roundtableId: roundtable.id })) return undefined;
  const lines = await linesOf(db, { roundtable: roundtable.id });
  const merges = await mergesIn(
    db,
    lines.map(({ id }) => id),
  );
  return {
    now: now.toISOString(),
    state: roundtable.state,
    turns: await turnsOf(db, roundtable.id),
    lines: lines.map((line) => ({ ...line, typedAt: line.typedAt.toISOString() })),
    merges,
    noteTakers: await noteTakersOf(db, roundtable.id),
  };
}

/** The turns that were had, are being had or come next, in the order in which they began or stand on the list. */
export async function turnsOf(db: Kysely<DB>, roundtableId: string): Promise<TurnView[]> {
  const rows = await db
    .selectFrom('speaker_slot as slot')
    .leftJoin('delegation', 'delegation.id', 'slot.delegation_id')
    .leftJoin('person', 'person.id', 'slot.person_id')
    .select(['slot.id', 'slot.state', 'slot.started_at', 'slot.ended_at', 'slot.off_record'])
    .select(['delegation.id as delegation_id', 'delegation.slug', 'delegation.short_name', 'delegation.kind'])
    .select(({ fn, ref }) => fn.coalesce(ref('slot.name'), ref('person.name')).as('person'))
    .where('slot.roundtable_id', '=', roundtableId)
    .where('slot.state', 'not in', ['yielded', 'absent'])
    .orderBy(sql`slot.started_at nulls last`)
    .orderBy('slot.position')
    .orderBy('slot.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    delegation: row.delegation_id
      ? { id: row.delegation_id, slug: row.slug!, name: row.short_name!, kind: row.kind! }
      : null,
    person: row.person,
    state: row.state,
    startedAt: row.started_at && row.started_at.toISOString(),
    endedAt: row.ended_at && row.ended_at.toISOString(),
    offRecord: row.off_record,
  }));
}

/** Those appointed first, then whoever else typed a line, in the order in which they did. */
async function noteTakersOf(db: Kysely<DB>, roundtableId: string) {
  const appointed = await db
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select(['person.id', 'person.name'])
    .where('roundtable_id', '=', roundtableId)
    .where('role.kind', '=', 'note_taker')
    .orderBy('role.position')
    .orderBy('person.name')
    .execute();
  const typed = await db
    .selectFrom('note')
    .leftJoin('person', 'person.id', 'note.by_id')
    .select(['note.by_id as id', 'person.name'])
    .select(({ fn }) => fn.min('note.at').as('first'))
    .where('note.roundtable_id', '=', roundtableId)
    .groupBy(['note.by_id', 'person.name'])
    .orderBy('first')
    .execute();
  const known = new Set<string | null>(appointed.map(({ id }) => id));
  return [...appointed, ...typed.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name }))];
}

/** What a line may be about: the guiding questions, the issues so far, and what was commented, as everyone may read it. */
export async function aboutLines(db: Kysely<DB>, roundtableId: string) {
  const questions = await db.selectFrom('question').select(['number', 'text']).where('roundtable_id', '=', roundtableId).orderBy('number').execute(); // prettier-ignore
  const issues = await db.selectFrom('issue').select('title').where('roundtable_id', '=', roundtableId).where('kind', '=', 'main_issue').orderBy('position').execute(); // prettier-ignore
  const comments = await db
    .selectFrom('statement')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .innerJoin('statement_speaker as speaker', (join) =>
      join.onRef('speaker.statement_id', '=', 'statement.id').on('speaker.part', '=', 'speaker'),
    )
    .innerJoin('delegation', 'delegation.id', 'speaker.delegation_id')
    .select(['statement.number', 'delegation.id as delegation', 'delegation.short_name as name', 'revision.body'])
    .where('statement.roundtable_id', '=', roundtableId)
    .where('statement.kind', '=', 'comment')
    .where('statement.on_record', '=', true)
    .where('statement.state', '=', 'received')
    .orderBy('statement.number')
    .limit(300)
    .execute();
  return { questions, issues, comments };
}

/** The roundtables of an edition whose notes this person takes, with how many lines there are. */
export async function notedBy(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const rows = await db
    .selectFrom('roundtable')
    .select(['id', 'number', 'title', 'state', 'starts_at'])
    .select((eb) =>
      eb
        .selectFrom('note')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .whereRef('note.roundtable_id', '=', 'roundtable.id')
        .as('lines'),
    )
    .where('edition_id', '=', editionId)
    .where('number', 'like', '%.%')
    .orderBy(inProgrammeOrder)
    .execute();
  return rows
    .filter(({ id }) => takesNotes(viewer, { editionId, roundtableId: id }))
    .map(({ lines, ...row }) => ({ ...row, lines: Number(lines ?? 0) }));
}

export { noteTakers };
