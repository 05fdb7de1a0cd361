import { z } from 'zod';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { noteToChange, reading, revisionOf, roundtableToNote, slotRefusal, turnFor } from './before-noting.ts';
import { correctingRefusal, longestLine, mergeRefusal } from './rules.ts';

const line = z.string().max(longestLine, 'note.too_long');

export const takeNote = act({
  name: 'note.take',
  does: 'Keeps a note-taker’s line, letter for letter, under the turn it belongs to. The same line sent twice is kept once.',
  input: z.object({
    /** Made on the device. */
    id: z.uuid(),
    roundtable: z.uuid(),
    line: line.refine((text) => text.trim() !== '', 'note.empty'),
    /** When it was typed; a clock that is ahead is not believed. */
    typedAt: z.coerce.date().nullable().default(null),
    /** Of whose turn it is, where the device knows. */
    slot: z.uuid().nullable().default(null),
    /** Whom the device read in it; null: whoever has the turn. */
    delegation: z.uuid().nullable().optional(),
  }),
  async run({ tx, actor, now, rows, record }, input) {
    const before = await tx.selectFrom('note').select(['id', 'roundtable_id', 'by_id', 'slot_id']).where('id', '=', input.id).executeTakeFirst(); // prettier-ignore
    const { id: roundtable } = await roundtableToNote(tx, actor, input.roundtable);
    if (before) {
      refuseIf(before.roundtable_id === roundtable && before.by_id === actor.personId ? null : 'note.taken_already');
      return { id: before.id, slot: before.slot_id };
    }
    if (input.slot) refuseIf(await slotRefusal(tx, roundtable, input.slot));
    const read = await reading(tx, roundtable, input.line, input.delegation);
    const typed_at = input.typedAt && input.typedAt < now ? input.typedAt : now;
    const slot = input.slot ?? (await turnFor(tx, roundtable, typed_at, read.delegation));
    const of = { roundtable_id: roundtable, slot_id: slot, by_id: actor.personId };
    await rows.insert('note', { id: input.id, ...of, typed_at, at: now });
    const { line } = input;
    await rows.insert('note_revision', { note_id: input.id, revision: 1, line, ...revisionOf(read), by_id: actor.personId, at: now }); // prettier-ignore
    recordLine({ record }, 'note.taken', { ...of, id: input.id });
    return { id: input.id, slot };
  },
});

export const correctNote = act({
  name: 'note.correct',
  does: 'Corrects a line of the notes, or files it to another turn: a revision of it. The earlier ones stay.',
  input: z.object({
    note: z.uuid(),
    basedOn: z.int32().positive(),
    /** Empty: the line is struck out. */
    line,
    slot: z.uuid().nullable().optional(),
    delegation: z.uuid().nullable().optional(),
  }),
  async run({ tx, actor, now, rows, record }, input) {
    const note = await noteToChange(tx, actor, input.note);
    const last = found(
      await tx
        .selectFrom('note_revision')
        .select(['line', 'by_id'])
        .where('note_id', '=', note.id)
        .where('revision', '=', note.revisions)
        .executeTakeFirst(),
      'note',
    );
    const slot = input.slot === undefined ? note.slot_id : input.slot;
    const isDone = last.line === input.line && slot === note.slot_id;
    if (isDone && last.by_id === actor.personId) return { revision: note.revisions };
    refuseIf(correctingRefusal(note, input.basedOn));
    if (slot && slot !== note.slot_id) refuseIf(await slotRefusal(tx, note.roundtable_id, slot));
    const revision = note.revisions + 1;
    const read = await reading(tx, note.roundtable_id, input.line, input.delegation);
    await rows.insert('note_revision', { note_id: note.id, revision, line: input.line, ...revisionOf(read), by_id: actor.personId, at: now }); // prettier-ignore
    await rows.update('note', { id: note.id }, { revisions: revision, slot_id: slot });
    recordLine({ record }, 'note.corrected', { ...note, slot_id: slot });
    // The turn it was taken from reads otherwise now.
    if (note.slot_id && note.slot_id !== slot) recordLine({ record }, 'note.refiled', note);
    return { revision };
  },
});

export const mergeNotes = act({
  name: 'notes.merge',
  does: 'Says which of two note-takers’ lines about the same stands, or that both do. The other stays as it was typed.',
  input: z.object({ first: z.uuid(), second: z.uuid(), keep: z.enum(['first', 'second', 'both']) }),
  async run({ tx, actor, now, rows, record }, input) {
    const [first, second] = [await noteToChange(tx, actor, input.first), await noteToChange(tx, actor, input.second)];
    refuseIf(mergeRefusal(first, second));
    const already = await tx
      .selectFrom('note_merge')
      .selectAll()
      .where('first_id', 'in', [first.id, second.id])
      .where('second_id', 'in', [first.id, second.id])
      .executeTakeFirst();
    const flipped = already?.first_id === second.id;
    const keep = flipped ? ({ first: 'second', second: 'first', both: 'both' } as const)[input.keep] : input.keep;
    if (already?.keep === keep) return;
    const decided = { keep, by_id: actor.personId, at: now };
    if (already) await rows.update('note_merge', { first_id: already.first_id, second_id: already.second_id }, decided);
    else await rows.insert('note_merge', { first_id: first.id, second_id: second.id, ...decided });
    recordLine({ record }, 'notes.merged', first);
  },
});

/** A line is about its turn, so that what is composed from it follows; on its own where it has none. */
function recordLine({ record }: Pick<Context, 'record'>, kind: string, note: Noted): void {
  record(kind, note.slot_id ?? note.id, { roundtableId: note.roundtable_id, audience: 'desk' });
}

interface Noted {
  id: string;
  slot_id: string | null;
  roundtable_id: string;
}
