// What the acts on notes look up before they decide.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { roleRefusal } from '#people/rules.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { namesOf, readLine, type LineRead } from './line/rules.ts';
import { everyoneNamed } from './queries.ts';
import { noteTakers, notingRefusal } from './rules.ts';

/** The roundtable whose notes are kept; refused to whoever does not take them, and before and after there are any. */
export async function roundtableToNote(tx: Kysely<DB>, actor: Viewer, id: string) {
  const roundtable = found(
    await tx.selectFrom('roundtable').select(['id', 'edition_id', 'state']).where('id', '=', id).executeTakeFirst(),
    'roundtable',
  );
  refuseIf(roleRefusal(actor, noteTakers, { editionId: roundtable.edition_id, roundtableId: roundtable.id }));
  refuseIf(notingRefusal(roundtable));
  return roundtable;
}

/** A note, locked, with the rights to its roundtable checked. */
export async function noteToChange(tx: Kysely<DB>, actor: Viewer, id: string) {
  const note = found(
    await tx.selectFrom('note').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'note',
  );
  await roundtableToNote(tx, actor, note.roundtable_id);
  return note;
}

/** Whoever stands on the speakers list of a roundtable. */
async function listed(tx: Kysely<DB>, roundtableId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('speaker_slot')
    .select('delegation_id')
    .where('roundtable_id', '=', roundtableId)
    .where('delegation_id', 'is not', null)
    .execute();
  return rows.map(({ delegation_id }) => delegation_id!);
}

/** The line as it is read on the server, and the delegation it names: the one the device read, where it did. */
export async function reading(tx: Kysely<DB>, roundtableId: string, line: string, named?: string | null) {
  const read = readLine(line, namesOf(await everyoneNamed(tx), await listed(tx, roundtableId)));
  if (named === undefined) return { read, delegation: read.actor?.id ?? null };
  const known = named && (await tx.selectFrom('delegation').select('id').where('id', '=', named).executeTakeFirst());
  return { read, delegation: known ? known.id : null };
}

/** The columns of a revision of a note. */
export function revisionOf({ read, delegation }: { read: LineRead; delegation: string | null }) {
  return {
    delegation_id: delegation,
    verb: read.verb?.verb ?? null,
    act: read.verb?.act ?? null,
    words: read.words,
    exact: read.isExact,
    on_record: !read.isOffRecord,
    to_check: read.toCheck || read.doubt !== null,
    questions: read.questions,
    follows: read.follows,
  };
}

/**
 * The turn a line belongs to: of whom it names, else of anyone, the last begun of those that went on when it was typed, or
 * the last that had begun by then. So what follows a point of order is the speech that it interrupted. Null where none had.
 */
export async function turnFor(tx: Kysely<DB>, roundtableId: string, typedAt: Date, delegation: string | null) {
  const begun = tx
    .selectFrom('speaker_slot')
    .select('id')
    .where('roundtable_id', '=', roundtableId)
    .where('started_at', '<=', typedAt)
    .orderBy(sql`ended_at is null or ended_at > ${typedAt}`, 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(1);
  const slot = await (delegation ? begun.where('delegation_id', '=', delegation) : begun).executeTakeFirst();
  return slot?.id ?? null;
}

export async function slotRefusal(tx: Kysely<DB>, roundtableId: string, slot: string) {
  const there = await tx
    .selectFrom('speaker_slot')
    .select('id')
    .where('id', '=', slot)
    .where('roundtable_id', '=', roundtableId)
    .executeTakeFirst();
  return there ? null : 'note.slot_elsewhere';
}
