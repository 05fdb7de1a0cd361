import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { evenly } from '#people/accounts/evenly.ts';
import { sendLink } from '#people/accounts/letters.ts';
import { signInByPassword } from '#people/accounts/password.ts';
import { demoCast, isDemoAccount } from '#people/queries.ts';
import { Refusal } from '#record/refusals.ts';
import { backTo } from '#routes/addresses.ts';
import { textsOf } from '#routes/answer.ts';
import { isFromHere } from '#routes/from-here.ts';
import { demoPassword } from '#test/world/demo-password.ts';
import type { Actions, PageServerLoad } from './$types';
import { letIn, marksOf } from './let-in.ts';

/** The demo's cast is offered on the machine it runs on, and nowhere else: so this page is kept for nobody. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { forum, ministry, language } = event.locals;
  const error = event.url.searchParams.get('error');
  return {
    back: backTo(event.url.searchParams.get('back')),
    cast: isFromHere(event) ? await demoCast(forum.db) : [],
    ministry: ministry && { name: ministry.name, answers: (await ministry.open().catch(() => null)) !== null },
    // What a ministry's sign-in came back with.
    sentence: error && ministry ? say(sentenceFor(error), { name: ministry.name }, language) : null,
  };
};

export const actions = {
  password: (event) =>
    signingIn(event, async ({ email = '', password = '', as }) => {
      const { forum, signIn } = event.locals;
      const who = (as ?? email).trim();
      const isDemo = await isDemoAccount(forum.db, who);
      if (isDemo && !isFromHere(event)) throw new Refusal('account.demo_from_afar');
      const { headers } = event.request;
      // Choosing one of the cast is no guess.
      if (isDemo && as) {
        const body = { email: who, password: demoPassword };
        const { api } = await signIn();
        return letIn(event, await api.signInEmail({ body, headers, asResponse: true }));
      }
      const guess = { email: who, password, headers, address: event.getClientAddress(), marks: marksOf(event) };
      await letIn(event, await signInByPassword(forum, await signIn(), guess));
    }),

  /** Sends a link, and says the same whether there is anyone to send it to. */
  link: async (event) => {
    const { email = '', ...given } = textsOf(await event.request.formData());
    const back = backTo(given.back);
    const { forum, signIn, language } = event.locals;
    try {
      const asked = { email, address: event.getClientAddress(), headers: event.request.headers };
      await evenly(sendLink(forum, await signIn(), asked));
    } catch (thrown) {
      return refused(thrown, { email, back, language });
    }
    return { email, back, sent: true };
  },
} satisfies Actions;

async function signingIn(event: RequestEvent, enter: (given: Record<string, string>) => Promise<void>) {
  const given = textsOf(await event.request.formData());
  const back = backTo(given.back);
  try {
    await enter(given);
  } catch (thrown) {
    return refused(thrown, { email: given.email ?? '', back, language: event.locals.language });
  }
  redirect(303, back);
}

/** Whatever went wrong, it is one sentence: a guess is told nothing. The way back stays as it was. */
function refused(thrown: unknown, { language, ...given }: { email: string; back: string; language: string }) {
  const { name, code, values } = thrown as Refusal;
  if (name !== 'Refusal') throw thrown;
  return fail(code.startsWith('account.wait') ? 429 : 400, { ...given, sentence: say(code, values, language) });
}

function sentenceFor(error: string): string {
  if (error === 'silent') return 'ministry.silent';
  if (error === 'access_denied') return 'ministry.stopped';
  if (error === 'account_not_linked') return 'ministry.not_confirmed';
  return error === 'signup_disabled' ? 'ministry.no_account' : 'ministry.failed';
}
