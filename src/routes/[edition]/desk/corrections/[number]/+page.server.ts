import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { invitationPath } from '#people/accounts/links.ts';
import { invitePerson } from '#people/invitations/acts.ts';
import { holds, offices } from '#people/rules.ts';
import { perform } from '#record/act.ts';
import { reachOf } from '#report/corrections/reach.ts';
import { isCirculated } from '#report/rules.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { reportCalled } from '#routes/[edition]/rt/[number]/report/called.ts';
import type { Actions, PageServerLoad } from './$types';

/** The correction window of a report: whom it reaches, whom it does not, and what to do about that. */
export const load: PageServerLoad = async ({ parent, locals, params, setHeaders }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const { roundtable, report } = await reportCalled(locals, params);
  const reach = await reachOf(forum.db, viewer, report, forum.now());
  if (!reach) error(404, say('page.not_found', {}, language));
  const mayInvite = holds(viewer, offices, { editionId: edition.id });
  // The links are for those who may hand them over.
  if (mayInvite) setHeaders({ 'cache-control': 'private, no-store' });
  const { lines } = addressesIn(edition.slug);
  return {
    roundtable: { number: roundtable.number, title: roundtable.title },
    report: { title: report.title, state: report.state, closes: report.corrections_close_at },
    isCirculated: isCirculated(report.state),
    mayInvite,
    reach: reach.map(({ invitation, ...one }) => ({
      ...one,
      invitation: invitation && {
        name: invitation.name,
        expiresAt: invitation.expiresAt,
        link: mayInvite ? forum.origin + invitationPath(forum, invitation.id, lines(roundtable.number, one.delegation.slug)) : null, // prettier-ignore
      },
    })),
  };
};

export const actions = {
  invite: async ({ request, locals, params, url }) => {
    const given = textsOf(await request.formData());
    const { edition } = await reportCalled(locals, params);
    const work = perform(locals.forum, locals.viewer, invitePerson, {
      edition: edition.id,
      email: given.email ?? '',
      name: given.name ?? '',
      delegation: given.delegation ?? '',
      capacity: 'focal_point',
    });
    const outcome = await answer(work, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#d-${given.delegation}`);
  },
} satisfies Actions;
