import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { officesIn } from '#people/accounts/queries.ts';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { rulingIn } from '#routes/[edition]/desk/rulings/ruling-form.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { statementNumbered } from '#statements/queries.ts';
import { answerAppeal, giveRuling, markAbuse } from '#statements/rulings/acts.ts';
import { rulingsOn } from '#statements/rulings/history.ts';
import { chairsOffice, publishedReasons } from '#statements/rulings/queries.ts';
import { abuseRefusal, answerRefusal, mayDo, rulingRefusal } from '#statements/rulings/rules.ts';
import type { Actions, PageServerLoad } from './$types';

/** One comment with every ruling on it, its appeal, and the forms to rule anew and to answer. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const place = { editionId: edition.id, roundtableId: roundtable?.id ?? null };
  const mayRead = roundtable && holds(viewer, mayDo.readQueue, place);
  const statement = mayRead && (await statementNumbered(forum.db, viewer, roundtable, wholeNumber(params.n)));
  if (!statement) error(404, say('page.not_found', {}, language));
  const rulings = await rulingsOn(forum.db, [statement.id]);
  const standing = rulings.at(-1) ?? null;
  const appeal = standing?.appeal ?? null;
  const ruled = { ...statement, appealOpen: appeal !== null && appeal.outcome === null };
  const others = (await chairsOffice(forum.db, edition.id)).filter((id) => id !== viewer.personId).length;
  return {
    statement,
    rulings,
    reasons: await publishedReasons(forum.db, edition.id),
    mayRule: holds(viewer, mayDo.rule, place),
    rulingRefusal: codeOf(rulingRefusal(ruled)),
    mayMark: holds(viewer, mayDo.markAbuse, place) && !abuseRefusal({ ...ruled, standing: standing?.decision ?? null }),
    appeal: ruled.appealOpen ? appeal : null,
    answerRefusal:
      appeal && standing
        ? codeOf(
            answerRefusal({ outcome: appeal.outcome, ruledBy: standing.byId, answeredBy: viewer.personId, others }),
          )
        : null,
    /** Who can take back that it was set aside. */
    chairs: (await officesIn(forum.db, edition.id)).flatMap(({ kind, name }) =>
      kind === 'chairs_office' ? [name] : [],
    ),
    done: url.searchParams.has('done'),
  };
};

export const actions = {
  rule: (event) => after(event, (given) => perform(...by(event), giveRuling, rulingIn(given))),
  mark: (event) =>
    after(event, ({ statement = '', reason, words = '' }) =>
      perform(...by(event), markAbuse, { statement, reason: reason as 'spam', words }),
    ),
  answer: (event) =>
    after(event, ({ appeal = '', choice = '', words = '' }) => {
      const ruling = choice === 'upheld' ? null : rulingIn({ choice, words });
      const outcome = choice === '' ? undefined : choice === 'upheld' ? 'upheld' : 'replaced';
      return perform(...by(event), answerAppeal, {
        appeal,
        outcome: outcome as 'upheld',
        answer: words,
        ruling: ruling && { decision: ruling.decision, reason: ruling.reason, words },
      });
    }),
} satisfies Actions;

function by({ locals }: RequestEvent) {
  return [locals.forum, locals.viewer] as const;
}

/** Performs what a form says and comes back to the page, which says that it was done. */
async function after(event: RequestEvent, perform: (given: Record<string, string>) => Promise<unknown>) {
  const given = textsOf(await event.request.formData());
  const outcome = await answer(perform(given), { language: event.locals.language, given });
  if (isUnanswered(outcome)) return outcome;
  const { edition, number, n } = event.params;
  redirect(303, `/${edition}/desk/rulings/${number}/${n}?done#main`);
}

function codeOf(reason: ReturnType<typeof rulingRefusal>): string | null {
  return reason === null || typeof reason === 'string' ? reason : reason.code;
}
