import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isAddressKnown } from '#people/accounts/queries.ts';
import { signUp } from '#people/sign-up/acts.ts';
import { signInTokenFor } from '#people/sign-up/letting-in.ts';
import { signUpBehind } from '#people/sign-up/links.ts';
import { perform } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { letIn } from '#routes/sign-in/let-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing: programs that look at letters open links too. Its reader presses a button. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const asked = askedIn(event);
  return { asked: asked && !(await isAddressKnown(event.locals.forum.db, asked.email)) ? asked : null };
};

export const actions = {
  default: async (event) => {
    const { forum, signIn, language } = event.locals;
    const { password = '', again = '', ...given } = textsOf(await event.request.formData());
    const opened = await answer(open(event, { ...given, password, again }), { language, given });
    if (isUnanswered(opened)) return opened;
    const query = { token: await signInTokenFor(forum, opened) };
    const { headers } = event.request;
    const { api } = await signIn();
    await letIn(event, await api.magicLinkVerify({ query, headers, asResponse: true }));
    redirect(303, '/account?new#speaks-for');
  },
} satisfies Actions;

/** Opens the account, and returns its address. */
async function open(event: RequestEvent, given: Record<string, string>): Promise<string> {
  const asked = askedIn(event);
  if (!asked) throw new Refusal('account.sign_up_over');
  const { password = '', again = '', name = '', function: office = '' } = given;
  if (password !== again) throw new Refusal('account.passwords_differ');
  const { email } = asked;
  await perform(event.locals.forum, program, signUp, { email, name, function: office, password });
  return email;
}

function askedIn({ locals, url: { searchParams: given } }: RequestEvent) {
  return signUpBehind(locals.forum, given.get('a') ?? '', given.get('s') ?? '');
}
