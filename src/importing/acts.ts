import { createHash } from 'node:crypto';
import { z } from 'zod';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { registeredNames } from '#people/register/queries.ts';
import { enterArchive } from './archive/enter.ts';
import { archiveIn } from './archive/read.ts';
import { correct, corrections } from './corrections.ts';
import { enterProgramme } from './entering/programme.ts';
import { enterRecord } from './entering/record.ts';
import { enterReportOf } from './entering/report.ts';
import { numbersOf } from './numbering.ts';
import { importedText } from './queries.ts';
import { importedAlreadyRefusal, nothingFoundRefusal, numberTwiceRefusal, tooLongRefusal } from './rules.ts';
import { understand } from './understand.ts';
import { countsOf } from './understanding.ts';

export const importDocument = act({
  name: 'document.import',
  does: 'Reads a report or an announcement into the record: roundtables, delegations, statements, points, issues and the report itself.',
  input: z.object({
    /** The file's name. */
    name: z.string().trim().min(1).max(300),
    text: z.string(),
    /** The slug, name or short name of an edition; one is opened under this name where there is none. */
    edition: z.string().trim().max(200).optional(),
    corrections: corrections.prefault({}),
  }),
  async run(given, { name, text, edition: meant, corrections }) {
    const { tx, now, newId, rows, record } = given;
    refuseIf(tooLongRefusal({ name, text }));
    const sha256 = fingerprint(text);
    refuseIf(importedAlreadyRefusal(await importedText(tx, sha256)));
    const archive = archiveIn(text);
    if (archive) {
      const { home, number, plan, ...entered } = await enterArchive(given, archive, { name, text, edition: meant });
      await keep({ roundtable: home, edition: entered.edition.id, report: entered.report });
      return { ...entered, home: number, counts: countsOf(plan) };
    }
    const register = await registeredNames(tx);
    const plan = correct(understand({ name, text, register }), corrections, register);
    refuseIf(nothingFoundRefusal(plan));
    refuseIf(numberTwiceRefusal(numbersOf(plan)));

    const { context, edition, cluster, roundtables, delegations } = await enterProgramme(given, plan, meant);
    const entered = await enterRecord(context, plan, { cluster, roundtables, delegations });
    const home = cluster ?? roundtables[0]!.id;
    const report =
      plan.kind === 'report' ? await enterReportOf(context, plan, { home, roundtables, ...entered }) : null;

    await keep({ roundtable: home, edition: edition.id, report });
    return { edition, home: numbersOf(plan)[0]!, roundtables, report, counts: countsOf(plan) };

    /** The text itself, so that the same file is recognised. */
    async function keep(of: { roundtable: string; edition: string; report: string | null }) {
      const id = newId();
      const { roundtable: roundtable_id, edition: edition_id, report: report_id } = of;
      await rows.insert('imported_text', {
        id,
        edition_id,
        report_id,
        roundtable_id,
        name,
        sha256,
        body: text,
        at: now,
      });
      record('document.imported', id, { roundtableId: roundtable_id });
    }
  },
});

/** By which a text is recognised: sha-256 over its UTF-8. */
export function fingerprint(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
