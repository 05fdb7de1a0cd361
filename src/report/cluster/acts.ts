import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { writeAround } from '#report/drafting.ts';
import { lengthInput } from '#report/length-input.ts';
import { redraftRefusal } from '#report/rules.ts';
import { dispositionsIn, reports } from '#report/text-rows.ts';
import { writeParagraphs } from '#report/writing.ts';
import { clusterToCompile } from './gather.ts';
import { comparingRefusal, compilingRefusal } from './rules.ts';
import { compiledWithin } from './shortened.ts';

export const compileReport = act({
  name: 'report.compile',
  does: 'Compiles the General Rapporteur’s report of a cluster from the circulated reports of its roundtables, each sentence citing the one it is. Compiling again never replaces what a person wrote.',
  input: z.object({ roundtable: z.uuid(), words: lengthInput }),
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
    const limit = input.words === undefined ? (existing?.word_limit ?? null) : input.words;
    const { paragraphs } = compiledWithin(cluster, limit);
    const id = existing?.id ?? newId();
    if (existing) {
      await rows.update('report', { id }, { attribution: cluster.policy, word_limit: limit });
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
        word_limit: limit,
        created_at: now,
      });
      await writeParagraphs(context, id, paragraphs);
    }
    await takeOverDecisions(context, id, cluster.reports);
    record('report.compiled', id, { roundtableId: roundtable.id, audience: 'desk' });
    return { id };
  },
});

export const compareIssues = act({
  name: 'issue.compare',
  does: 'Says of issues of two roundtables of a cluster that they are one and the same, or that they are two, or takes that back. The cluster’s report counts those that are the same together.',
  input: z.object({ issue: z.uuid(), other: z.uuid(), same: z.boolean().nullable() }),
  async run({ tx, actor, now, rows, record }, input) {
    const [one, other] = [await issueIn(tx, input.issue), await issueIn(tx, input.other)];
    const cluster = one.parent_id ?? one.roundtable_id;
    refuseIf(roleRefusal(actor, reporters, { editionId: one.edition_id, roundtableId: cluster }));
    refuseIf(comparingRefusal(one, other));
    const [first, second] = [one.id, other.id].sort() as [string, string];
    const pair = { issue_id: first, other_id: second };
    await rows.remove('issue_compared', pair);
    if (input.same !== null)
      await rows.insert('issue_compared', { ...pair, cluster_id: cluster, same: input.same, by_id: actor.personId, at: now }); // prettier-ignore
    record('issue.compared', cluster, { roundtableId: cluster, audience: 'desk' });
  },
});

async function issueIn(tx: Context['tx'], id: string) {
  return found(
    await tx
      .selectFrom('issue')
      .innerJoin('roundtable', 'roundtable.id', 'issue.roundtable_id')
      .select(['issue.id', 'issue.roundtable_id', 'roundtable.parent_id', 'roundtable.edition_id'])
      .where('issue.id', '=', id)
      .forUpdate('issue')
      .executeTakeFirst(),
    'issue',
  );
}

/** What was decided about a statement in its roundtable's report holds in the cluster's too, until it is decided there. */
async function takeOverDecisions({ tx, rows }: Context, id: string, parts: readonly { id: string }[]): Promise<void> {
  const own = new Set((await dispositionsIn(tx, id)).map(({ statement_id }) => statement_id));
  for (const part of parts) {
    const decided = (await dispositionsIn(tx, part.id)).filter(({ statement_id }) => !own.has(statement_id));
    if (decided.length > 0) await rows.insert('disposition', decided.map((one) => ({ ...one, report_id: id }))); // prettier-ignore
  }
}
