import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { compareIssues } from '#report/cluster/acts.ts';
import { issuePairs } from '#report/cluster/same-issues.ts';
import { isCluster } from '#report/cluster/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Issues of a cluster's roundtables that may be the same, for whoever writes its report to say. */
export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const cluster = await roundtableNumbered(forum.db, edition.id, params.number);
  const isOne = cluster && (await isCluster(forum.db, cluster));
  const pairs = isOne ? await issuePairs(forum.db, viewer, { id: cluster.id, edition_id: edition.id }) : undefined;
  if (!cluster || !pairs) error(404, say('page.not_found', {}, language));
  return {
    cluster: { number: cluster.number, title: cluster.title },
    pairs: pairs.slice(0, most).map(({ score, same, one, other, said }) => ({
      score,
      same,
      sides: [
        { id: one.id, title: one.title, roundtable: one.roundtable.number, said: said[0] },
        { id: other.id, title: other.title, roundtable: other.roundtable.number, said: said[1] },
      ] as const,
    })),
    left: Math.max(0, pairs.length - most),
  };
};

/** The others come up as these are decided. */
const most = 40;

export const actions = {
  default: async ({ request, locals, url }) => {
    const given = textsOf(await request.formData());
    const { issue = '', other = '', same } = given;
    const work = perform(locals.forum, locals.viewer, compareIssues, {
      issue,
      other,
      same: same === 'yes' ? true : same === 'no' ? false : null,
    });
    const outcome = await answer(work, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#main`);
  },
} satisfies Actions;
