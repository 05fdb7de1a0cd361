import { redirect, type RequestEvent } from '@sveltejs/kit';
import { describePerson, endSessions, removePasskey } from '#people/accounts/acts.ts';
import { changePassword } from '#people/accounts/changes.ts';
import { accountOf, delegationChoices } from '#people/accounts/queries.ts';
import { endSession, sessionsOf } from '#people/accounts/sessions.ts';
import { ownCredentials } from '#people/credentials/queries.ts';
import { editions } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { found, Refusal } from '#record/refusals.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { letIn } from '#routes/sign-in/let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { forum, viewer, ministry } = event.locals;
  const account = await ownAccount(event);
  const session = await sessionOf(event);
  return {
    account,
    sessions: await sessionsOf(forum.db, account.login, forum.now(), session?.token ?? ''),
    ministry: ministry?.name ?? null,
    isNew: event.url.searchParams.has('new'),
    credentials: await ownCredentials(forum.db, viewer),
    delegations: await delegationChoices(forum.db),
    editions: (await editions(forum.db))
      .filter(({ state }) => state !== 'closed' && state !== 'archived')
      .map(({ slug, short_name }) => ({ slug, name: short_name })),
  };
};

export const actions = {
  describe: (event) =>
    doing(event, 'described', async ({ name = '', title = '', function: office = '' }) => {
      const { forum, viewer } = event.locals;
      await perform(forum, viewer, describePerson, { person: viewer.personId!, name, title, function: office });
    }),

  password: (event) =>
    doing(event, 'password', async ({ present = '', password = '', again = '' }) => {
      const { forum, viewer, signIn } = event.locals;
      const { login, email } = await ownAccount(event);
      await changePassword(forum, viewer, login, { present, password, again });
      // Every session has ended; this browser gets another.
      const { headers } = event.request;
      const { api } = await signIn();
      await letIn(event, await api.signInEmail({ body: { email, password }, headers, asResponse: true }));
    }),

  /** To where one asks to speak for a delegation. */
  speak: async (event) => {
    const { delegation = '', edition = '' } = textsOf(await event.request.formData());
    const known = /^[a-z0-9-]+$/.test(delegation) && /^[a-z0-9-]+$/.test(edition);
    const given = { what: 'speak' };
    if (!known) return answer(Promise.reject(new Refusal('credential.delegation_missing')), { language: event.locals.language, given }); // prettier-ignore
    redirect(303, `${addressesIn(edition).delegation(delegation)}/credentials#ask`);
  },

  passkey: (event) =>
    doing(event, 'passkey_removed', async ({ passkey = '' }) => {
      await perform(event.locals.forum, event.locals.viewer, removePasskey, { passkey });
    }),

  session: (event) =>
    doing(event, 'session_ended', async ({ session = '' }) => {
      const { login } = await ownAccount(event);
      await endSession(event.locals.forum.db, login, session);
    }),

  everywhere: async (event) => {
    const { forum, viewer, language } = event.locals;
    const person = (await ownAccount(event)).person;
    const done = await answer(perform(forum, viewer, endSessions, { person }), { language });
    if (isUnanswered(done)) return { ...done, done: null };
    redirect(303, '/sign-in');
  },
} satisfies Actions;

/** Does it, says so on the page, or says why not beside the form it belongs to. */
async function doing(event: RequestEvent, what: string, work: (given: Record<string, string>) => Promise<void>) {
  if (!event.locals.viewer.personId) toSignIn();
  const given = textsOf(await event.request.formData());
  const { present: _, password: __, again: ___, ...shown } = given;
  const outcome = await answer(work(given), { language: event.locals.language, given: { ...shown, what } });
  return isUnanswered(outcome) ? outcome : { done: what };
}

async function ownAccount({ locals }: Pick<RequestEvent, 'locals'>) {
  const { forum, viewer } = locals;
  if (!viewer.personId) toSignIn();
  return found(await accountOf(forum.db, viewer.personId!), 'account');
}

async function sessionOf({ locals, request }: RequestEvent) {
  const { api } = await locals.signIn();
  return (await api.getSession({ headers: request.headers }))?.session;
}

function toSignIn(): never {
  redirect(303, '/sign-in?back=%2Faccount');
}
