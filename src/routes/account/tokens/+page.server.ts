import { redirect } from '@sveltejs/kit';
import { makeToken, revokeToken } from '#api/tokens/acts.ts';
import { ownTokens } from '#api/tokens/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** One’s own access tokens. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { forum, viewer } = locals;
  // A token is shown on this page once, and kept by no browser.
  setHeaders({ 'cache-control': 'no-store' });
  const now = forum.now();
  const tokens = viewer.personId ? await ownTokens(forum.db, viewer) : [];
  return { tokens: tokens.map((token) => ({ ...token, isExpired: token.expires_at <= now })) };
};

export const actions = {
  make: async ({ request, locals }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const scope = given.scope === 'write' ? 'write' : 'read';
    const wanted = { name: given.name ?? '', scope, days: Number(given.days) } as const;
    const outcome = await answer(perform(forum, viewer, makeToken, wanted), { language, given });
    return isUnanswered(outcome) ? outcome : { made: outcome.token };
  },
  revoke: async ({ request, locals }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const outcome = await answer(perform(forum, viewer, revokeToken, { token: given.token ?? '' }), {
      language,
      given,
    });
    return isUnanswered(outcome) ? outcome : redirect(303, '/account/tokens#yours');
  },
} satisfies Actions;
