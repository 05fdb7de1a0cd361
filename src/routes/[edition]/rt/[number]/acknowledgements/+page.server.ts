import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { contributorsTo, type Contributor } from '#statements/acknowledgements/queries.ts';
import { fewestShown } from '#statements/acknowledgements/rules.ts';
import { constituencies, constituencyOf } from '#routes/[edition]/delegations/constituencies.ts';
import type { PageServerLoad } from './$types';

/** Those who made a roundtable: by name where they wish it and the policy allows it, and the others counted. */
export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { edition, language } = await parent();
  const { forum } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const to = addressesIn(edition.slug);
  const contributors = await contributorsTo(forum.db, roundtable);
  const named = contributors.filter(({ isNamed }) => isNamed);
  const ofConstituency = (list: Contributor[], name: string | null) =>
    list.filter(({ delegation }) => (delegation ? constituencyOf(delegation.kind) : null) === name);
  const counted = contributors.filter(({ isNamed }) => !isNamed);
  return {
    roundtable,
    total: contributors.length,
    words: say('page.count', { count: contributors.length }, language),
    named: [...constituencies, null].flatMap((name) => {
      const theirs = ofConstituency(named, name).map(({ delegation, people }) => {
        return { tag: delegation && to.tag(delegation), people };
      });
      return theirs.length > 0 ? [{ constituency: name, theirs }] : [];
    }),
    counted: countsOf(counted, roundtable.attribution, ofConstituency),
    countedAll: counted.length,
  };
};

/** By constituency, except where nobody is named; those too few to stay unknown are counted with the others. */
function countsOf(
  counted: Contributor[],
  attribution: string,
  ofConstituency: (list: Contributor[], name: string | null) => Contributor[],
): { constituency: string | null; count: number }[] {
  if (attribution === 'not_attributed') return [];
  const fewest = attribution === 'by_constituency' ? fewestShown : 1;
  const counts = constituencies.map((name) => ({ constituency: name, count: ofConstituency(counted, name).length }));
  const shown = counts.filter(({ count }) => count >= fewest);
  const others = counted.length - shown.reduce((sum, { count }) => sum + count, 0);
  return others > 0 ? [...shown, { constituency: null, count: others }] : shown;
}
