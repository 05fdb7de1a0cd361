import { delegationsIn } from '#people/queries.ts';
import { holds, offices } from '#people/rules.ts';
import { programmeOf } from '#programme/queries.ts';
import { ledgerOf, reportsIn } from '#report/queries.ts';
import { inClusters } from './clusters.ts';
import type { PageServerLoad } from './$types';

/** An edition's front page: who has said something, what is open now, the programme, and what became of the words. */
export const load: PageServerLoad = async ({ parent, locals: { forum, viewer } }) => {
  const { edition } = await parent();
  const programme = await programmeOf(forum.db, edition.id);
  const register = await delegationsIn(forum.db, edition.id);
  const reports = await reportsIn(forum.db, viewer, edition.id);
  const newest = new Set(reports.toSorted((a, b) => +b.createdAt - +a.createdAt).slice(0, 2));
  const ledgers = [];
  for (const report of reports) if (newest.has(report)) ledgers.push((await ledgerOf(forum.db, viewer, report))!);
  const meetings = inClusters(programme).flatMap(({ roundtables }) => roundtables);
  return {
    chair: register.find(({ id }) => id === edition.chair_id)?.name,
    clusters: inClusters(programme),
    roundtables: meetings.length,
    open: meetings.filter(({ state }) => state === 'open_for_comment'),
    regions: [...Map.groupBy(register, ({ region }) => region)].map(([name, delegations]) => ({
      name,
      seats: delegations.map(({ statements }) => Number(statements) > 0),
    })),
    ledgers,
    mayImport: holds(viewer, offices, { editionId: edition.id }),
  };
};
