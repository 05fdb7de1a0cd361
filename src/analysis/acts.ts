import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { findPoints as findPointsIn } from '#engine/points.ts';
import { pointInput, pointsBefore, writePoints } from './point-writing.ts';
import { engineVersion, registerFor } from './register.ts';
import { isFirstPerson, issueParentRefusal } from './rules.ts';

export const findPoints = act({
  name: 'points.find',
  does: 'Reads a statement as it stands and finds its points, in place of those found before that nobody has touched.',
  input: z.object({ statement: z.uuid() }),
  async run(context, input) {
    const { tx, rows } = context;
    const statement = await statementToRead(context, input.statement);
    const before = await pointsBefore(tx, statement);
    for (const { id } of before.filter((point) => point.isUntouched)) {
      await rows.remove('point_actor', { point_id: id });
      await rows.remove('point', { id });
    }
    const kept = before.filter((point) => !point.isUntouched);
    const isKept = (start: number, act: string) =>
      kept.some((point) => point.revision === statement.revision && point.message_start === start && point.act === act);
    const points = await pointsFound(tx, statement);
    const ids = await writePoints(
      context,
      statement,
      points.filter((point) => !isKept(point.messageStart, point.act)),
    );
    if (ids.length > 0 || kept.length < before.length) recordPoints(context, statement, 'points.found');
    return { points: ids };
  },
});

export const enterPoints = act({
  name: 'points.enter',
  does: 'Enters points that were found elsewhere in a statement’s words, each with its place in them.',
  input: z.object({ statement: z.uuid(), points: z.array(pointInput).max(5000) }),
  async run(context, input) {
    const statement = await statementToRead(context, input.statement);
    const ids = await writePoints(context, statement, input.points);
    if (ids.length > 0) recordPoints(context, statement, 'points.entered');
    return { points: ids };
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
    position: z.number().int().nonnegative().optional(),
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

type Read = Awaited<ReturnType<typeof statementToRead>>;

/** A statement with its current words, locked; refused to whoever does not keep the roundtable's record. */
async function statementToRead({ tx, actor }: Context, id: string) {
  const statement = found(
    await tx
      .selectFrom('statement')
      .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
      .innerJoin('statement_revision as revision', (join) =>
        join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
      )
      .select(['statement.id', 'statement.kind', 'statement.source', 'on_record', 'roundtable_id', 'edition_id'])
      .select(['revision.revision', 'revision.body', 'revision.language'])
      .where('statement.id', '=', id)
      .forUpdate('statement')
      .executeTakeFirst(),
    'statement',
  );
  const place = { editionId: statement.edition_id, roundtableId: statement.roundtable_id };
  refuseIf(roleRefusal(actor, [...reporters, 'note_taker'], place));
  return statement;
}

/** What the engine finds in the words, with the speaker as author where the words are the speaker's own. */
async function pointsFound(tx: Kysely<DB>, statement: Read): Promise<z.output<typeof pointInput>[]> {
  const author = isFirstPerson(statement) ? ((await firstSpeaker(tx, statement.id)) ?? 'Somebody') : undefined;
  const points = findPointsIn(statement.body, {
    register: await registerFor(tx),
    ...(author === undefined ? {} : { author }),
    ...(isRead(statement.language) ? { language: statement.language } : {}),
  });
  return points
    .filter((point) => point.messageStart < point.messageEnd)
    .map(({ start, end, sentence: _sentence, message: _message, ...point }) => ({
      ...point,
      sentenceStart: start,
      sentenceEnd: end,
      foundBy: engineVersion,
    }));
}

function recordPoints({ record }: Context, statement: Read, kind: string): void {
  const audience = statement.on_record ? 'public' : 'desk';
  record(kind, statement.id, { roundtableId: statement.roundtable_id, audience });
}

/** By the name the register knows, or as a person gave it. */
async function firstSpeaker(tx: Kysely<DB>, statementId: string): Promise<string | null> {
  const speaker = await tx
    .selectFrom('statement_speaker as speaker')
    .leftJoin('delegation', 'delegation.id', 'speaker.delegation_id')
    .leftJoin('person', 'person.id', 'speaker.person_id')
    .select(({ fn }) => fn.coalesce('delegation.short_name', 'speaker.name', 'person.name').as('name'))
    .where('statement_id', '=', statementId)
    .where('part', '=', 'speaker')
    .orderBy('position')
    .executeTakeFirst();
  return speaker?.name ?? null;
}

function isRead(language: string): language is 'en' | 'fr' | 'es' {
  return language === 'en' || language === 'fr' || language === 'es';
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
