import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds, reporters, roleRefusal } from '#people/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { shapingRefusal } from '#report/editing/rules.ts';
import { readableReport } from '#report/queries.ts';
import { desk } from '#report/rules.ts';
import type { ReportRow } from '#report/text-rows.ts';

/** The roundtable whose report's desk this is, with the report if there is one; for everyone else there is nothing here. */
export async function deskAt({ forum, viewer, language }: App.Locals, params: { edition: string; number: string }) {
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  if (!roundtable || !holds(viewer, desk, { editionId: edition.id, roundtableId: roundtable.id }))
    error(404, say('page.not_found', {}, language));
  return { edition, roundtable, report: await readableReport(forum.db, viewer, roundtable) };
}

/** The same where a report is needed. */
export async function reportAt(locals: App.Locals, params: { edition: string; number: string }) {
  const { report, ...at } = await deskAt(locals, params);
  if (!report) error(404, say('page.not_found', {}, locals.language));
  return { ...at, report };
}

/** Why nothing is changed here by this viewer now; null where everything can be. */
export function readOnlyBecause(viewer: Viewer, report: ReportRow): Reason | null {
  return reportingRefusal(viewer, report) ?? shapingRefusal(report);
}

/** Whether this viewer decides about points and issues, which goes on whatever the report has become. */
export function mayDecide(viewer: Viewer, report: ReportRow): boolean {
  return reportingRefusal(viewer, report) === null;
}

function reportingRefusal(viewer: Viewer, { edition_id, roundtable_id }: ReportRow): Reason | null {
  return roleRefusal(viewer, reporters, { editionId: edition_id, roundtableId: roundtable_id });
}

/** A reason in words. */
export function inWords(reason: Reason | null, language: string): string | null {
  if (!reason) return null;
  return typeof reason === 'string' ? say(reason, {}, language) : say(reason.code, reason.values, language);
}
