import { z } from 'zod';
import { refuseImitations } from '#people/names/before-acting.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { passwordToKeep } from './accounts/before-password.ts';
import { capacities, ranks, usualRank } from './credentials/rules.ts';
import { chairsOfficeHolders } from './offices/queries.ts';
import { chairsOfficeRefusal } from './offices/rules.ts';
import { delegationKinds, offices, roleRefusal } from './rules.ts';

export const roleKinds = [
  'chairs_office',
  'support_unit',
  'co_chair',
  'rapporteur',
  'general_rapporteur',
  'note_taker',
] as const;

const name = z.string().trim().min(1, 'people.name_missing').max(200, 'people.name_too_long');

export const registerDelegation = act({
  name: 'delegation.register',
  does: 'Adds a delegation to the register, under the one name it goes by, with its other names and its members.',
  input: z.object({
    edition: z.uuid().nullable().default(null),
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'people.slug_wrong'),
    shortName: name,
    formalName: name.optional(),
    kind: z.enum(delegationKinds),
    code: z.string().max(20).nullable().default(null),
    region: z.string().max(40).nullable().default(null),
    aliases: z.array(name).max(100).default([]),
    members: z.array(z.uuid()).max(250).default([]),
  }),
  async run({ tx, actor, rows, record, newId }, input) {
    refuseIf(roleRefusal(actor, ['support_unit', 'chairs_office'], { editionId: input.edition ?? '' }));
    const taken = await tx
      .selectFrom('delegation')
      .select('short_name')
      .where((eb) => eb.or([eb('slug', '=', input.slug), eb('short_name', '=', input.shortName)]))
      .executeTakeFirst();
    refuseIf(taken ? { code: 'delegation.registered_already', values: { name: taken.short_name } } : null);
    const id = newId();
    const { slug, kind, code, region, shortName } = input;
    const formal = input.formalName ?? shortName;
    await refuseImitations(tx, actor, [shortName, formal, ...input.aliases]);
    await rows.insert('delegation', { id, slug, kind, code, region, short_name: shortName, formal_name: formal });
    const aliases = [...new Set(input.aliases)].map((alias) => ({ delegation_id: id, alias }));
    if (aliases.length > 0) await rows.insert('delegation_alias', aliases);
    const members = input.members.map((member_id) => ({ group_id: id, member_id }));
    if (members.length > 0) await rows.insert('membership', members);
    record('delegation.registered', id);
    return { id };
  },
});

export const admitPerson = act({
  name: 'person.admit',
  does: 'Enters a person, with the delegation they speak for once that has been verified.',
  input: z.object({
    edition: z.uuid(),
    name,
    title: z.string().max(100).nullable().default(null),
    function: z.string().max(200).nullable().default(null),
    delegation: z.uuid().nullable().default(null),
    capacity: z.enum(capacities).default('delegate'),
    rank: z.enum(ranks).optional(),
    verifiedHow: z.string().max(200).default('by the support unit'),
  }),
  async run({ actor, rows, record, newId, now }, input) {
    refuseIf(roleRefusal(actor, offices, { editionId: input.edition }));
    const id = newId();
    await rows.insert('person', { id, name: input.name, title: input.title, function: input.function });
    if (input.delegation)
      await rows.insert('credential', {
        id: newId(),
        edition_id: input.edition,
        person_id: id,
        delegation_id: input.delegation,
        capacity: input.capacity,
        rank: input.rank ?? usualRank(input.capacity),
        verified_by: actor.personId,
        verified_at: now,
        verified_how: input.verifiedHow,
      });
    record('person.admitted', id, { audience: 'desk' });
    return { id };
  },
});

export const assignRole = act({
  name: 'role.assign',
  does: 'Gives a person or a delegation an office: co-chair, rapporteur, note-taker, support unit, Chair’s office.',
  input: z
    .object({
      edition: z.uuid(),
      roundtable: z.uuid().nullable().default(null),
      kind: z.enum(roleKinds),
      person: z.uuid().nullable().default(null),
      delegation: z.uuid().nullable().default(null),
      position: z.int32().default(0),
    })
    .refine((role) => role.person !== null || role.delegation !== null, 'role.nobody'),
  async run({ tx, actor, rows, record, newId }, input) {
    const place = { editionId: input.edition };
    refuseIf(roleRefusal(actor, offices, place));
    refuseIf(chairsOfficeRefusal(actor, input.kind, place, await chairsOfficeHolders(tx, input.edition)));
    const held = await tx
      .selectFrom('role')
      .leftJoin('person', 'person.id', 'role.person_id')
      .leftJoin('delegation', 'delegation.id', 'role.delegation_id')
      .select(({ fn }) => fn.coalesce('person.name', 'delegation.short_name').as('name'))
      .where('edition_id', '=', input.edition)
      .where('role.kind', '=', input.kind)
      .where('roundtable_id', 'is not distinct from', input.roundtable)
      .where('person_id', 'is not distinct from', input.person)
      .where('delegation_id', 'is not distinct from', input.delegation)
      .executeTakeFirst();
    refuseIf(held ? { code: 'role.held_already', values: { name: held.name ?? '' } } : null);
    for (const thing of ['person', 'delegation', 'roundtable'] as const)
      if (input[thing])
        found(await tx.selectFrom(thing).select('id').where('id', '=', input[thing]).executeTakeFirst(), thing);
    const id = newId();
    await rows.insert('role', {
      id,
      edition_id: input.edition,
      roundtable_id: input.roundtable,
      kind: input.kind,
      person_id: input.person,
      delegation_id: input.delegation,
      position: input.position,
    });
    record('role.assigned', id, { roundtableId: input.roundtable });
    return { id };
  },
});

export const openAccount = act({
  name: 'account.open',
  does: 'Lets a person sign in with an e-mail address and a password.',
  input: z.object({
    edition: z.uuid(),
    person: z.uuid(),
    email: z.email('people.email_wrong').max(200),
    password: z.string().min(12, 'people.password_short').max(128, 'people.password_long'),
    demo: z.boolean().default(false),
  }),
  async run({ tx, actor, rows, record, newId }, input) {
    refuseIf(roleRefusal(actor, offices, { editionId: input.edition }));
    const person = found(
      await tx.selectFrom('person').select('name').where('id', '=', input.person).executeTakeFirst(),
      'person',
    );
    const email = input.email.toLowerCase();
    const taken = await tx.selectFrom('login').select('id').where('email', '=', email).executeTakeFirst();
    refuseIf(taken ? 'account.email_taken' : null);
    await passwordToKeep(tx, input.password, { name: person.name, email });
    const id = newId();
    const { hashPassword } = await import('better-auth/crypto');
    const password = await hashPassword(input.password);
    // Whoever opens an account for somebody vouches for the address.
    const known = { email, email_verified: true, demo: input.demo };
    await rows.insert('login', { id, person_id: input.person, name: person.name, ...known });
    await rows.insert('login_method', {
      id: newId(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password,
    });
    record('account.opened', input.person, { audience: 'desk' });
    return { id };
  },
});
