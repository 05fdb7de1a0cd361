import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Written } from '#record/rows.ts';
import { asKept, carry, followed } from './points/carrying.ts';
import { pointsFound, statementsToRead, type Read } from './finding.ts';
import { lastPosition, pointInput, pointsBefore, writePoints } from './point-writing.ts';
import { issueParentRefusal } from './rules.ts';

export const findPoints = act({
  name: 'points.find',
  does: 'Reads statements as they stand and finds their points, in place of those found before that nobody has touched. What was decided about an earlier revision goes along to the sentences that still stand.',
  input: z.object({ statements: z.array(z.uuid()).min(1).max(200) }),
  async run(context, input) {
    const statements = await statementsToRead(context, input.statements);
    const before = await pointsBefore(context.tx, statements);
    const untouched = before.filter((point) => point.isUntouched);
    for (const { id } of untouched) {
      await context.rows.remove('point_actor', { point_id: id });
      await context.rows.remove('point', { id });
    }
    const kept = before.filter((point) => !point.isUntouched);
    const all = await followed(context.tx, statements, kept);
    const carried = await carry(context, all, (statement) => lastPosition(kept, statement));
    const found = await pointsFound(context.tx, statements, [...kept, ...asKept(all)]);
    const findings = found.map((one) => ({ ...one, after: one.after + (carried.get(one.statement.id) ?? 0) }));
    const points = await writePoints(context, findings);
    statements.forEach((statement, i) => {
      const replaced = untouched.filter(({ statement_id }) => statement_id === statement.id);
      const changed = [...replaced.map(({ id }) => id), ...points[i]!];
      if (changed.length > 0) recordPoints(context, statement, 'points.found', changed);
    });
    return { points };
  },
});

export const enterPoints = act({
  name: 'points.enter',
  does: 'Enters points that were found elsewhere in a statement’s words, each with its place in them.',
  input: z.object({ statement: z.uuid(), points: z.array(pointInput).max(5000) }),
  async run(context, input) {
    const [statement] = await statementsToRead(context, [input.statement]);
    const after = lastPosition(await pointsBefore(context.tx, [statement!]), statement!);
    const [ids] = await writePoints(context, [{ statement: statement!, points: input.points, after }]);
    if (ids!.length > 0) recordPoints(context, statement!, 'points.entered', ids!);
    return { points: ids! };
  },
});

export const nameIssue = act({
  name: 'issue.name',
  does: 'Names an issue of a roundtable, a means of implementation, a tool or a model, with the points that belong to it.',
  input: z.object({
    roundtable: z.uuid(),
    kind: z.enum(['main_issue', 'means_of_implementation', 'overall_issue', 'tool', 'model']),
    title: z.string().trim().min(1, 'issue.title_missing').max(2000),
    parent: z.uuid().nullable().default(null),
    position: z.int32().nonnegative().optional(),
    points: z.array(z.uuid()).max(5000).default([]),
  }),
  async run({ tx, actor, rows, record, newId }, input) {
    const roundtable = found(
      await tx
        .selectFrom('roundtable')
        .select(['id', 'edition_id'])
        .where('id', '=', input.roundtable)
        .executeTakeFirst(),
      'roundtable',
    );
    const place = { editionId: roundtable.edition_id, roundtableId: roundtable.id };
    refuseIf(roleRefusal(actor, [...reporters, 'co_chair'], place));
    if (input.parent) {
      const parent = await tx
        .selectFrom('issue')
        .select('roundtable_id')
        .where('id', '=', input.parent)
        .executeTakeFirst();
      refuseIf(issueParentRefusal(found(parent, 'issue'), roundtable.id));
    }
    const points = [...new Set(input.points)];
    found((await countPoints(tx, points)) === points.length ? points : null, 'point');
    const id = newId();
    await rows.insert('issue', {
      id,
      roundtable_id: roundtable.id,
      parent_id: input.parent,
      position: input.position ?? (await nextPosition(tx, roundtable.id)),
      kind: input.kind,
      title: input.title,
    });
    if (points.length > 0)
      await rows.insert(
        'issue_point',
        points.map((point_id) => ({ issue_id: id, point_id })),
      );
    record('issue.named', id, { roundtableId: roundtable.id });
    return { id };
  },
});

/** One line for each statement, with what was written of its points. */
function recordPoints({ record }: Context, statement: Read, kind: string, points: string[]): void {
  const audience = statement.on_record ? 'public' : 'desk';
  const its = new Set<unknown>(points);
  const rows = ({ table, row }: Written) => its.has(table === 'point_actor' ? row.point_id : row.id);
  record(kind, statement.id, { roundtableId: statement.roundtable_id, audience, rows });
}

async function nextPosition(tx: Kysely<DB>, roundtableId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('issue')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('roundtable_id', '=', roundtableId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

async function countPoints(tx: Kysely<DB>, ids: string[]): Promise<number> {
  const { all } = await tx
    .selectFrom('point')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .executeTakeFirstOrThrow();
  return all;
}
