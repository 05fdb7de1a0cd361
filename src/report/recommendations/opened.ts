import type { Kysely } from 'kysely';
import { isAgainst } from '#analysis/emphasis.ts';
import type { DB } from '#db/schema.ts';
import { sameAs } from '#notes/likeness/rules.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { spokenBy } from '#report/draft-record.ts';
import { visibleRecord, type Place } from '#report/lists/raised.ts';
import { recommendationsOf, type RecommendationView } from './queries.ts';

/** A recommendation on its own page; with what may be counted for it or against it, for whoever may do so. */
export interface OpenedRecommendation {
  recommendation: RecommendationView;
  isNamed: boolean;
  mayChange: boolean;
  /** Points that are worded most like it and are not counted yet. */
  candidates: { point: string; by: string[]; statement: number; text: string; isAgainst: boolean }[];
}

const mostOffered = 30;

/** `find` narrows what is offered to points that hold these words, or are by someone of this name. */
export async function recommendationOpened(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: Place,
  number: number,
  find = '',
): Promise<OpenedRecommendation | undefined> {
  const seen = await visibleRecord(db, viewer, roundtable);
  const recommendation = (await recommendationsOf(db, roundtable, seen)).find((one) => one.number === number);
  if (!recommendation) return undefined;
  const place = { editionId: roundtable.edition_id, roundtableId: roundtable.id };
  const mayChange = roleRefusal(viewer, [...reporters, 'co_chair'], place) === null;
  const { proposed, supported, opposed, text } = recommendation;
  const taken = new Set([proposed, supported, opposed].flatMap(({ points }) => points));
  const wanted = find.trim().toLowerCase();
  // Whoever may not be told who spoke is not offered their words.
  const offered = mayChange && seen.isNamed ? seen.record.statements : [];
  const candidates = offered
    .flatMap((statement) => statement.points.filter(({ id }) => !taken.has(id)).map((point) => ({ point, statement })))
    .map(({ point, statement }) => ({
      point: point.id,
      by: spokenBy(point, statement).map(({ name }) => name),
      statement: statement.number,
      text: statement.body.slice(point.messageStart, point.messageEnd),
      isAgainst: isAgainst(point),
    }))
    .filter(({ text, by }) => wanted === '' || [text, ...by].some((one) => one.toLowerCase().includes(wanted)))
    .map((one) => ({ one, alike: sameAs(one.text, text ?? '') }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, mostOffered)
    .map(({ one }) => one);
  return { recommendation, isNamed: seen.isNamed, mayChange, candidates };
}
