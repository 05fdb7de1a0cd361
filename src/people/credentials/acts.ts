import { z } from 'zod';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { credentialToDecide, examinedBy, isFocalPoint } from './before-acting.ts';
import {
  askingRefusal,
  capacities,
  correctionRefusal,
  credentialRefusal,
  examinerRefusal,
  ranks,
  usualRank,
  type CredentialState,
} from './rules.ts';

const words = z.string().trim().max(1000, 'credential.words_too_long');

export const askCredential = act({
  name: 'credential.ask',
  does: 'Asks to speak for a delegation, in a function and with words for those who verify.',
  input: z.object({
    edition: z.uuid(),
    delegation: z.uuid('credential.delegation_missing'),
    function: z.string().trim().min(1, 'credential.function_missing').max(200, 'people.name_too_long'),
    capacity: z.enum(capacities).default('delegate'),
    words: words.default(''),
  }),
  async run({ tx, actor, now, newId, rows, record }, input) {
    refuseIf(actor.personId ? null : 'credential.sign_in');
    const person = actor.personId!;
    const edition = tx.selectFrom('edition').select('state').where('id', '=', input.edition);
    refuseIf(askingRefusal(found(await edition.executeTakeFirst(), 'edition').state));
    const delegation = await tx
      .selectFrom('delegation')
      .select('id')
      .where('id', '=', input.delegation)
      .where('merged_into', 'is', null)
      .executeTakeFirst();
    found(delegation, 'delegation');
    const before = await tx
      .selectFrom('credential')
      .selectAll()
      .where('edition_id', '=', input.edition)
      .where('person_id', '=', person)
      .where('delegation_id', '=', input.delegation)
      .forUpdate()
      .executeTakeFirst();
    if (before) refuseIf(credentialRefusal(before.state as CredentialState, 'asked'));
    const { capacity, words } = input;
    const asked = { state: 'asked', capacity, words, function: input.function, asked_at: now };
    const id = before?.id ?? newId();
    if (before) await rows.update('credential', { id }, asked);
    else
      await rows.insert('credential', {
        id,
        edition_id: input.edition,
        person_id: person,
        delegation_id: input.delegation,
        ...asked,
      });
    await rows.insert('credential_decision', { id: newId(), credential_id: id, decision: 'asked', by_id: person, at: now, how: words }); // prettier-ignore
    record('credential.asked', id, { audience: 'author' });
    return { id };
  },
});

export const verifyCredential = act({
  name: 'credential.verify',
  does: 'Verifies that a person speaks for a delegation, and says by which check: for its focal point or the support unit.',
  input: z.object({
    credential: z.uuid(),
    how: z.string().trim().min(1, 'credential.how_missing').max(200, 'credential.how_too_long'),
    capacity: z.enum(capacities).optional(),
    rank: z.enum(ranks).optional(),
  }),
  async run(context, input) {
    const { actor, now, rows } = context;
    const credential = await decide(context, input.credential, 'verified', input.how);
    const capacity = input.capacity ?? credential.capacity;
    const as = { capacity, rank: input.rank ?? usualRank(capacity) };
    const verified = { verified_by: actor.personId, verified_at: now, verified_how: input.how };
    await rows.update('credential', { id: credential.id }, { state: 'verified', ...as, ...verified });
    context.record('credential.verified', credential.id, { audience: 'author' });
  },
});

export const refuseCredential = act({
  name: 'credential.refuse',
  does: 'Refuses that a person speaks for a delegation, with a reason they are told. They can ask again.',
  input: z.object({ credential: z.uuid(), reason: words.min(1, 'credential.reason_missing') }),
  async run(context, input) {
    const { id } = await decide(context, input.credential, 'refused', input.reason);
    await context.rows.update('credential', { id }, { state: 'refused' });
    context.record('credential.refused', id, { audience: 'author' });
  },
});

export const correctCredential = act({
  name: 'credential.correct',
  does: 'Corrects in which function, capacity and rank somebody speaks for a delegation. What was said before stays as it was said.',
  input: z.object({
    credential: z.uuid(),
    function: z.string().trim().max(200, 'people.function_too_long').default(''),
    capacity: z.enum(capacities),
    rank: z.enum(ranks),
  }),
  async run({ tx, actor, rows, record }, { credential: id, ...input }) {
    const credential = await credentialToDecide(tx, id);
    refuseIf(examinerRefusal(actor, await examinedBy(tx, actor, credential)));
    refuseIf(correctionRefusal(credential.state as CredentialState));
    await rows.update('credential', { id }, { ...input, function: input.function || null });
    record('credential.corrected', id, { audience: 'author' });
  },
});

export const withdrawCredential = act({
  name: 'credential.withdraw',
  does: 'Ends a credential, or takes back the question. What was said with it stays as it was said.',
  input: z.object({ credential: z.uuid(), reason: words.default('') }),
  async run(context, input) {
    const { id } = await decide(context, input.credential, 'withdrawn', input.reason);
    const nobody = { verified_at: null, verified_by: null, verified_how: null };
    await context.rows.update('credential', { id }, { state: 'withdrawn', ...nobody });
    context.record('credential.withdrawn', id, { audience: 'author' });
  },
});

export const requireRelease = act({
  name: 'delegation.require_release',
  does: 'Makes deputies’ and delegates’ comments of a delegation wait for its focal point, or no longer. Those that wait go on waiting.',
  input: z.object({ edition: z.uuid(), delegation: z.uuid(), required: z.boolean() }),
  async run({ tx, actor, rows, record }, input) {
    const delegation = found(
      await tx
        .selectFrom('delegation')
        .select(['id', 'requires_release'])
        .where('id', '=', input.delegation)
        .forUpdate()
        .executeTakeFirst(),
      'delegation',
    );
    const byFocalPoint = await isFocalPoint(tx, actor, input.edition, delegation.id);
    refuseIf(byFocalPoint || actor.program ? null : 'delegation.not_focal_point');
    if (delegation.requires_release === input.required) return;
    await rows.update('delegation', { id: delegation.id }, { requires_release: input.required });
    record(input.required ? 'delegation.release_required' : 'delegation.release_ended', delegation.id);
  },
});

/** The credential, locked, once it is certain that this actor may take it there; the decision is a row of its own. */
async function decide(
  { tx, actor, now, newId, rows }: Context,
  id: string,
  to: CredentialState,
  how: string,
): Promise<{ id: string; capacity: string }> {
  const credential = await credentialToDecide(tx, id);
  const isOwn = to === 'withdrawn' && actor.personId === credential.person_id;
  if (!isOwn) refuseIf(examinerRefusal(actor, await examinedBy(tx, actor, credential)));
  refuseIf(credentialRefusal(credential.state as CredentialState, to));
  await rows.insert('credential_decision', { id: newId(), credential_id: id, decision: to, by_id: actor.personId, at: now, how }); // prettier-ignore
  return credential;
}
