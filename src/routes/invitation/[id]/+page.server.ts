import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { opensInvitation } from '#people/accounts/links.ts';
import { invitationCalled } from '#people/accounts/queries.ts';
import { acceptInvitation } from '#people/invitations/acts.ts';
import { invitationState } from '#people/invitations/rules.ts';
import { perform } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { addressesIn, backTo } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { letIn } from '#routes/sign-in/let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { login, expires_at, accepted_at, withdrawn_at, ...invitation } = await invitationFor(event);
  const state = invitationState({ expires_at, accepted_at, withdrawn_at }, event.locals.forum.now());
  return { invitation, state, hasAccount: login !== null };
};

export const actions = {
  default: async (event) => {
    const { forum, signIn, language } = event.locals;
    const { id, slug } = await invitationFor(event);
    const { password = '', again = '' } = textsOf(await event.request.formData());
    const work = async () => {
      if (password !== again) throw new Refusal('account.passwords_differ');
      return perform(forum, program, acceptInvitation, { invitation: id, password });
    };
    const accepted = await answer(work(), { language });
    if (isUnanswered(accepted)) return accepted;
    const then = backTo(event.url.searchParams.get('then'), addressesIn(slug).home);
    if (!accepted.isNew) redirect(303, `/sign-in?back=${encodeURIComponent(then)}`);
    const { headers } = event.request;
    const body = { email: accepted.email, password };
    const { api } = await signIn();
    await letIn(event, await api.signInEmail({ body, headers, asResponse: true }));
    redirect(303, then);
  },
} satisfies Actions;

async function invitationFor({ locals, params, url }: RequestEvent) {
  const id = params.id!;
  const isOurs = /^[0-9a-f-]{36}$/.test(id) && opensInvitation(locals.forum, id, url.searchParams.get('s') ?? '');
  const invitation = isOurs ? await invitationCalled(locals.forum.db, id) : undefined;
  return invitation ?? error(404, say('page.not_found', {}, locals.language));
}
