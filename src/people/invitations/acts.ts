import { z } from 'zod';
import { linkMinutes, nameRefusal } from '#people/accounts/rules.ts';
import { openAccount, roleKinds } from '#people/acts.ts';
import { capacities, ranks, usualRank } from '#people/credentials/rules.ts';
import { chairsOfficeHolders } from '#people/offices/queries.ts';
import { chairsOfficeRefusal } from '#people/offices/rules.ts';
import { offices, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { answerRefusal } from './rules.ts';

export const invitePerson = act({
  name: 'account.invite',
  does: 'Invites somebody by e-mail to hold an office or to speak for a delegation; they choose their own password.',
  input: z
    .object({
      edition: z.uuid(),
      email: z.email('people.email_wrong').max(200, 'people.email_wrong'),
      name: z.string().trim().min(1, 'people.name_missing').max(200, 'people.name_too_long'),
      title: z.string().trim().max(100, 'people.title_too_long').nullable().default(null),
      function: z.string().trim().max(200, 'people.function_too_long').nullable().default(null),
      kind: z.enum(roleKinds).nullable().default(null),
      roundtable: z.uuid().nullable().default(null),
      delegation: z.uuid().nullable().default(null),
      capacity: z.enum(capacities).default('delegate'),
      rank: z.enum(ranks).optional(),
    })
    .refine(({ kind, delegation }) => kind !== null || delegation !== null, 'invitation.to_nothing'),
  async run({ tx, actor, rows, record, newId, now }, input) {
    const place = { editionId: input.edition };
    refuseIf(roleRefusal(actor, offices, place));
    if (input.kind)
      refuseIf(chairsOfficeRefusal(actor, input.kind, place, await chairsOfficeHolders(tx, input.edition)));
    refuseIf(nameRefusal(input.name));
    const email = input.email.toLowerCase();
    const waiting = await tx
      .selectFrom('invitation')
      .select('name')
      .where('edition_id', '=', input.edition)
      .where('email', '=', email)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    refuseIf(waiting ? { code: 'invitation.is_out', values: { name: waiting.name } } : null);
    const id = newId();
    await rows.insert('invitation', {
      id,
      edition_id: input.edition,
      email,
      name: input.name,
      title: input.title || null,
      function: input.function || null,
      kind: input.kind,
      roundtable_id: input.kind ? input.roundtable : null,
      delegation_id: input.delegation,
      capacity: input.capacity,
      rank: input.rank ?? usualRank(input.capacity),
      invited_by: actor.personId,
      invited_at: now,
      expires_at: new Date(now.getTime() + linkMinutes.invitation * 60_000),
    });
    record('account.invited', id, { audience: 'desk' });
    return { id };
  },
});

export const withdrawInvitation = act({
  name: 'invitation.withdraw',
  does: 'Takes back an invitation nobody has answered yet: its link opens no more.',
  input: z.object({ invitation: z.uuid() }),
  async run(context, input) {
    const invitation = await invitationFor(context, input.invitation);
    refuseIf(roleRefusal(context.actor, offices, { editionId: invitation.edition_id }));
    refuseIf(answerRefusal(invitation, context.now));
    await context.rows.update('invitation', { id: invitation.id }, { withdrawn_at: context.now });
    context.record('invitation.withdrawn', invitation.id, { audience: 'desk' });
  },
});

export const acceptInvitation = act({
  name: 'invitation.accept',
  does: 'Answers an invitation, by whoever holds the link from the letter: makes the account, and gives what was offered.',
  input: z.object({
    invitation: z.uuid(),
    /** Needed where there is no account with this address yet. */
    password: z.string().default(''),
  }),
  async run(context, input) {
    const { tx, actor, rows, record, now } = context;
    const invitation = await invitationFor(context, input.invitation);
    refuseIf(roleRefusal(actor, offices, { editionId: actor.program ? invitation.edition_id : '' }));
    refuseIf(answerRefusal(invitation, now));
    const login = await tx
      .selectFrom('login')
      .select('person_id')
      .where('email', '=', invitation.email)
      .executeTakeFirst();
    const person = login?.person_id ?? (await newPerson(context, invitation, input.password));
    await giveOffice(context, invitation, person);
    await giveCredential(context, invitation, person);
    await rows.update('invitation', { id: invitation.id }, { accepted_at: now, person_id: person });
    record('invitation.accepted', invitation.id, { audience: 'desk' });
    return { email: invitation.email, isNew: login === undefined };
  },
});

type Invitation = Awaited<ReturnType<typeof invitationFor>>;

async function invitationFor({ tx }: Context, id: string) {
  return found(
    await tx.selectFrom('invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'invitation',
  );
}

async function newPerson({ rows, record, newId, perform }: Context, invitation: Invitation, password: string) {
  const id = newId();
  const { name, title, function: office, email, edition_id: edition } = invitation;
  await rows.insert('person', { id, name, title, function: office });
  record('person.admitted', id, { audience: 'desk' });
  await perform(openAccount, { edition, person: id, email, password }, program);
  return id;
}

async function giveOffice({ tx, rows, record, newId }: Context, invitation: Invitation, person: string) {
  const { edition_id, roundtable_id, kind } = invitation;
  if (!kind) return;
  const held = await tx
    .selectFrom('role')
    .select('id')
    .where('edition_id', '=', edition_id)
    .where('kind', '=', kind)
    .where('roundtable_id', 'is not distinct from', roundtable_id)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (held) return;
  const id = newId();
  await rows.insert('role', { id, edition_id, roundtable_id, kind, person_id: person });
  record('role.assigned', id, { roundtableId: roundtable_id });
}

/** The line that says the invitation was accepted commits to it. */
async function giveCredential({ tx, rows, newId, now }: Context, invitation: Invitation, person: string) {
  const { edition_id, delegation_id, capacity, rank, invited_by } = invitation;
  if (!delegation_id) return;
  const held = await tx
    .selectFrom('credential')
    .select(['id', 'state'])
    .where('edition_id', '=', edition_id)
    .where('delegation_id', '=', delegation_id)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (held?.state === 'verified') return;
  const verified = {
    state: 'verified',
    capacity,
    rank,
    verified_by: invited_by,
    verified_at: now,
    verified_how: 'by invitation',
  };
  const id = held?.id ?? newId();
  if (held) await rows.update('credential', { id }, verified);
  else await rows.insert('credential', { id, edition_id, person_id: person, delegation_id, ...verified });
  const decision = { decision: 'verified', by_id: invited_by, at: now, how: verified.verified_how };
  await rows.insert('credential_decision', { id: newId(), credential_id: id, ...decision });
}
