import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { correctionToDecide, ownIntervention, windowOf } from './before-correcting.ts';
import { askingRefusal, confirmingRefusal, decidingRefusal, isLate, windowRefusal } from './rules.ts';

const text = z
  .string()
  .overwrite((given) => given.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '\ufffd'))
  .trim();
const own = z.object({ statement: z.uuid(), delegation: z.uuid(), revision: z.int32().positive() });

export const openCorrections = act({
  name: 'corrections.open',
  does: 'Says until when delegations may confirm and correct the record of what they said at a meeting that is over.',
  input: z.object({ roundtable: z.uuid(), closesAt: z.date('correction.window_missing') }),
  async run({ tx, actor, now, rows, record }, input) {
    const roundtable = found(
      await tx
        .selectFrom('roundtable')
        .select(['id', 'edition_id', 'state'])
        .where('id', '=', input.roundtable)
        .forUpdate()
        .executeTakeFirst(),
      'roundtable',
    );
    refuseIf(roleRefusal(actor, reporters, { editionId: roundtable.edition_id, roundtableId: roundtable.id }));
    refuseIf(windowRefusal(roundtable, input.closesAt, now));
    await rows.update('roundtable', { id: roundtable.id }, { record_closes_at: input.closesAt });
    record('corrections.opened', roundtable.id, { roundtableId: roundtable.id });
  },
});

export const confirmIntervention = act({
  name: 'intervention.confirm',
  does: 'A delegation confirms the record of what it said, as it stands.',
  input: own,
  async run({ tx, actor, now, newId, rows, record }, { statement: id, delegation, revision }) {
    const statement = await ownIntervention(tx, actor, id, delegation);
    refuseIf(confirmingRefusal(statement, revision));
    const { roundtable_id: roundtableId } = statement;
    const late = isLate(await windowOf(tx, roundtableId), now);
    const answer = { id: newId(), statement_id: id, revision, delegation_id: delegation, late };
    await rows.insert('correction', { ...answer, by_id: actor.personId, at: now });
    await rows.update('statement', { id }, { state: 'confirmed' });
    record('intervention.confirmed', id, { roundtableId });
  },
});

export const askCorrection = act({
  name: 'correction.ask',
  does: 'A delegation asks that the record of what it said read otherwise, and why. After the window it is marked as late.',
  input: own.extend({
    body: text.min(1, 'statement.body_missing').max(20_000, 'statement.body_too_long'),
    reason: text.max(2000).default(''),
  }),
  async run({ tx, actor, now, newId, rows, record }, { statement: id, delegation, revision, body, reason }) {
    const statement = await ownIntervention(tx, actor, id, delegation);
    refuseIf(askingRefusal(statement, revision, { asked: body, stand: statement.body }));
    const { roundtable_id: roundtableId } = statement;
    const open = await tx
      .selectFrom('correction')
      .select('id')
      .where('statement_id', '=', id)
      .where('report_id', 'is', null)
      .where('body', 'is not', null)
      .where('decision', 'is', null)
      .executeTakeFirst();
    refuseIf(open ? 'correction.asked_already' : null);
    const late = isLate(await windowOf(tx, roundtableId), now);
    const correction = newId();
    const asked = { id: correction, statement_id: id, revision, delegation_id: delegation, body, reason, late };
    await rows.insert('correction', { ...asked, by_id: actor.personId, at: now });
    record('correction.asked', id, { roundtableId, audience: 'desk' });
    return { id: correction };
  },
});

export const decideCorrection = act({
  name: 'correction.decide',
  does: 'Accepts a delegation’s correction, which becomes a new revision of its intervention, or declines it with words.',
  input: z.object({
    correction: z.uuid(),
    decision: z.enum(['accepted', 'declined']),
    words: text.max(2000).default(''),
  }),
  async run({ tx, actor, now, rows, record }, { decision, words, ...input }) {
    const { statement, ...correction } = await correctionToDecide(tx, input.correction);
    const { id, roundtable_id: roundtableId } = statement;
    refuseIf(roleRefusal(actor, reporters, { editionId: statement.edition_id, roundtableId }));
    refuseIf(decidingRefusal(correction, statement, { decision, words }));
    const decided = { decision, words, decided_by: actor.personId, decided_at: now };
    await rows.update('correction', { id: correction.id }, decided);
    if (decision === 'accepted') {
      const revision = statement.revisions + 1;
      const by = { by_id: correction.by_id, at: now };
      const { language } = statement;
      await rows.insert('statement_revision', { statement_id: id, revision, language, body: correction.body!, ...by });
      await rows.update('statement', { id }, { revisions: revision, state: 'confirmed' });
      record('correction.accepted', id, { roundtableId });
    } else record('correction.declined', id, { roundtableId, audience: 'desk' });
  },
});
