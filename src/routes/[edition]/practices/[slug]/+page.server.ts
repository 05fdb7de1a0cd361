import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { consentToPractice, publishPractice, withdrawPractice } from '#followup/acts.ts';
import { askForContact, withdrawContact } from '#followup/contacts/acts.ts';
import { contactsAsked, ownContacts } from '#followup/contacts/queries.ts';
import { practiceCalled } from '#followup/queries.ts';
import { contactRefusal, keeps } from '#followup/rules.ts';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform, type Act } from '#record/act.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { countriesOf, promoters } from '#routes/[edition]/practices/shown.ts';
import type { Actions, PageServerLoad } from './$types';

/** One practice: what it is, who does it too, and the letter to its contact. */
export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const practice = await practiceCalled(forum.db, viewer, edition.id, params.slug);
  if (!practice) error(404, say('page.not_found', {}, language));
  const to = addressesIn(edition.slug);
  const asked = await ownContacts(forum.db, viewer, practice.id);
  const isKeeper = keeps(viewer, { editionId: edition.id });
  const left = (['does_too', 'seeks_partners'] as const).filter((kind) => !asked.some((one) => one.kind === kind));
  return {
    here: `${to.home}/practices`,
    practice,
    countries: countriesOf(practice, language),
    by: promoters(practice, to),
    asked,
    left,
    mayAsk: contactRefusal({ state: practice.state, isOwn: practice.isMine }, { alreadyAsked: false }) === null,
    letters: practice.isMine || isKeeper ? await contactsAsked(forum.db, practice) : [],
    mayChange: (practice.isMine || isKeeper) && practice.state !== 'withdrawn',
    isKeeper,
    isNew: url.searchParams.has('new'),
    isSent: url.searchParams.has('sent'),
  };
};

export const actions = {
  ask: async (event) => {
    const given = textsOf(await event.request.formData());
    const kind = given.kind === 'seeks_partners' ? given.kind : 'does_too';
    return done(event, askForContact, { practice: await practiceAt(event), kind, words: given.words ?? '' }, given, '?sent#touch'); // prettier-ignore
  },
  takeBack: async (event) => {
    const given = textsOf(await event.request.formData());
    return done(event, withdrawContact, { contact: given.contact ?? '' }, given, '#touch');
  },
  consent: async (event) => {
    const given = textsOf(await event.request.formData());
    const how = given.how ?? '';
    return done(event, consentToPractice, { practice: await practiceAt(event), how }, given, '#standing');
  },
  publish: async (event) => done(event, publishPractice, { practice: await practiceAt(event) }, {}, '#main'),
  withdraw: async (event) => done(event, withdrawPractice, { practice: await practiceAt(event) }, {}, '#standing'),
} satisfies Actions;

async function practiceAt({ locals, params }: RequestEvent): Promise<string> {
  const { forum, viewer, language } = locals;
  const edition = await editionCalled(forum.db, params.edition ?? '');
  const practice = edition && (await practiceCalled(forum.db, viewer, edition.id, params.slug ?? ''));
  if (!practice) error(404, say('page.not_found', {}, language));
  return practice.id;
}

/** Performs the act and comes back to this page, where the part it changed stands. */
async function done(event: RequestEvent, act: unknown, input: object, given: Record<string, string>, back: string) {
  const { forum, viewer, language } = event.locals;
  const outcome = await answer(perform(forum, viewer, act as Act, input), { language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, `${event.url.pathname}${back}`);
}
