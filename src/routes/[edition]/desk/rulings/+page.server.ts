import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds, offices } from '#people/rules.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { giveRuling, markAbuse } from '#statements/rulings/acts.ts';
import { awaitingRuling, countAppeals, publishedReasons } from '#statements/rulings/queries.ts';
import { mayDo, mayReadQueue } from '#statements/rulings/rules.ts';
import { kindsOf } from '#routes/[edition]/delegations/constituencies.ts';
import { rulingIn } from './ruling-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The comments without a ruling, oldest first. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!mayReadQueue(viewer, edition.id)) error(404, say('page.not_found', {}, language));
  const asked = {
    roundtable: url.searchParams.get('rt') ?? '',
    question: url.searchParams.get('question') ?? '',
    constituency: url.searchParams.get('constituency') ?? '',
    identified: url.searchParams.get('identified') ?? '',
  };
  const { comments, roundtables } = await awaitingRuling(forum.db, viewer, edition.id, {
    roundtable: asked.roundtable || null,
    question: wholeNumber(asked.question) || null,
    kinds: kindsOf(asked.constituency),
    identified: asked.identified === '' ? null : asked.identified === 'yes',
  });
  const programme = await programmeOf(forum.db, edition.id);
  return {
    asked,
    comments: comments.slice(0, mostShown),
    found: comments.length,
    total: roundtables.reduce((sum, { count }) => sum + count, 0),
    roundtables,
    questions: programme.find(({ number }) => number === asked.roundtable)?.questions ?? [],
    reasons: await publishedReasons(forum.db, edition.id),
    mayRule: holds(viewer, mayDo.rule, { editionId: edition.id }),
    mayMark: holds(viewer, mayDo.markAbuse, { editionId: edition.id }),
    mayAppeals: holds(viewer, offices, { editionId: edition.id }),
    appeals: await countAppeals(forum.db, viewer, edition.id),
    done: url.searchParams.get('done'),
    several: wholeNumber(url.searchParams.get('several')),
    search: searchOf(asked),
  };
};

const mostShown = 50;

export const actions = {
  rule: async ({ request, locals, params, url }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const outcome = await answer(perform(forum, viewer, giveRuling, rulingIn(given)), { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, after(params.edition, url, given.place));
  },
  mark: async ({ request, locals, params, url }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const { statement = '', reason, words = '' } = given;
    const marking = perform(forum, viewer, markAbuse, { statement, reason: reason as 'spam', words });
    const outcome = await answer(marking, { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, after(params.edition, url, given.place));
  },
} satisfies Actions;

/** Back to the queue as it was narrowed, which says what was decided and where it can be decided again. */
function after(edition: string, url: URL, place = ''): string {
  const search = new URLSearchParams([...url.searchParams].filter(([name]) => ['rt', 'question', 'constituency', 'identified'].includes(name))); // prettier-ignore
  if (/^\d+(\.\d+)*\/\d+$/.test(place)) search.set('done', place);
  return `/${edition}/desk/rulings?${search}#main`;
}

function searchOf({ roundtable, ...asked }: Record<string, string>): string {
  const all = { rt: roundtable, ...asked };
  return new URLSearchParams(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
}
