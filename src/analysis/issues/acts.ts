import { sql } from 'kysely';
import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { mergeIssuesRefusal, moveRefusal, placeRefusal, takeApartRefusal } from './rules.ts';

const points = z.array(z.uuid()).min(1, 'issue.no_points').max(2000);

export const renameIssue = act({
  name: 'issue.rename',
  does: 'Gives an issue another name; what it was called until then is kept.',
  input: z.object({ issue: z.uuid(), title: z.string().trim().min(1, 'issue.title_missing').max(2000) }),
  async run(context, input) {
    const { rows, newId, now, actor } = context;
    const issue = await issueToChange(context, input.issue);
    if (issue.title === input.title) return;
    await rows.insert('issue_title', {
      id: newId(),
      issue_id: issue.id,
      title: issue.title,
      until: now,
      by_id: actor.personId,
    });
    await rows.update('issue', { id: issue.id }, { title: input.title });
    context.record('issue.renamed', issue.id, { roundtableId: issue.roundtable_id });
  },
});

export const mergeIssues = act({
  name: 'issue.merge',
  does: 'Merges an issue into another: its points count there. Both keep what is theirs, and can be taken apart again.',
  input: z.object({ issue: z.uuid(), into: z.uuid() }),
  async run(context, input) {
    const into = await issueToChange(context, input.into);
    const issue = await issueToChange(context, input.issue);
    refuseIf(mergeIssuesRefusal(issue, into));
    const { actor, now } = context;
    await context.rows.insert('issue_merge', { issue_id: issue.id, into_id: into.id, by_id: actor.personId, at: now });
    context.record('issue.merged', into.id, { roundtableId: into.roundtable_id });
  },
});

export const takeApartIssue = act({
  name: 'issue.take_apart',
  does: 'Takes an issue out of the one it was merged into; both are as they were before.',
  input: z.object({ issue: z.uuid() }),
  async run(context, input) {
    const issue = await issueToChange(context, input.issue);
    refuseIf(takeApartRefusal(issue));
    await context.rows.remove('issue_merge', { issue_id: issue.id });
    context.record('issue.taken_apart', issue.id, { roundtableId: issue.roundtable_id });
  },
});

export const placePoints = act({
  name: 'issue.place',
  does: 'Puts points under an issue, and takes them out of another where they come from one. One that is there already stays.',
  input: z.object({
    issue: z.uuid(),
    points,
    /** The issue they are moved from; without it they stay where else they are. */
    from: z.uuid().optional(),
  }),
  async run(context, input) {
    refuseIf(moveRefusal(input));
    const issue = await issueToChange(context, input.issue);
    if (input.from) await takeOut(context, await issueToChange(context, input.from), input.points);
    const placed = await pointsToPlace(context, issue, input.points);
    const there = new Set(placed.filter(({ isThere }) => isThere).map(({ id }) => id));
    const fresh = placed.filter(({ id }) => !there.has(id));
    if (fresh.length === 0) return;
    // What was once said not to belong here does now.
    for (const { id } of fresh) await context.rows.remove('issue_declined', { issue_id: issue.id, point_id: id });
    await context.rows.insert('issue_point', fresh.map(({ id }) => ({ issue_id: issue.id, point_id: id }))); // prettier-ignore
    context.record('issue.points_placed', issue.id, { roundtableId: issue.roundtable_id });
  },
});

export const takeOutPoints = act({
  name: 'issue.take_out',
  does: 'Takes points out from under an issue. They are not suggested for it again.',
  input: z.object({ issue: z.uuid(), points }),
  async run(context, input) {
    await takeOut(context, await issueToChange(context, input.issue), input.points);
  },
});

export const declineSuggestion = act({
  name: 'issue.decline',
  does: 'Says that a suggested issue is none, or that points do not belong under one: neither is suggested again.',
  input: z.object({
    roundtable: z.uuid(),
    /** An issue there is, for which points were suggested; or the words a new one was suggested from. */
    issue: z.uuid().optional(),
    seed: z.string().trim().min(1).max(2000).optional(),
    /** Without them, the whole suggestion. */
    points: z.array(z.uuid()).max(2000).default([]),
  }).refine(({ issue, seed }) => (issue === undefined) !== (seed === undefined), { error: 'issue.decline_what' }), // prettier-ignore
  async run(context, input) {
    const roundtable = await roundtableToOrder(context, input.roundtable);
    const issue = input.issue ? await issueToChange(context, input.issue) : null;
    const points = issue ? await pointsToPlace(context, issue, input.points) : [];
    const what = { roundtable_id: roundtable.id, issue_id: issue?.id ?? null, seed: input.seed ?? null };
    if (points.length === 0) await decline(context, { ...what, point_id: null });
    for (const { id } of points) await decline(context, { ...what, point_id: id });
    context.record('issue.declined', issue?.id ?? roundtable.id, { roundtableId: roundtable.id, audience: 'desk' });
  },
});

async function takeOut(context: Context, issue: Awaited<ReturnType<typeof issueToChange>>, wanted: readonly string[]) {
  const points = new Set(wanted);
  const known = await context.tx
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .select('point.id')
    .where('roundtable_id', '=', issue.roundtable_id)
    .where('point.id', '=', sql<string>`any(${[...points]}::uuid[])`)
    .execute();
  found(known.length === points.size ? known : null, 'point');
  for (const point_id of points) {
    for (const issue_id of issue.all) await context.rows.remove('issue_point', { issue_id, point_id });
    await decline(context, { roundtable_id: issue.roundtable_id, issue_id: issue.id, point_id });
  }
  context.record('issue.points_taken_out', issue.id, { roundtableId: issue.roundtable_id });
}

async function decline(
  context: Context,
  what: { roundtable_id: string; issue_id: string | null; seed?: string | null; point_id: string | null },
) {
  // prettier-ignore
  const { rows, newId, actor, now } = context;
  await rows.insert('issue_declined', { id: newId(), ...what, by_id: actor.personId, at: now });
}

async function roundtableToOrder({ tx, actor }: Context, id: string) {
  const roundtable = found(
    await tx.selectFrom('roundtable').select(['id', 'edition_id']).where('id', '=', id).executeTakeFirst(),
    'roundtable',
  );
  refuseIf(roleRefusal(actor, [...reporters, 'co_chair'], { editionId: roundtable.edition_id, roundtableId: id }));
  return roundtable;
}

/** An issue, locked, with what it was merged into and all that was merged into it. */
async function issueToChange(context: Context, id: string) {
  const { tx } = context;
  const issue = found(
    await tx
      .selectFrom('issue')
      .leftJoin('issue_merge as merged', 'merged.issue_id', 'issue.id')
      .selectAll('issue')
      .select('merged.into_id as into')
      .where('issue.id', '=', id)
      .forUpdate('issue')
      .executeTakeFirst(),
    'issue',
  );
  await roundtableToOrder(context, issue.roundtable_id);
  const { rows } = await sql<{ id: string }>`
    with recursive own (id) as (select ${id}::uuid union select issue_id from issue_merge join own on into_id = own.id)
    select id from own`.execute(tx);
  return { ...issue, all: rows.map((row) => row.id) };
}

async function pointsToPlace({ tx }: Context, issue: Awaited<ReturnType<typeof issueToChange>>, ids: string[]) {
  const wanted = [...new Set(ids)];
  const rows = await tx
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .select(['point.id', 'stands', 'point.state', 'roundtable_id'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('issue_point as placed')
            .select('placed.point_id')
            .whereRef('placed.point_id', '=', 'point.id')
            .where('placed.issue_id', '=', issue.id),
        )
        .as('isThere'),
    )
    .where('point.id', '=', sql<string>`any(${wanted}::uuid[])`)
    .execute();
  found(rows.length === wanted.length ? rows : null, 'point');
  for (const point of rows) refuseIf(placeRefusal(point, issue));
  return rows;
}
