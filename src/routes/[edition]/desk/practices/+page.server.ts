import { error, redirect } from '@sveltejs/kit';
import { practicesTold } from '#analysis/practices.ts';
import { passOverPassage } from '#followup/acts.ts';
import { practicesIn } from '#followup/queries.ts';
import { keeps, passageRefusal } from '#followup/rules.ts';
import { takenUp } from '#followup/sources.ts';
import { say } from '#messages/say.ts';
import { perform } from '#record/act.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { roundtablesIn, statementsFor } from '#statements/queries.ts';
import { shownInList } from '#routes/[edition]/practices/shown.ts';
import type { Actions, PageServerLoad } from './$types';

const atOnce = 20;

/** The support unit’s list: what waits to be published, what awaits consent, and passages that tell of a practice. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!keeps(viewer, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const to = addressesIn(edition.slug);
  const practices = await practicesIn(forum.db, viewer, edition.id, { all: true });
  const inState = (state: string) =>
    practices.filter((one) => one.state === state).map((practice) => shownInList(practice, to, language));
  const suggested = [];
  const { statements: used, points: passed } = await takenUp(forum.db, edition.id);
  for (const roundtable of await roundtablesIn(forum.db, edition.id)) {
    const said = (await statementsFor(forum, viewer, roundtable)).filter((statement) => {
      const { number, state, onRecord, ruling } = statement;
      const decision = ruling?.decision ?? null;
      return !used.has(statement.id) && passageRefusal({ number, state, on_record: onRecord, decision }) === null;
    });
    const byId = new Map(said.map((statement) => [statement.id, statement]));
    for (const { pointId, statementId, passage } of await practicesTold(forum.db, said)) {
      if (passed.has(pointId)) continue;
      const statement = byId.get(statementId)!;
      const from = `${roundtable.number}/${statement.number}`;
      suggested.push({
        pointId,
        passage,
        from,
        lang: statement.language,
        href: to.statement(statement),
        by: statement.speakers.flatMap(({ part, delegation }) =>
          part === 'speaker' && delegation ? [to.tag(delegation)] : [],
        ),
        takeUp: `${to.home}/practices/new?${new URLSearchParams({ from, words: passage })}`,
      });
    }
  }
  return {
    here: `${to.home}/practices`,
    waiting: inState('consented'),
    awaiting: inState('spotted'),
    published: inState('published').length,
    suggested: suggested.slice(0, atOnce),
    more: Math.max(0, suggested.length - atOnce),
  };
};

export const actions = {
  passOver: async ({ request, locals, url }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const outcome = await answer(perform(forum, viewer, passOverPassage, { point: given.point ?? '' }), { language });
    return isUnanswered(outcome) ? outcome : redirect(303, `${url.pathname}#suggested`);
  },
} satisfies Actions;
