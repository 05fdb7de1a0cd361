import { fail, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { tellSignIn } from '#people/accounts/tell-sign-in.ts';
import { textsOf } from '#routes/answer.ts';
import { letIn } from '#routes/sign-in/let-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing: programs that look at letters open links too. Its reader presses a button. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  return { token: url.searchParams.get('token') ?? '' };
};

export const actions = {
  default: async (event) => {
    const { token = '' } = textsOf(await event.request.formData());
    const { signIn, language } = event.locals;
    const { headers } = event.request;
    const { api } = await signIn();
    const response = await api.magicLinkVerify({
      query: { token: token.slice(0, 200) },
      headers,
      asResponse: true,
    });
    if (!response.ok) {
      tellSignIn(event.locals.forum, { by: event.route.id, outcome: 'refused' });
      return fail(400, { sentence: say('account.link_over', {}, language) });
    }
    await letIn(event, response);
    redirect(303, '/');
  },
} satisfies Actions;
