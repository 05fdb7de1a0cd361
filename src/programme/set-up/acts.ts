import { z } from 'zod';
import { nameRefusal } from '#people/accounts/rules.ts';
import { admitPerson, assignRole, openAccount } from '#people/acts.ts';
import { isAnyOfficeHeld } from '#people/offices/queries.ts';
import { openEdition } from '#programme/acts.ts';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { addressFor, datesRefusal } from './rules.ts';

const edition = openEdition.input.pick({
  name: true,
  shortName: true,
  number: true,
  place: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  languages: true,
});

export const setUpForum = act({
  name: 'forum.set_up',
  does: 'Opens the first edition of a forum and the account of its Chair’s office; only while nobody holds an office.',
  input: edition.extend({
    person: z.string().trim().min(1, 'people.name_missing').max(200, 'people.name_too_long'),
    function: z.string().trim().max(200, 'people.function_too_long').nullable().default(null),
    email: openAccount.input.shape.email,
    password: openAccount.input.shape.password,
  }),
  async run({ tx, actor, record, perform }, { person: name, function: office, email, password, ...edition }) {
    refuseIf(actor.program ? null : 'set_up.needs_code');
    refuseIf((await isAnyOfficeHeld(tx)) ? 'set_up.done_already' : null);
    refuseIf(nameRefusal(name));
    refuseIf(datesRefusal(edition));
    const slug = addressFor(edition.shortName) || addressFor(edition.name);
    refuseIf(slug ? null : 'set_up.no_address');
    const { id } = await perform(openEdition, { ...edition, slug });
    const { id: person } = await perform(admitPerson, { edition: id, name, function: office });
    await perform(assignRole, { edition: id, kind: 'chairs_office', person });
    await perform(openAccount, { edition: id, person, email, password });
    record('forum.set_up', id);
    return { edition: id, slug };
  },
});
