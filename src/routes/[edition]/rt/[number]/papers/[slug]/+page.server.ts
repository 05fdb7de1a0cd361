import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds, keepers } from '#people/rules.ts';
import { paperCalled } from '#programme/papers/queries.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { commentRefusal } from '#statements/rules.ts';
import type { PageServerLoad } from './$types';

/** A paper in numbered paragraphs, with what was said to each. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const version = wholeNumber(url.searchParams.get('version')) || undefined;
  const paper = roundtable && (await paperCalled(forum.db, viewer, roundtable, params.slug, version));
  if (!paper) error(404, say('page.not_found', {}, language));
  const place = { editionId: edition.id, roundtableId: roundtable.id };
  return {
    roundtable: { number: roundtable.number, title: roundtable.title },
    paper,
    mayComment: paper.state !== 'draft' && commentRefusal(roundtable, forum.now()) === null,
    mayEdit: holds(viewer, [...keepers, 'co_chair'], place),
  };
};
