import { offerPractice, publishPractice, spotPractice } from '#followup/acts.ts';
import { askForContact } from '#followup/contacts/acts.ts';
import { decideAcknowledgement } from '#statements/acknowledgements/acts.ts';
import type { Doing, Event, Ids } from './world.ts';
import type { Practice, World } from './world/types.ts';

/** What was told of things that work, who asked to be put in touch, and who is thanked by name. */
export function practicesTold(doing: Doing, world: World, ids: Ids): Event[] {
  const thanks = world.thankedByName.map((key): Event => {
    const { at } = world.statements.find((statement) => statement.key === key)!;
    return [at, () => doing(at, decideAcknowledgement, { statement: ids.statements.get(key)!, byName: true })];
  });
  return [...thanks, ...world.practices.flatMap((practice) => lifeOf(doing, world, practice, ids))];
}

function lifeOf(doing: Doing, world: World, practice: Practice, ids: Ids): Event[] {
  const { told, published, contacts = [] } = practice;
  let id = '';
  return [
    [told, async () => void ({ id } = await enter(doing, world, practice, ids))],
    ...(published ? [[published, () => doing(published, publishPractice, { practice: id })] satisfies Event] : []),
    ...contacts.map(({ kind, person, words, at }): Event => [
      at,
      () => doing(at, askForContact, { practice: id, kind, words, person: ids.people.get(person)! }),
    ]),
  ];
}

function enter(doing: Doing, world: World, practice: Practice, ids: Ids) {
  const { title, summary, countries = [], partners = [], themes, contact, told, from } = practice;
  const entry = { title, summary, countries, partners, themes, isGlobal: practice.global ?? false };
  const given = { ...entry, contactName: contact.name, contactEmail: contact.email };
  const statement = ids.statements.get(from)!;
  const quotation = world.statements.find(({ key }) => key === from)!.body;
  if (practice.spotted) return doing(told, spotPractice, { ...given, statement, quotation });
  const offered = { edition: ids.edition, delegation: ids.delegations.get(practice.delegation)! };
  return doing(told, offerPractice, { ...given, ...offered, source: { statement, quotation } });
}
