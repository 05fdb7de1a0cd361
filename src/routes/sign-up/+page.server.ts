import { sendSignUp } from '#mail/letters/accounts.ts';
import { evenly } from '#people/accounts/evenly.ts';
import { askedToSignUp } from '#people/sign-up/before-acting.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
};

export const actions = {
  /** Writes a letter, and says the same whether or not there is an account with the address. */
  default: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, language } = event.locals;
    const { name, email, function: office } = given;
    const asked = { name: name ?? '', email: email ?? '', function: office ?? '' };
    const work = askedToSignUp(forum, asked, event.getClientAddress()).then((written) => sendSignUp(forum, written));
    const outcome = await answer(evenly(work), { language, given });
    return isUnanswered(outcome) ? outcome : { sentTo: asked.email.trim() };
  },
} satisfies Actions;
