import { fail, redirect } from '@sveltejs/kit';
import { ownDelivery, ownLetters } from '#mail/queries.ts';
import { addressee, chooseDelivery } from '#mail/recipients.ts';
import { say } from '#messages/say.ts';
import type { Actions, PageServerLoad } from './$types';

/** How letters reach whoever is signed in, and the letters themselves. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { forum, viewer } = locals;
  if (!viewer.personId) redirect(303, `/sign-in?back=${encodeURIComponent(url.pathname)}`);
  return {
    mine: await ownDelivery(forum.db, viewer),
    letters: await ownLetters(forum.db, viewer),
    isSaved: url.searchParams.has('saved'),
  };
};

export const actions = {
  default: async ({ locals, request, url }) => {
    const { forum, viewer, language } = locals;
    const mine = await ownDelivery(forum.db, viewer);
    if (!mine) redirect(303, `/sign-in?back=${encodeURIComponent(url.pathname)}`);
    const chosen = (await request.formData()).get('delivery');
    const delivery = (['immediate', 'daily', 'none'] as const).find((one) => one === chosen);
    if (!delivery) return fail(400, { sentence: say('mail.delivery_unknown', {}, language) });
    await chooseDelivery(forum, (await addressee(forum, mine.address)).id, delivery);
    redirect(303, `${url.pathname}?saved#main`);
  },
} satisfies Actions;
