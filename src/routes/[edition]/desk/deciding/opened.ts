import type { Kysely } from 'kysely';
import { mergedIssues, suggestionsFor } from '#analysis/issues/queries.ts';
import { saidToQuestions } from '#analysis/questions/queries.ts';
import { decisionsIn } from '#analysis/points/queries.ts';
import { issuesOf, pointsIn, type PointView } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import { sameAs } from '#notes/likeness/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { openingWords } from '#report/speech.ts';
import { statementsOf } from '#statements/queries.ts';

const mostOffered = 12;

type Place = Parameters<typeof statementsOf>[2];

/** What a point is decided about with: its words one by one, what says the like, the issues it belongs to, who answered it. */
export type OpenedPoint = NonNullable<Awaited<ReturnType<typeof openedPoint>>>;

/** The issues of a roundtable with what is suggested for them, and what was decided last. */
export type Ordered = Awaited<ReturnType<typeof orderOf>>;

export type Found = Awaited<ReturnType<typeof pointsFound>>;

/** What was said in a roundtable, as this viewer may read it, and the points in it as it stands. */
export async function pointsFound(db: Kysely<DB>, viewer: Viewer, roundtable: Place) {
  const statements = (await statementsOf(db, viewer, roundtable)).filter(({ body }) => body !== null);
  const newest = new Map(statements.map(({ id, revision }) => [id, revision]));
  const points = await pointsIn(db, [...newest.keys()]);
  return { statements, points: points.filter(({ statementId, revision }) => newest.get(statementId) === revision) };
}

export async function openedPoint(db: Kysely<DB>, roundtable: { id: string }, found: Found, id: string) {
  const point = found.points.find((one) => one.id === id);
  if (!point) return null;
  const statements = new Map(found.statements.map((statement) => [statement.id, statement]));
  const numberOf = (statement: string) => statements.get(statement)?.number ?? 0;
  const issues = await issuesOf(db, roundtable.id);
  const said = (await saidToQuestions(db, found.statements, [point])).get(point.id);
  const saidIn = (ids: readonly string[] = []) => ids.flatMap((id) => statements.get(id) ?? []).map(({ number, speakers, body }) => ({ number, by: speakers.filter(({ part }) => part === 'speaker').map(({ delegation, person }) => delegation?.name ?? person ?? '').join(', '), opening: openingWords(body ?? '') })); // prettier-ignore
  return {
    point,
    language: statements.get(point.statementId)!.language,
    // Where a word of the message begins, in the statement's own words.
    words: [...point.message.matchAll(/[^\s]+/gu)].map(({ index, 0: word }) => ({ word, at: point.messageStart + index })), // prettier-ignore
    issues: issues.filter(({ points }) => points.includes(point.id)).map(({ id, title }) => ({ id, title })),
    others: issues.filter(({ points }) => !points.includes(point.id)).map(({ id, title }) => ({ id, title })),
    alike: found.points
      .filter((one) => one.id !== point.id && !one.mergedInto)
      .map((one) => ({ point: one, number: numberOf(one.statementId), alike: sameAs(one.message, point.message) }))
      .filter(({ alike }) => alike > 0.1)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, mostOffered),
    marked: saidIn(said?.marked),
    answers: saidIn(said?.answers.filter((id) => !said.marked.includes(id))),
    replies: saidIn(said?.replies),
  };
}

/** Give it the points as they stand, of statements that this viewer may see. */
export async function orderOf(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: { id: string; edition_id: string; questions: { text: string }[] },
  points: readonly PointView[],
) {
  const issues = await issuesOf(db, roundtable.id);
  const suggestions = await suggestionsFor(db, roundtable, points);
  return {
    issues: issues.map(({ id, title, kind, points }) => ({ id, title, kind, count: points.length })),
    merged: await mergedIssues(db, roundtable.id),
    suggestions: suggestions.slice(0, mostOffered).map((one) => ({ ...one, points: one.points.slice(0, mostOffered) })),
    decisions: await decisionsIn(db, viewer, roundtable, mostOffered),
  };
}
