import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { delegationCalled } from '#people/queries.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { askLineCorrection, withdrawLineCorrection } from '#report/corrections/acts.ts';
import { ownLines } from '#report/corrections/lines.ts';
import { isLateFor } from '#report/corrections/rules.ts';
import { headOf } from '#report/reading.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { reportCalled } from '#routes/[edition]/rt/[number]/report/called.ts';
import { shownSentence } from '#routes/[edition]/rt/[number]/report/margin.ts';
import { datesOf } from '#ui/dates.ts';
import type { Actions, PageServerLoad } from './$types';

/** The lines of a report that concern a delegation, for its own people to look through; for nobody else. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const { roundtable, report } = await reportCalled(locals, params);
  const delegation = await delegationCalled(forum.db, params.slug);
  const named = delegation && { id: delegation.id, slug: delegation.slug, name: delegation.short_name };
  const own = named && (await ownLines(forum.db, viewer, report, named));
  if (!own) error(404, say('page.not_found', {}, language));
  const programme = await programmeOf(forum.db, edition.id);
  const reading = {
    report: headOf(report),
    to: addressesIn(edition.slug),
    dates: datesOf(edition, language),
    asked: new Map(programme.flatMap(({ number, questions }) => questions.map(({ id }) => [id, number] as const))),
    say: (code: string, values?: Record<string, unknown>) => say(code, values, language),
  };
  const { number, title } = roundtable;
  return {
    roundtable: { number, title },
    delegation: named,
    report: { title: report.title, state: report.state, language: report.language, closes: report.corrections_close_at },
    isLate: isLateFor(report, forum.now()),
    lines: own.lines.map(({ sentence, paragraph, concern, corrections }) => ({
      id: sentence.id,
      text: sentence.text,
      place: `${paragraph}${sentence.letter}`,
      paragraph,
      sentence: shownSentence(sentence, reading),
      concern,
      corrections,
    })),
    others: own.others,
    said: own.said.map(({ statement, isReflected }) => ({
      id: statement.id,
      number: statement.number,
      roundtable: statement.roundtable.number,
      begins: (statement.body ?? '').slice(0, 60),
      isReflected,
    })),
  }; // prettier-ignore
};

export const actions = {
  ask: (event) =>
    answering(event, async ({ report, delegation }, { sentence = '', statement = '', body = '', reason = '' }) => {
      const about = { sentence: sentence || null, statement: statement || null };
      const { locals } = event;
      const asked = { report, delegation, ...about, body, reason };
      const { id } = await perform(locals.forum, locals.viewer, askLineCorrection, asked);
      return id;
    }),
  withdraw: (event) =>
    answering(event, async (_, { correction = '' }) => {
      await perform(event.locals.forum, event.locals.viewer, withdrawLineCorrection, { correction });
      return correction;
    }),
} satisfies Actions;

async function answering(
  { request, locals, params, url }: RequestEvent,
  work: (of: { report: string; delegation: string }, given: Record<string, string>) => Promise<string>,
) {
  const given = textsOf(await request.formData());
  const { report } = await reportCalled(locals, params);
  const delegation = await delegationCalled(locals.forum.db, params.slug!);
  if (!delegation) error(404, say('page.not_found', {}, locals.language));
  const asked = work({ report: report.id, delegation: delegation.id }, given);
  const outcome = await answer(asked, { language: locals.language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, `${url.pathname}#c${outcome}`);
}
