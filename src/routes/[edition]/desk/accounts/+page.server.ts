import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { endSessions } from '#people/accounts/acts.ts';
import { accountsIn, delegationChoices, invitationsIn, officesIn } from '#people/accounts/queries.ts';
import { invitePerson, withdrawInvitation } from '#people/invitations/acts.ts';
import { invitationState } from '#people/invitations/rules.ts';
import { handOverRole, withdrawRole } from '#people/offices/acts.ts';
import { chairsOfficeHolders } from '#people/offices/queries.ts';
import { chairsOfficeRefusal } from '#people/offices/rules.ts';
import { holds, offices } from '#people/rules.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who can sign in, who is invited, and who holds which office: for the offices of the edition. */
export const load: PageServerLoad = async ({ parent, locals, url, setHeaders }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, offices, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  setHeaders({ 'cache-control': 'private, no-store' });
  const now = forum.now();
  const holders = await chairsOfficeHolders(forum.db, edition.id);
  const isBarred = chairsOfficeRefusal(viewer, 'chairs_office', { editionId: edition.id }, holders) !== null;
  return {
    accounts: await accountsIn(forum.db, edition.id, now),
    offices: await officesIn(forum.db, edition.id),
    holders,
    mayGiveChairsOffice: !isBarred,
    invitations: (await invitationsIn(forum.db, edition.id)).map((invitation) => ({
      ...invitation,
      isOver: invitationState(invitation, now) === 'expired',
    })),
    roundtables: (await programmeOf(forum.db, edition.id)).map(({ id, number, title }) => ({ id, number, title })),
    delegations: await delegationChoices(forum.db),
    done: url.searchParams.get('done'),
  };
};

export const actions = {
  invite: (event) =>
    doing(event, 'invited', (given) =>
      perform(event.locals.forum, event.locals.viewer, invitePerson, {
        edition: given.in ?? '',
        email: given.email ?? '',
        name: given.name ?? '',
        title: given.title || null,
        function: given.function || null,
        kind: (given.kind || null) as 'support_unit' | null,
        roundtable: given.roundtable || null,
        delegation: given.delegation || null,
        capacity: (given.capacity || 'delegate') as 'delegate',
        ...(given.rank ? { rank: given.rank as 'other' } : {}),
      }),
    ),

  withdrawInvitation: (event) =>
    doing(event, 'invitation_withdrawn', ({ invitation = '' }) =>
      perform(event.locals.forum, event.locals.viewer, withdrawInvitation, { invitation }),
    ),

  endSessions: (event) =>
    doing(event, 'sessions_ended', ({ person = '' }) =>
      perform(event.locals.forum, event.locals.viewer, endSessions, { person }),
    ),

  withdrawRole: (event) =>
    doing(event, 'role_withdrawn', ({ role = '' }) =>
      perform(event.locals.forum, event.locals.viewer, withdrawRole, { role }),
    ),

  handOver: (event) =>
    doing(event, 'role_handed_over', ({ role = '', person = '' }) =>
      perform(event.locals.forum, event.locals.viewer, handOverRole, { role, person }),
    ),
} satisfies Actions;

async function doing(event: RequestEvent, what: string, work: (given: Record<string, string>) => Promise<unknown>) {
  const given = textsOf(await event.request.formData());
  const outcome = await answer(work(given), { language: event.locals.language, given: { ...given, what } });
  return isUnanswered(outcome) ? outcome : redirect(303, `/${event.params.edition}/desk/accounts?done=${what}`);
}
