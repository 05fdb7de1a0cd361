import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { enterPoints } from '#analysis/acts.ts';
import { delegationsNamed, nameKey } from '#analysis/queries.ts';
import { pointRefusal } from '#analysis/rules.ts';
import type { DB } from '#db/schema.ts';
import { registerDelegation } from '#people/acts.ts';
import { offices, reporters, roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { enterStatement } from '#statements/acts.ts';
import { makeReceipt } from '#statements/receipt.ts';

// What a whole document brings in, entered in a handful of queries: forty speakers one by one would take a second.

const most = 50_000;

export const registerDelegations = act({
  name: 'delegations.register',
  does: 'Adds delegations that a document names to the register, all at once.',
  input: z.object({
    edition: z.uuid(),
    delegations: z.array(registerDelegation.input.omit({ edition: true, members: true, aliases: true })).max(most),
  }),
  async run({ tx, actor, rows, record, newId }, { edition, delegations }) {
    refuseIf(roleRefusal(actor, offices, { editionId: edition }));
    const taken = await tx
      .selectFrom('delegation')
      .select('short_name')
      .where((eb) =>
        eb.or([
          eb('slug', '=', among(delegations.map(({ slug }) => slug))),
          eb('short_name', '=', among(delegations.map(({ shortName }) => shortName))),
        ]),
      )
      .executeTakeFirst();
    refuseIf(taken ? { code: 'delegation.registered_already', values: { name: taken.short_name } } : null);
    const entries = delegations.map(({ shortName, formalName, ...same }) => ({
      id: newId(),
      ...same,
      short_name: shortName,
      formal_name: formalName ?? shortName,
    }));
    if (entries.length === 0) return { delegations: [] };
    await rows.insert('delegation', entries);
    record('delegations.registered', edition);
    return { delegations: entries.map(({ id }) => id) };
  },
});

export const enterStatements = act({
  name: 'statements.enter',
  does: 'Enters what a document says was said in a roundtable, all at once and in its order.',
  input: z.object({
    roundtable: z.uuid(),
    statements: z.array(enterStatement.input.omit({ roundtable: true, repliesTo: true, questions: true })).max(most),
  }),
  async run({ tx, actor, now, rows, record, newId }, { roundtable: roundtableId, statements }) {
    const roundtable = found(
      await tx.selectFrom('roundtable').select(['id', 'edition_id']).where('id', '=', roundtableId).executeTakeFirst(),
      'roundtable',
    );
    const place = { editionId: roundtable.edition_id, roundtableId };
    refuseIf(roleRefusal(actor, ['note_taker', 'rapporteur', ...offices], place));
    if (statements.length === 0) return { statements: [] };
    const first = await firstNumber(tx, roundtableId, statements.length);
    const entered = statements.map((statement, i) => ({ id: newId(), number: first + i, statement }));
    await rows.insert(
      'statement',
      entered.map(({ id, number, statement: { kind, mode, identity, source, onRecord, language, saidAt } }) => ({
        id,
        number,
        kind,
        mode,
        identity,
        source,
        language,
        roundtable_id: roundtableId,
        state: kind === 'intervention' || kind === 'remark' ? 'noted' : 'received',
        on_record: onRecord,
        said_at: saidAt,
      })),
    );
    await rows.insert(
      'statement_revision',
      entered.map(({ id, statement: { language, body, saidAt } }) => ({
        statement_id: id,
        revision: 1,
        language,
        body,
        by_id: actor.personId,
        at: saidAt ?? now,
      })),
    );
    const speakers = entered.flatMap(({ id, statement }) =>
      statement.speakers.map(({ delegation, person, ...speaker }, i) => ({
        ...speaker,
        statement_id: id,
        position: i + 1,
        delegation_id: delegation,
        person_id: person,
      })),
    );
    if (speakers.length > 0) await rows.insert('statement_speaker', speakers);
    await rows.insert(
      'receipt',
      entered.map(({ id, statement }) => ({ statement_id: id, ...makeReceipt(statement.body) })),
    );
    record('statements.entered', roundtableId, { roundtableId });
    return { statements: entered.map(({ id }) => id) };
  },
});

export const enterPointsTogether = act({
  name: 'points.enter_together',
  does: 'Enters the points that were found in many statements of a roundtable, all at once.',
  input: z.object({
    roundtable: z.uuid(),
    statements: z.array(enterPoints.input).max(most),
  }),
  async run({ tx, actor, rows, record, newId }, { roundtable: roundtableId, statements }) {
    const roundtable = found(
      await tx.selectFrom('roundtable').select(['id', 'edition_id']).where('id', '=', roundtableId).executeTakeFirst(),
      'roundtable',
    );
    refuseIf(roleRefusal(actor, [...reporters, 'note_taker'], { editionId: roundtable.edition_id, roundtableId }));
    const bodies = await bodiesOf(
      tx,
      roundtableId,
      statements.map(({ statement }) => statement),
    );
    const points = statements.flatMap(({ statement, points }) =>
      points.map((point, i) => ({ id: newId(), position: i + 1, statement, point })),
    );
    for (const { statement, point } of points)
      refuseIf(pointRefusal(point, found(bodies.get(statement), 'statement').body));
    const everyone = points.flatMap(({ id, point }) => {
      const taking = (part: string, names: string[]) => names.map((name) => ({ point_id: id, part, name }));
      const all = [
        ...taking('actor', point.actors),
        ...taking('on_behalf_of', point.onBehalfOf),
        ...taking('supported_by', point.supportedBy),
        ...taking('opposed_by', point.opposedBy),
      ];
      return all.map((one, position) => ({ ...one, position }));
    });
    const delegations = await delegationsNamed(
      tx,
      everyone.map(({ name }) => name),
    );
    if (points.length === 0) return { points: [] };
    await rows.insert(
      'point',
      points.map(({ id, position, statement, point }) => {
        const { body, revision } = bodies.get(statement)!;
        const { verb, act, topic, polarity, attribution, confidence } = point;
        return {
          id,
          position,
          revision,
          statement_id: statement,
          state: 'proposed',
          verb,
          act,
          topic,
          polarity,
          attribution,
          confidence,
          sentence_start: point.sentenceStart,
          sentence_end: point.sentenceEnd,
          message_start: point.messageStart,
          message_end: point.messageEnd,
          message: body.slice(point.messageStart, point.messageEnd),
          found_by: point.foundBy,
        };
      }),
    );
    const actors = everyone.map((one) => ({ ...one, delegation_id: delegations.get(nameKey(one.name)) ?? null }));
    if (actors.length > 0) await rows.insert('point_actor', actors);
    record('points.entered_together', roundtableId, { roundtableId });
    const ids = Map.groupBy(points, ({ statement }) => statement);
    return { points: statements.map(({ statement }) => (ids.get(statement) ?? []).map(({ id }) => id)) };
  },
});

/** Numbers are given out in order and never twice; the counter itself is no row of the record. */
async function firstNumber(tx: Kysely<DB>, roundtableId: string, count: number): Promise<number> {
  const { statements } = await tx
    .updateTable('roundtable')
    .set({ statements: sql`statements + ${count}` })
    .where('id', '=', roundtableId)
    .returning('statements')
    .executeTakeFirstOrThrow();
  return statements - count + 1;
}

async function bodiesOf(tx: Kysely<DB>, roundtableId: string, ids: string[]) {
  const rows = await tx
    .selectFrom('statement')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .select(['statement.id', 'revision.revision', 'revision.body'])
    .where('statement.roundtable_id', '=', roundtableId)
    .where('statement.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

const among = (names: string[]) => sql<string>`any(${names}::text[])`;
