import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#messages/say.ts';
import { told } from '#report/checks/told.ts';
import { findingsWhileWriting } from '#report/editing/checking.ts';
import { reportOf } from '#report/queries.ts';
import { findingsFor } from '#routes/[edition]/rt/[number]/report/findings.ts';
import { reportAt } from '#routes/[edition]/desk/report/[number]/at-desk.ts';
import type { RequestHandler } from './$types';

const own = { 'cache-control': 'private, no-store' };

/** All that the checks find in the report as it stands. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { roundtable } = await reportAt(locals, params);
  const report = await reportOf(locals.forum.db, locals.viewer, roundtable);
  const found = report && (await findingsFor(locals.forum, locals.viewer, report, speakIn(locals.language)));
  return json(found ?? { summary: '', all: [] }, { headers: own });
};

const asked = z.object({ paragraph: z.uuid(), sentence: z.uuid(), text: z.string().max(20_000) });

/** What they find in one sentence as it is being written. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const given = asked.safeParse(await request.json().catch(() => null));
  if (!given.success) return json({}, { status: 400, headers: own });
  const { report } = await reportAt(locals, params);
  const checked = await findingsWhileWriting(locals.forum, report, given.data);
  return json(told(checked.findings, checked.report, speakIn(locals.language)), { headers: own });
};

function speakIn(language: string) {
  return (code: string, values?: Record<string, unknown>) => say(code, values, language);
}
