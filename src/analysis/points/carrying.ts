import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { sameAs } from '#notes/likeness/rules.ts';
import type { Context } from '#record/act.ts';
import type { Written } from '#record/rows.ts';
import { isDecidedAbout, type pointsBefore } from '#analysis/point-writing.ts';

type Before = Awaited<ReturnType<typeof pointsBefore>>;

interface Current {
  id: string;
  revision: number;
  body: string;
  roundtable_id: string;
}

interface Span {
  start: number;
  end: number;
}

/**
 * By how much a sentence of an earlier revision moved, where the very same sentence still stands in the words as they are
 * now; null where it does not, or where nobody can say which of several it is. A sentence with a “not” more is another one.
 */
export function movedBy({ start, end }: Span, before: string, after: string): number | null {
  const sentence = before.slice(start, end);
  const [was, is] = [placesOf(sentence, before), placesOf(sentence, after)];
  const at =
    was.length === is.length ? is[was.indexOf(start)] : is.length === 1 && was.length === 1 ? is[0] : undefined;
  return at === undefined ? null : at - start;
}

/** Where a sentence stands as one of its own, and not as the end or the beginning of another. */
function placesOf(sentence: string, body: string): number[] {
  const places: number[] = [];
  for (let at = body.indexOf(sentence); at >= 0; at = body.indexOf(sentence, at + 1)) {
    const before = body.slice(0, at).trimEnd();
    const isBegun = before === '' || /[\p{Sentence_Terminal}:;…"”»’)*•–—-]$/u.test(before) || /\n\s*$/.test(body.slice(0, at)); // prettier-ignore
    if (isBegun && !/^[\p{L}\p{N}]/u.test(body.slice(at + sentence.length))) places.push(at);
  }
  return places;
}

/** What was decided about in an earlier revision, where it stands in this one; null where it does not. */
interface Followed {
  point: Before[number];
  statement: Current;
  shift: number | null;
}

/** Points decided about in earlier revisions of these statements, each with how far its sentence moved. */
export async function followed(tx: Kysely<DB>, statements: readonly Current[], before: Before): Promise<Followed[]> {
  const current = new Map(statements.map((one) => [one.id, one]));
  const earlier = before.filter(
    (point) => point.isDecided && point.revision < current.get(point.statement_id)!.revision,
  );
  if (earlier.length === 0) return [];
  const bodies = await tx
    .selectFrom('statement_revision')
    .select(['statement_id', 'revision', 'body'])
    .where('statement_id', '=', sql<string>`any(${[...new Set(earlier.map((one) => one.statement_id))]}::uuid[])`)
    .execute();
  const bodyOf = new Map(bodies.map((row) => [`${row.statement_id} ${row.revision}`, row.body]));
  return earlier.map((point) => {
    const statement = current.get(point.statement_id)!;
    const span = { start: point.sentence_start, end: point.sentence_end };
    const words = { start: Math.min(span.start, point.message_start), end: Math.max(span.end, point.message_end) };
    return { point, statement, shift: movedBy(words, bodyOf.get(`${point.statement_id} ${point.revision}`)!, statement.body) }; // prettier-ignore
  });
}

/** As kept points, at the places where they stand now: none of them is found a second time. */
export function asKept(all: readonly Followed[]): Before {
  return all.flatMap(({ point, statement, shift }) => {
    if (shift === null) return [];
    const moved = (found: string) => {
      const [start, ...act] = found.split(' ');
      return [Number(start) + shift, ...act].join(' ');
    };
    return [{ ...point, revision: statement.revision, position: 0, message_start: point.message_start + shift, found_as: point.found_as?.flatMap((found) => (found ? moved(found) : [])) ?? null }]; // prettier-ignore
  });
}

/** Takes decisions along to the sentences that still stand, each to a point of the words as they are now. */
export async function carry(context: Context, all: readonly Followed[], after: (statement: Current) => number) {
  const standing = all.filter(({ point, shift }) => shift !== null && point.stands && !point.isCarried);
  for (const [statement, some] of Map.groupBy(standing, (one) => one.statement)) {
    const pairs: { from: string; into: string }[] = [];
    for (const [n, { point, shift }] of some.entries())
      pairs.push({
        from: point.id,
        into: await copied(context, point.id, statement, shift!, after(statement) + n + 1),
      });
    for (const pair of pairs) await takeAlong(context, pair.from, pair.into, pairs);
    await context.rows.insert('point_carried', pairs.map(({ from, into }) => ({ point_id: from, into_id: into, at: context.now }))); // prettier-ignore
    const made = new Set<unknown>(pairs.map(({ into }) => into));
    const rows = ({ row }: Written) => [row.id, row.point_id, row.into_id, row.asked_id, row.merged_into].some((id) => made.has(id)); // prettier-ignore
    context.record('points.carried', statement.id, { roundtableId: statement.roundtable_id, audience: 'desk', rows });
  }
  return new Map([...Map.groupBy(standing, ({ statement }) => statement.id)].map(([id, some]) => [id, some.length]));
}

/** The same point in the words as they are now. */
async function copied({ tx, rows, newId }: Context, from: string, to: Current, shift: number, position: number) {
  const { id: _, ...point } = await tx.selectFrom('point').selectAll().where('id', '=', from).executeTakeFirstOrThrow();
  const id = newId();
  await rows.insert('point', {
    ...point,
    id,
    revision: to.revision,
    position,
    sentence_start: point.sentence_start + shift,
    sentence_end: point.sentence_end + shift,
    message_start: point.message_start + shift,
    message_end: point.message_end + shift,
    merged_into: null,
  });
  const actors = await tx.selectFrom('point_actor').selectAll().where('point_id', '=', from).execute();
  if (actors.length > 0)
    await rows.insert(
      'point_actor',
      actors.map((actor) => ({ ...actor, point_id: id })),
    );
  return id;
}

/** Everything that was made of a point is made of the one that has its decisions now. */
export async function takeAlong(
  { tx, rows, newId }: Context,
  from: string,
  into: string,
  others: readonly { from: string; into: string }[] = [],
): Promise<void> {
  const issues = await tx.selectFrom('issue_point').selectAll().where('point_id', '=', from).execute();
  const there = new Set((await tx.selectFrom('issue_point').select('issue_id').where('point_id', '=', into).execute()).map(({ issue_id }) => issue_id)); // prettier-ignore
  const placed = issues.filter(({ issue_id }) => !there.has(issue_id)).map((row) => ({ ...row, point_id: into }));
  if (placed.length > 0) await rows.insert('issue_point', placed);
  const answers = await tx.selectFrom('point_answer').selectAll().where('asked_id', '=', from).execute();
  if (answers.length > 0)
    await rows.insert(
      'point_answer',
      answers.map((row) => ({ ...row, asked_id: into })),
    );
  const declined = await tx.selectFrom('issue_declined').selectAll().where('point_id', '=', from).execute();
  if (declined.length > 0) await rows.insert('issue_declined', declined.map((row) => ({ ...row, id: newId(), point_id: into }))); // prettier-ignore
  const voices = await tx.selectFrom('recommendation_voice').selectAll().where('point_id', '=', from).execute();
  if (voices.length > 0)
    await rows.insert(
      'recommendation_voice',
      voices.map((row) => ({ ...row, point_id: into })),
    );
  const { merged_into: root, statement_id } = await tx.selectFrom('point').select(['merged_into', 'statement_id']).where('id', '=', from).executeTakeFirstOrThrow(); // prettier-ignore
  const newRoot = root && (await standingFor(tx, root, others));
  if (newRoot && newRoot !== into) await rows.update('point', { id: into }, { merged_into: newRoot });
  const under = await tx.selectFrom('point').select('id').where('merged_into', '=', from).where('statement_id', '<>', statement_id).execute(); // prettier-ignore
  if (under.length > 0) await rows.update('point', { id: under.map(({ id }) => id) }, { merged_into: into });
}

/** The point that another has its decisions from now: itself, as long as its statement reads as it did. */
async function standingFor(tx: Kysely<DB>, point: string, others: readonly { from: string; into: string }[]) {
  const fresh = others.find(({ from }) => from === point);
  if (fresh) return fresh.into;
  const row = await tx
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'statement_id')
    .leftJoin('point_carried', 'point_id', 'point.id')
    .select(['into_id', sql<boolean>`point.revision = statement.revisions`.as('isCurrent')])
    .where('point.id', '=', point)
    .executeTakeFirstOrThrow();
  return row.into_id ?? (row.isCurrent ? point : null);
}

/** A decision that could not go along: the sentence it is about no longer stands in the statement as it reads now. */
export interface ToDecideAgain {
  point: string;
  state: string;
  message: string;
  /** The sentence as it was, and the revision it stood in. */
  sentence: string;
  revision: number;
  statement: { id: string; number: number; language: string; body: string; revision: number };
  issues: string[];
  /** Points of the words as they stand, which may have the decision now; those worded most like it first. */
  candidates: { point: string; message: string }[];
}

/** What is to be decided again in a roundtable, because a statement was revised; give it to whoever reports on it. */
export async function toDecideAgain(db: Kysely<DB>, roundtableId: string): Promise<ToDecideAgain[]> {
  const rows = await db
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .innerJoin('statement_revision as was', (join) =>
      join.onRef('was.statement_id', '=', 'point.statement_id').onRef('was.revision', '=', 'point.revision'),
    ) // prettier-ignore
    .innerJoin('statement_revision as now', (join) =>
      join.onRef('now.statement_id', '=', 'point.statement_id').onRef('now.revision', '=', 'statement.revisions'),
    ) // prettier-ignore
    .select(['point.id', 'point.state', 'point.message', 'point.revision', 'sentence_start', 'sentence_end'])
    .select([
      'statement.id as statement_id',
      'statement.number',
      'was.body as before',
      'now.body',
      'now.language',
      'statement.revisions',
    ]) // prettier-ignore
    .select(
      sql<string[]>`array(select title from issue join issue_point on issue_point.issue_id = issue.id
        where issue_point.point_id = point.id order by title)`.as('issues'),
    )
    .where('roundtable_id', '=', roundtableId)
    .where('stands', '=', true)
    .where('statement.state', '<>', 'withdrawn')
    .whereRef('point.revision', '<', 'statement.revisions')
    .where(isDecidedAbout)
    .where(sql<boolean>`not exists (select from point_carried where point_carried.point_id = point.id)`)
    .orderBy('statement.number')
    .orderBy('point.revision')
    .orderBy('sentence_start')
    .execute();
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ statement_id }) => statement_id))];
  const current = await db
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'statement_id')
    .select(['point.id', 'statement_id', 'message'])
    .where('statement_id', '=', sql<string>`any(${ids}::uuid[])`)
    .whereRef('point.revision', '=', 'statement.revisions')
    .where('stands', '=', true)
    .where('point.state', '<>', 'rejected')
    .orderBy('sentence_start')
    .execute();
  return rows.map(({ id, state, message, revision, sentence_start, sentence_end, statement_id, number, before, body, language, revisions, issues }) => ({
    point: id,
    state,
    message,
    sentence: before.slice(sentence_start, sentence_end),
    revision,
    statement: { id: statement_id, number, language, body, revision: revisions },
    issues,
    candidates: current.filter((one) => one.statement_id === statement_id).sort((a, b) => sameAs(b.message, message) - sameAs(a.message, message)).map((one) => ({ point: one.id, message: one.message })), // prettier-ignore
  })); // prettier-ignore
}
