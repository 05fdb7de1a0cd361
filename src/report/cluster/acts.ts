import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { writeAround } from '#report/drafting.ts';
import { redraftRefusal } from '#report/rules.ts';
import { dispositionsIn, reports } from '#report/text-rows.ts';
import { writeParagraphs } from '#report/writing.ts';
import { compiled } from './compiled.ts';
import { clusterToCompile } from './gather.ts';
import { compilingRefusal } from './rules.ts';

export const compileReport = act({
  name: 'report.compile',
  does: 'Compiles the General Rapporteur’s report of a cluster from the circulated reports of its roundtables, each sentence citing the one it is. Compiling again never replaces what a person wrote.',
  input: z.object({ roundtable: z.uuid() }),
  async run(context, input) {
    const { tx, actor, now, newId, rows, record } = context;
    const roundtable = found(
      await tx.selectFrom('roundtable').selectAll().where('id', '=', input.roundtable).executeTakeFirst(),
      'roundtable',
    );
    refuseIf(roleRefusal(actor, reporters, { editionId: roundtable.edition_id, roundtableId: roundtable.id }));
    const existing = await reports(tx)
      .where('report.roundtable_id', '=', roundtable.id)
      .where('report.kind', '=', 'general_rapporteur')
      .forUpdate('report')
      .executeTakeFirst();
    refuseIf(redraftRefusal(existing));
    const cluster = await clusterToCompile(tx, roundtable);
    refuseIf(compilingRefusal(cluster));
    const paragraphs = compiled(cluster);
    const id = existing?.id ?? newId();
    if (existing) {
      await rows.update('report', { id }, { attribution: cluster.policy });
      await writeAround(context, id, paragraphs);
    } else {
      await rows.insert('report', {
        id,
        roundtable_id: roundtable.id,
        kind: 'general_rapporteur',
        title: `${roundtable.title}: report of the General Rapporteur`,
        attribution: cluster.policy,
        state: 'draft',
        source: 'draft',
        created_at: now,
      });
      await writeParagraphs(context, id, paragraphs);
    }
    await takeOverDecisions(context, id, cluster.reports);
    record('report.compiled', id, { roundtableId: roundtable.id, audience: 'desk' });
    return { id };
  },
});

/** What was decided about a statement in its roundtable's report holds in the cluster's too, until it is decided there. */
async function takeOverDecisions({ tx, rows }: Context, id: string, parts: readonly { id: string }[]): Promise<void> {
  const own = new Set((await dispositionsIn(tx, id)).map(({ statement_id }) => statement_id));
  for (const part of parts) {
    const decided = (await dispositionsIn(tx, part.id)).filter(({ statement_id }) => !own.has(statement_id));
    if (decided.length > 0) await rows.insert('disposition', decided.map((one) => ({ ...one, report_id: id }))); // prettier-ignore
  }
}
