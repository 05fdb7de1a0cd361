import { reportCalled } from '#routes/[edition]/rt/[number]/report/called.ts';
import { versionsOf } from '#report/versions/queries.ts';
import type { PageServerLoad } from './$types';

/** Every version of a report that was kept, and any two of them side by side. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { forum, viewer } = locals;
  const { roundtable, report } = await reportCalled(locals, params);
  return {
    roundtable: { number: roundtable.number },
    report: { title: report.title, state: report.state },
    versions: await versionsOf(forum.db, viewer, report),
  };
};
