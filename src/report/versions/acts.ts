import { z } from 'zod';
import { pointsStandingFor } from '#analysis/points/queries.ts';
import { roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, Refusal, refuseIf } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { weights, type CheckCode } from '#report/checks/finding.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { keepingRefusal, openStops } from '#report/checks/settled.ts';
import { storedReport } from '#report/checks/stored.ts';
import { recordEdit, reportToWrite } from '#report/editing/hand.ts';
import { citationRow, readSources } from '#report/sources.ts';
import { reports, type ReportRow } from '#report/text-rows.ts';
import { keptFindings } from './before-final.ts';
import { contentOf, digestOf, textOf } from './content.ts';
import { signaturesUnder } from './rows.ts';
import { capacities, signingRefusal } from './rules.ts';

export const signReport = act({
  name: 'report.sign',
  does: 'Signs the text of a report as it was read, as a co-chair or as the one who wrote it. Any change of the text needs a new signature.',
  input: z.object({
    report: z.uuid(),
    capacity: z.enum(capacities),
    /** Of the text that was read. */
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'sign_off.text_changed'),
  }),
  async run(context, { capacity, digest, ...input }) {
    const { tx, actor, now, newId, rows } = context;
    const report = await lockedReport(tx, input.report);
    const place = { editionId: report.edition_id, roundtableId: report.roundtable_id };
    // A signature is a person's, never the program's.
    refuseIf(roleRefusal({ ...actor, program: false }, [capacity], place));
    const stands = digestOf(contentOf(report.title, await textOf(tx, report.id)));
    const signed = await signaturesUnder(tx, report.id);
    const already = signed.some((one) => one.person === actor.personId && one.capacity === capacity && one.digest === stands); // prettier-ignore
    refuseIf(signingRefusal(report, { read: digest, stands }, already));
    await rows.insert('sign_off', { id: newId(), report_id: report.id, person_id: actor.personId!, capacity, digest, at: now }); // prettier-ignore
    recordEdit(context, report, 'report.signed', report.id);
  },
});

export const keepFinding = act({
  name: 'finding.keep',
  does: 'Lets stand what the checks found in a report, with the reason. What gives somebody away cannot be let stand.',
  input: z.object({
    report: z.uuid(),
    sentence: z.uuid().nullable().default(null),
    code: z.enum(Object.keys(weights) as [CheckCode, ...CheckCode[]]),
    /** What was found, as the page that showed it has it. */
    about: z.string().max(50_000),
    reason: z.string().trim().max(2000, 'kept_finding.reason_too_long'),
  }),
  async run(context, { sentence, code, about, reason, ...input }) {
    const { tx, actor, now, newId, rows } = context;
    const report = await reportToWrite(context, input.report);
    refuseIf(keepingRefusal(code, reason));
    const checked = found(await findingsIn(tx, program, report), 'report');
    const open = openStops(checked.findings, storedReport(checked.report), await keptFindings(tx, report.id));
    const isThere = open.some((one) => one.finding.check === code && one.finding.place.sentence === sentence && one.about === about); // prettier-ignore
    refuseIf(isThere ? null : 'kept_finding.not_there');
    const kept = { id: newId(), report_id: report.id, sentence_id: sentence, code, about, reason };
    await rows.insert('kept_finding', { ...kept, by_id: actor.personId, at: now });
    recordEdit(context, report, 'finding.kept', report.id);
  },
});

export const renewCitations = act({
  name: 'citations.renew',
  does: 'Rests a report on its sources as they stand now: every citation whose words are still in a statement revised since, or one citation on other words of it.',
  input: z.object({
    report: z.uuid(),
    citation: z.uuid().optional(),
    /** The words it rests on from now, where they changed. */
    quotation: z.string().trim().min(1).max(20_000).optional(),
  }),
  async run(context, input) {
    const { tx, rows } = context;
    const report = await reportToWrite(context, input.report);
    const stale = (await staleCitations(tx, report.id)).filter(({ id }) => !input.citation || id === input.citation);
    if (input.citation) found(stale[0], 'citation');
    let renewed = 0;
    for (const { id, statement_id: statement, quotation, standing } of stale) {
      // The point that stands for it now, where there is one and no other words were asked for.
      const cite = standing && input.quotation === undefined ? ({ kind: 'point', point: standing } as const) : ({ kind: 'passage', statement, quotation: input.quotation ?? quotation } as const); // prettier-ignore
      const row = await rowOf(tx, cite, input.citation !== undefined);
      if (!row) continue;
      await rows.update('citation', { id }, { point_id: null, ...row });
      renewed += 1;
    }
    refuseIf(renewed === 0 ? 'citation.nothing_to_renew' : null);
    recordEdit(context, report, 'citations.renewed', report.id);
    return { renewed };
  },
});

/** Null where the words are no longer there, unless they were asked for one by one. */
async function rowOf(tx: Context['tx'], cite: Parameters<typeof citationRow>[0], isAsked: boolean) {
  try {
    return citationRow(cite, await readSources(tx, [cite]));
  } catch (error) {
    if (isAsked || !(error instanceof Refusal)) throw error;
    return null;
  }
}

async function staleCitations(tx: Context['tx'], reportId: string) {
  const stale = await tx
    .selectFrom('citation')
    .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .innerJoin('statement', 'statement.id', 'citation.statement_id')
    .select(['citation.id', 'citation.statement_id', 'citation.quotation', 'citation.point_id'])
    .where('paragraph.report_id', '=', reportId)
    .whereRef('statement.revisions', '>', 'citation.revision')
    .orderBy('citation.id')
    .$narrowType<{ statement_id: string; quotation: string }>()
    .execute();
  const standing = await pointsStandingFor(tx, stale.flatMap(({ point_id }) => point_id ?? [])); // prettier-ignore
  return stale.map((one) => ({ ...one, standing: standing.get(one.point_id ?? '') }));
}

export async function lockedReport(tx: Context['tx'], id: string): Promise<ReportRow> {
  return found(await reports(tx).where('report.id', '=', id).forUpdate('report').executeTakeFirst(), 'report');
}
