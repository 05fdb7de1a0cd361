import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { markSentByHand, tryAgain, unmarkSentByHand } from '#mail/desk.ts';
import { countLetters, letterLists, lettersOf, type LetterList } from '#mail/queries.ts';
import { mailDeskRefusal } from '#mail/rules.ts';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import type { Actions, PageServerLoad } from './$types';

const most = 50;

/** The letters of the edition: those to pass on by hand, those on their way, those that are gone. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (mailDeskRefusal(viewer, edition.id)) error(404, say('page.not_found', {}, language));
  const asked = url.searchParams.get('list');
  const list: LetterList = letterLists.find((name) => name === asked) ?? 'by_hand';
  const after = wholeNumber(url.searchParams.get('after'));
  const counts = await countLetters(forum, viewer, edition.id);
  return {
    list,
    after,
    most,
    counts,
    letters: await lettersOf(forum, viewer, edition.id, { list, after, most }),
    hasServer: forum.mail.smtpUrl !== null,
    done: url.searchParams.get('done'),
  };
};

export const actions = {
  by_hand: (event) => change(event, markSentByHand),
  again: (event) => change(event, tryAgain),
  undo: (event) => change(event, unmarkSentByHand),
} satisfies Actions;

async function change(event: RequestEvent, work: typeof markSentByHand) {
  const { forum, viewer, language } = event.locals;
  const given = textsOf(await event.request.formData());
  const edition = await editionCalled(forum.db, event.params.edition);
  if (!edition || !/^[0-9a-f-]{36}$/.test(given.letter ?? '')) error(404, say('page.not_found', {}, language));
  const outcome = await answer(work(forum, viewer, edition.id, given.letter!), { language, given });
  if (isUnanswered(outcome)) return outcome;
  const done = work === markSentByHand ? `&done=${given.letter}` : '';
  redirect(303, `${event.url.pathname}?list=${encodeURIComponent(given.list ?? 'by_hand')}${done}#main`);
}
