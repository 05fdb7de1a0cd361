import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { paragraphToComment } from '#programme/papers/queries.ts';
import { roundtableNumbered, rulingReasons } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { atPace } from '#routes/pace.ts';
import { filesIn } from '#routes/files.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { submitComment } from '#statements/acts.ts';
import { statementNumbered } from '#statements/queries.ts';
import { waysToSpeak } from '#statements/speaking.ts';
import { commentRefusal } from '#statements/rules.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page of its own, made for one person at one time: what it carries enters one comment, however often it is sent. */
export const load: PageServerLoad = async ({ parent, params, locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const asked = (name: string) => wholeNumber(url.searchParams.get(name)) || null;
  const reply = asked('reply');
  const refusal = commentRefusal({ ...roundtable, timeZone: edition.time_zone }, forum.now());
  return {
    roundtable,
    reasons: await rulingReasons(forum.db, edition.id),
    refusal: refusal && (typeof refusal === 'string' ? { code: refusal, values: {} } : refusal),
    ways: await waysToSpeak(forum.db, roundtable, viewer),
    question: roundtable.questions.find(({ number }) => number === asked('question')) ?? null,
    repliesTo: (reply && (await statementNumbered(forum.db, viewer, roundtable, reply))) || null,
    paragraph: await paragraphToComment(forum.db, viewer, roundtable, url.searchParams.get('paragraph') ?? ''),
    here: url.pathname + url.search,
    token: forum.newId(),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await event.request.formData();
    const given = textsOf(form);
    const { forum, viewer, language } = locals;
    const submit = async () => {
      const attachments = await filesIn(form, 'file');
      return atPace(event, attachments.length ? ['comment', 'files'] : ['comment'], () =>
        perform(forum, viewer, submitComment, {
          roundtable: given.roundtable ?? '',
          body: given.body ?? '',
          questions: given.question ? [given.question] : [],
          repliesTo: given.reply || null,
          paragraph: given.paragraph || null,
          quotes: given.reply && given.quote?.trim() ? [{ statement: given.reply, text: given.quote }] : [],
          name: given.name ?? '',
          email: given.email?.trim() ?? '',
          as: given.as || null,
          token: given.token || null,
          byName: given.byName === 'yes',
          attachments,
        }),
      );
    };
    const outcome = await answer(submit(), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/receipts/${outcome.receipt}?new#main`);
  },
} satisfies Actions;
