import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { voicesToReach } from '#people/credentials/reaching.ts';
import { holds, reporters } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { delegationsWithLines, type Delegation } from './lines.ts';
import { lineCorrections } from './queries.ts';

/** How far the correction window reaches a delegation. */
export interface Reach {
  delegation: Delegation;
  /** Sentences that rest on what it said, name it or count it; none where all it said was left out. */
  lines: number;
  /** The names of those who are written to; empty: no letter reaches it. */
  told: string[];
  /** Asked of this report, and how many of these wait for a decision. */
  asked: number;
  waiting: number;
  /** An invitation to speak for it that nobody has answered yet. */
  invitation: { id: string; name: string; expiresAt: Date } | null;
}

/**
 * Everyone who has lines in a report or spoke for it, those first whom no letter reaches; undefined for whoever neither
 * writes it nor chairs. Whom a letter reaches is as it is now, and not as it was when the report was circulated.
 */
export async function reachOf(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  now: Date,
): Promise<Reach[] | undefined> {
  const place = { editionId: report.edition_id, roundtableId: report.roundtable_id };
  if (!holds(viewer, [...reporters, 'co_chair'], place)) return undefined;
  const voices = await voicesToReach(db, report.edition_id);
  const asked = Map.groupBy(await lineCorrections(db, report.id), ({ delegation }) => delegation.id);
  const invited = await waitingInvitations(db, report.edition_id, now);
  const all = (await delegationsWithLines(db, report)).map(({ delegation, lines }): Reach => {
    const theirs = asked.get(delegation.id) ?? [];
    return {
      delegation,
      lines,
      told: (voices.get(delegation.id) ?? []).map(({ name }) => name),
      asked: theirs.length,
      waiting: theirs.filter(({ decision }) => decision === null).length,
      invitation: invited.get(delegation.id) ?? null,
    };
  });
  return [...all.filter(({ told }) => told.length === 0), ...all.filter(({ told }) => told.length > 0)];
}

async function waitingInvitations(db: Kysely<DB>, editionId: string, now: Date) {
  const rows = await db
    .selectFrom('invitation')
    .select(['id', 'name', 'expires_at as expiresAt', 'delegation_id'])
    .where('edition_id', '=', editionId)
    .where('delegation_id', 'is not', null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('invited_at')
    .execute();
  return new Map(rows.map(({ delegation_id, ...one }) => [delegation_id!, one]));
}
