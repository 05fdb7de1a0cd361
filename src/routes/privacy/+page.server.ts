import { redirect } from '@sveltejs/kit';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { atPace } from '#routes/pace.ts';
import { askErasure } from '#statements/erasure/acts.ts';
import { personal } from '#statements/erasure/personal.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is kept about people, from the declaration that erasures are made from; and the way to ask for one. */
export const load: PageServerLoad = ({ url }) => ({
  asked: url.searchParams.has('asked'),
  groups: (['removed', 'words', 'kept'] as const).map((name) => ({
    name,
    tables: personal
      .filter(({ erasure, words }) => (words ? 'words' : erasure === 'kept' ? 'kept' : 'removed') === name)
      .map(({ table, columns }) => ({ table, columns: columns.join(', ') })),
  })),
});

export const actions = {
  default: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const edition = await editionCalled(forum.db);
    const { name = '', email = '', words = '', receipt = '' } = given;
    const withWords = given.withWords === 'yes';
    const input = { edition: edition?.id ?? '', name, email: email.trim(), words, receipt, withWords };
    const outcome = await answer(
      atPace(event, ['erasure'], () => perform(forum, viewer, askErasure, input)),
      { language, given },
    );
    return isUnanswered(outcome) ? outcome : redirect(303, '/privacy?asked#main');
  },
} satisfies Actions;
