import { error, redirect } from '@sveltejs/kit';
import { offerPractice, spotPractice } from '#followup/acts.ts';
import { practicesIn } from '#followup/queries.ts';
import { keeps } from '#followup/rules.ts';
import { say } from '#messages/say.ts';
import { speaksFor } from '#people/queries.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { found } from '#record/refusals.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered } from '#routes/answer.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { ownReceipt, statementNumbered } from '#statements/queries.ts';
import { entryFrom } from '#routes/[edition]/practices/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of a practice: one’s own, or, with `?from=2.1/36`, a passage of a statement; `?words=` the passage. */
export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const to = addressesIn(edition.slug);
  const [, number = '', n = ''] = /^([\d.]{1,20})\/(\d+)$/.exec(url.searchParams.get('from') ?? '') ?? [];
  const roundtable = number ? await roundtableNumbered(forum.db, edition.id, number) : undefined;
  const statement = roundtable && (await statementNumbered(forum.db, viewer, roundtable, wholeNumber(n)));
  if (url.searchParams.has('from') && !statement) error(404, say('page.not_found', {}, language));
  const isAuthor = statement ? (await ownReceipt(forum.db, viewer, statement.id)) !== undefined : false;
  // Whoever neither said it nor keeps the database offers a practice of their own.
  const mayTake = isAuthor || keeps(viewer, { editionId: edition.id });
  const themes = (await practicesIn(forum.db, viewer, edition.id)).flatMap((practice) => practice.themes);
  return {
    here: `${to.home}/practices`,
    signIn: `/sign-in?back=${encodeURIComponent(url.pathname + url.search)}`,
    from:
      statement && mayTake
        ? {
            id: statement.id,
            number: statement.number,
            roundtable: statement.roundtable.number,
            href: to.statement(statement),
            body: statement.body ?? '',
            language: statement.language,
            isAuthor,
          }
        : null,
    words: url.searchParams.get('words') ?? '',
    themes: [...new Set(themes)].sort(),
    speaksFor: viewer.personId ? await speaksFor(forum.db, edition.id, viewer.personId) : [],
  };
};

export const actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { forum, viewer, language } = locals;
    const outcome = await answer(
      (async () => {
        const edition = found(await editionCalled(forum.db, params.edition), 'edition').id;
        const entry = await entryFrom(form);
        const statement = String(form.get('statement') ?? '');
        const quotation = String(form.get('passage') ?? '').replace(/\r\n?/g, '\n');
        if (form.get('how') === 'spot') return perform(forum, viewer, spotPractice, { ...entry, statement, quotation });
        const source = statement ? { statement, quotation } : null;
        const delegation = String(form.get('delegation') ?? '') || null;
        return perform(forum, viewer, offerPractice, { edition, ...entry, source, delegation });
      })(),
      { language, given: form },
    );
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/practices/${outcome.slug}?new`);
  },
} satisfies Actions;
