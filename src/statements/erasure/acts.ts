import { z } from 'zod';
import { roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { concerned, openRequest, statementWithReceipt } from './before-erasing.ts';
import { eraseAll, extentOf } from './erasing.ts';
import { erasureRefusal, mayErase } from './rules.ts';
import { subjectOf } from './subject.ts';

const words = z.string().trim().max(2000, 'erasure.words_too_long');

export const askErasure = act({
  name: 'erasure.ask',
  does: 'Asks that what identifies someone be erased; the support unit makes sure who asks, and answers.',
  input: z.object({
    edition: z.uuid(),
    name: z.string().trim().max(200, 'people.name_too_long').default(''),
    email: z.union([z.literal(''), z.email('people.email_wrong').max(254, 'people.email_wrong')]).default(''),
    words: words.default(''),
    /** The code of a receipt, from whoever has no account. */
    receipt: z.string().max(40).default(''),
    withWords: z.boolean().default(false),
  }),
  async run({ tx, actor, now, newId, rows, record }, input) {
    const statement = input.receipt ? await statementWithReceipt(tx, input.receipt, input.edition) : null;
    refuseIf(input.receipt && !statement ? 'erasure.receipt_unknown' : null);
    refuseIf(actor.personId || input.email || statement ? null : 'erasure.who_asks');
    const id = newId();
    await rows.insert('erasure_request', {
      id,
      edition_id: input.edition,
      person_id: actor.personId,
      statement_id: statement,
      name: input.name,
      email: input.email,
      words: input.words,
      with_words: input.withWords,
      at: now,
    });
    record('erasure.asked', id, { audience: 'desk' });
    return { id };
  },
});

export const carryOutErasure = act({
  name: 'erasure.carry_out',
  does: 'Erases what identifies a person, or the author of one statement, and where asked the words of their statements. The lines of the record and their commitments stay.',
  input: z.object({
    edition: z.uuid(),
    person: z.uuid().nullable().default(null),
    statement: z.uuid().nullable().default(null),
    request: z.uuid().nullable().default(null),
    withWords: z.boolean().default(false),
    /** How it was made sure that the request comes from the person it concerns. */
    verifiedHow: z.string().trim().min(1, 'erasure.verified_missing').max(500, 'erasure.words_too_long'),
  }),
  async run({ tx, actor, now, newId, rows, record }, { verifiedHow, withWords, ...input }) {
    const { edition, person, statement } = input;
    refuseIf(roleRefusal(actor, mayErase, { editionId: edition }));
    refuseIf((person === null) === (statement === null) ? 'erasure.of_whom' : null);
    const request = input.request ? found(await openRequest(tx, edition, input.request), 'request') : null;
    const whom = found(await concerned(tx, edition, { person, statement }), 'person');
    refuseIf(erasureRefusal({ request, withWords, ...whom }));
    const subject = await subjectOf(tx, input);
    const extent = await extentOf(tx, subject, withWords);
    const sequences = await eraseAll({ tx, rows, now }, subject, withWords);
    const id = newId();
    await rows.insert('erasure', {
      id,
      edition_id: edition,
      request_id: input.request,
      person_id: person,
      statement_id: statement,
      with_words: withWords,
      verified_how: verifiedHow,
      erased: JSON.stringify(extent.erased),
      kept: JSON.stringify(extent.kept),
      payloads: extent.payloads,
      sequences,
      by_id: actor.personId,
      at: now,
    });
    if (request)
      await rows.update(
        'erasure_request',
        { id: request.id },
        { state: 'carried_out', answered_by: actor.personId, answered_at: now },
      );
    record('erasure.carried_out', (person ?? statement)!, { roundtableId: whom.roundtableId });
    return { id };
  },
});

export const declineErasure = act({
  name: 'erasure.decline',
  does: 'Answers in words why a request for erasure cannot be carried out.',
  input: z.object({ edition: z.uuid(), request: z.uuid(), answer: words.min(1, 'erasure.answer_missing') }),
  async run({ tx, actor, now, rows, record }, { edition, request: id, answer }) {
    refuseIf(roleRefusal(actor, mayErase, { editionId: edition }));
    const request = found(await openRequest(tx, edition, id), 'request');
    refuseIf(erasureRefusal({ request, erasedAt: null, wordsLeft: 0, withWords: false }));
    const answered = { state: 'declined', answer, answered_by: actor.personId, answered_at: now };
    await rows.update('erasure_request', { id }, answered);
    record('erasure.declined', id, { audience: 'desk' });
  },
});
