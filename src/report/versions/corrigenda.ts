import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';
import { lineCorrections } from '#report/corrections/queries.ts';
import { policyOf } from '#report/rules.ts';
import type { ReportRow } from '#report/text-rows.ts';
import type { SentenceChange } from './changes.ts';
import { changesIn, versionsOf, type VersionView } from './queries.ts';

/** A corrigendum as it was issued: what reads otherwise, and who asked for it. */
export interface CorrigendumView {
  number: number;
  at: Date;
  by: string | null;
  signed: VersionView['signed'];
  /** Null where the text before it is not this reader's to open. */
  changes: CorrigendumChange[] | null;
}

export interface CorrigendumChange extends SentenceChange {
  /** “12b”, in the text it changes; of what was added, in the later one. */
  place: string;
  /** Who asked for it, where the policy has names, and why. */
  asked: { name: string | null; reason: string }[];
}

/** The corrigenda of a report this viewer may read, in their order. */
export async function corrigendaOf(db: Kysely<DB>, viewer: Viewer, report: ReportRow): Promise<CorrigendumView[]> {
  const issued = (await versionsOf(db, viewer, report)).filter(({ corrigendum }) => corrigendum !== null);
  if (issued.length === 0) return [];
  const accepted = (await lineCorrections(db, report.id)).filter(({ decision }) => decision === 'accepted');
  const isNamed = policyOf(report) === 'attributed';
  const corrigenda: CorrigendumView[] = [];
  for (const { number, corrigendum, at, by, signed } of issued) {
    const own = accepted.filter((one) => one.corrigendum === corrigendum);
    const changes = await changesIn(db, viewer, report, number - 1, number);
    corrigenda.push({
      number: corrigendum!,
      at,
      by,
      signed,
      changes:
        changes?.map((change) => {
          const { paragraph, letter } = (change.earlier ?? change.later)!;
          const asked = own.filter((one) => (one.sentence ? one.sentence === change.later?.id : one.written === change.later?.text)); // prettier-ignore
          const who = asked.map(({ delegation, reason }) => ({ name: isNamed ? delegation.name : null, reason }));
          return { ...change, place: `${paragraph}${letter}`, asked: who };
        }) ?? null,
    });
  }
  return corrigenda;
}
