import { z } from 'zod';
import { linesOf, mergesIn, type NoteLine } from '#notes/queries.ts';
import { noteTakers } from '#notes/rules.ts';
import { offices, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { nextNumber } from '#statements/before-acting.ts';
import { languageOf } from '#statements/language.ts';
import { makeReceipt } from '#statements/receipt.ts';
import { answeredBy, followedBy, interventionOf, isCorrected, recordDecision, spokenStatement } from './before-composing.ts'; // prettier-ignore
import { composedOf, turnCalled, type Turn } from './composing.ts';
import { checkingRefusal, composingRefusal, standing } from './rules.ts';

export const composeIntervention = act({
  name: 'intervention.compose',
  does: 'Makes the intervention of a turn that has ended from the notes taken under it, or adds a revision where they changed.',
  input: z.object({ slot: z.uuid() }),
  async run(context, input) {
    const { tx, actor, now, rows } = context;
    const turn = found(await turnCalled(tx, input.slot), 'slot');
    const { roundtable_id: roundtable } = turn;
    refuseIf(roleRefusal(actor, noteTakers, { editionId: turn.edition_id, roundtableId: roundtable }));
    refuseIf(turn.state === 'spoken' ? null : 'intervention.not_ended');
    const { body, lines, ...composed } = found(await composedOf(tx, turn), 'notes');
    const isOnRecord = composed.isOnRecord && !turn.off_record;
    const before = await interventionOf(tx, turn.id);
    if (!before) return { id: await enter(context, turn, { body, lines, isOnRecord }) };
    refuseIf(composingRefusal(before, await isCorrected(tx, before.id)));
    const on_record = (await recordDecision(tx, before.id)) ?? isOnRecord;
    const { id, language } = before;
    const hasChanged = before.body !== body;
    if (!hasChanged && before.on_record === on_record) return { id };
    const revisions = before.revisions + (hasChanged ? 1 : 0);
    const words = { statement_id: id, revision: revisions, language, body, by_id: actor.personId, at: now };
    if (hasChanged) await rows.insert('statement_revision', words);
    await rows.update('statement', { id }, { revisions, state: 'noted', on_record });
    recordComposed(context, { id, roundtable, isOnRecord: on_record });
    return { id };
  },
});

export const checkIntervention = act({
  name: 'intervention.check',
  does: 'Says that an intervention has been checked against its notes, none of which waits any more.',
  input: z.object({ statement: z.uuid() }),
  async run({ tx, actor, rows, record }, input) {
    const { id, state, slot_id, ...place } = await spokenStatement(tx, input.statement, actor, noteTakers);
    const lines = slot_id ? await linesOf(tx, { slot: slot_id }) : [];
    const { waiting } = standing(lines, await mergesIn(tx, lines.map((line) => line.id))); // prettier-ignore
    const toCheck = lines.filter((line) => line.toCheck).length;
    refuseIf(checkingRefusal({ state }, { waiting, toCheck }));
    await rows.update('statement', { id }, { state: 'checked' });
    const audience = place.on_record ? 'public' : 'desk';
    record('intervention.checked', id, { roundtableId: place.roundtable_id, audience });
  },
});

const deciders = ['co_chair', 'rapporteur', 'general_rapporteur', ...offices] as const;

export const setOnRecord = act({
  name: 'intervention.set_record',
  does: 'Takes what was said off the record, or puts it back on it, with the reason. Off the record it is counted, and shown to nobody outside the desks.',
  input: z.object({
    statement: z.uuid(),
    onRecord: z.boolean(),
    reason: z.string().trim().min(1, 'intervention.reason_missing').max(1000),
  }),
  async run({ tx, actor, now, rows, record, newId }, { statement, onRecord: on_record, reason }) {
    const { id, roundtable_id: roundtableId, ...before } = await spokenStatement(tx, statement, actor, deciders);
    const on = on_record ? 'yes' : 'no';
    refuseIf(before.on_record === on_record ? { code: 'intervention.record_stands', values: { on } } : null);
    const decision = { id: newId(), statement_id: id, on_record, reason, by_id: actor.personId, at: now };
    await rows.insert('on_record_decision', decision);
    await rows.update('statement', { id }, { on_record });
    const about = { roundtableId, audience: 'desk' } as const;
    if (on_record) record('intervention.put_on_record', id, about);
    else record('intervention.taken_off_record', id, about);
  },
});

async function enter(context: Context, turn: Turn, text: { body: string; isOnRecord: boolean; lines: NoteLine[] }) {
  const { tx, actor, now, rows, newId } = context;
  const id = newId();
  const of = { statement_id: id };
  const { roundtable_id } = turn;
  const language = await languageOf(text.body, turn.languages);
  const isChair = turn.class === 'co_chair';
  const capacity = isChair ? 'co_chair' : turn.class === 'panel' ? 'panel' : (turn.capacity ?? 'delegate');
  await rows.insert('statement', {
    id,
    slot_id: turn.id,
    roundtable_id,
    number: await nextNumber(tx, roundtable_id),
    kind: isChair ? 'remark' : 'intervention',
    mode: 'oral',
    state: 'noted',
    identity: 'verified',
    source: 'note_taker',
    on_record: text.isOnRecord,
    language,
    said_at: turn.started_at ?? turn.ended_at,
    replies_to: await followedBy(tx, roundtable_id, text.lines),
  });
  const words = { ...of, revision: 1, language, body: text.body, by_id: actor.personId, at: now };
  await rows.insert('statement_revision', words);
  const { delegation_id, person_id, name, function: office, rank, on_behalf_of_id } = turn;
  const person = { person_id, name, function: office, rank };
  await rows.insert('statement_speaker', [
    { ...of, position: 1, part: 'speaker', delegation_id, capacity, ...person },
    ...(on_behalf_of_id ? [{ ...of, position: 2, part: 'on_behalf_of', delegation_id: on_behalf_of_id }] : []),
  ]);
  const answers = (await answeredBy(tx, roundtable_id, text.lines)).map((question_id) => ({ ...of, question_id }));
  if (answers.length > 0) await rows.insert('statement_answer', answers);
  await rows.insert('receipt', { ...of, ...makeReceipt(text.body) });
  recordComposed(context, { id, roundtable: roundtable_id, isOnRecord: text.isOnRecord });
  return id;
}

function recordComposed({ record }: Context, about: { id: string; roundtable: string; isOnRecord: boolean }): void {
  const audience = about.isOnRecord ? 'public' : 'desk';
  record('intervention.composed', about.id, { roundtableId: about.roundtable, audience });
}
