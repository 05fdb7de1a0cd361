import { delegationsIn } from '#people/queries.ts';
import { programmeOf } from '#programme/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { statementsOf } from '#statements/queries.ts';
import { constituencies, constituencyOf, regionsOf } from './constituencies.ts';
import type { PageServerLoad } from './$types';

/** The register by region and constituency, with how often each was heard as far as the attribution policy names anyone. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { edition } = await parent();
  const { db } = locals.forum;
  const to = addressesIn(edition.slug);
  const heard = new Map<string, { statements: number; roundtables: Set<string> }>();
  for (const roundtable of await programmeOf(db, edition.id))
    for (const { speakers } of await statementsOf(db, locals.viewer, roundtable)) {
      const voices = speakers.filter(({ part }) => part === 'speaker' || part === 'on_behalf_of');
      for (const slug of new Set(voices.flatMap(({ delegation }) => delegation?.slug ?? []))) {
        const so = heard.get(slug) ?? { statements: 0, roundtables: new Set() };
        heard.set(slug, { statements: so.statements + 1, roundtables: so.roundtables.add(roundtable.number) });
      }
    }
  const delegations = (await delegationsIn(db, edition.id)).map(({ slug, name, kind, region }) => ({
    tag: to.tag({ slug, name, kind }),
    region,
    constituency: constituencyOf(kind),
    statements: heard.get(slug)?.statements ?? 0,
    roundtables: [...(heard.get(slug)?.roundtables ?? [])],
  }));
  const regions = regionsOf(delegations);
  const present = constituencies.filter((name) => delegations.some(({ constituency }) => constituency === name));
  return {
    total: delegations.length,
    heard: delegations.filter(({ statements }) => statements > 0).length,
    constituencies: present,
    regions: regions.map(({ region, members }) => ({
      region,
      members,
      all: heardOf(members),
      counts: present.map((name) => heardOf(members.filter(({ constituency }) => constituency === name))),
    })),
    totals: present.map((name) => heardOf(delegations.filter(({ constituency }) => constituency === name))),
  };
};

function heardOf(members: { statements: number }[]): { heard: number; of: number } {
  return { heard: members.filter(({ statements }) => statements > 0).length, of: members.length };
}
