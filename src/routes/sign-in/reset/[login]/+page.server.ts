import { redirect, type RequestEvent } from '@sveltejs/kit';
import { resetPassword } from '#people/accounts/changes.ts';
import { opensReset } from '#people/accounts/links.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return { opens: await opensReset(event.locals.forum, linkIn(event)) };
};

export const actions = {
  default: async (event) => {
    const { password = '', again = '' } = textsOf(await event.request.formData());
    const { forum, language } = event.locals;
    const work = resetPassword(forum, linkIn(event), { password, again });
    const done = await answer(work, { language });
    if (isUnanswered(done)) return done;
    redirect(303, '/sign-in/reset/done');
  },
} satisfies Actions;

function linkIn({ params, url }: Pick<RequestEvent, 'params' | 'url'>) {
  const { searchParams: given } = url;
  return { login: params.login!, until: Number(given.get('until')), signature: given.get('s') ?? '' };
}
