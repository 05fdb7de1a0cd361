import { fail } from '@sveltejs/kit';
import { sendReset } from '#mail/letters/accounts.ts';
import { say } from '#messages/say.ts';
import { evenly } from '#people/accounts/evenly.ts';
import { mayBeSent } from '#people/accounts/letters.ts';
import type { Refusal } from '#record/refusals.ts';
import { textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
};

export const actions = {
  /** Sends a link, and says the same whether there is anyone to send it to. */
  default: async (event) => {
    const { email = '' } = textsOf(await event.request.formData());
    const { forum, language } = event.locals;
    const asked = { email, address: event.getClientAddress() };
    try {
      await evenly(mayBeSent(forum, 'reset', asked).then((to) => sendReset(forum, to)));
    } catch (thrown) {
      const { name, code, values } = thrown as Refusal;
      if (name !== 'Refusal') throw thrown;
      return fail(code.startsWith('account.wait') ? 429 : 400, { email, sentence: say(code, values, language) });
    }
    return { email, sentence: null };
  },
} satisfies Actions;
