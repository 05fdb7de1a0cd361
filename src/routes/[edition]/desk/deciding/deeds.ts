import { nameIssue } from '#analysis/acts.ts';
import { declineSuggestion, mergeIssues, placePoints } from '#analysis/issues/acts.ts';
import { renameIssue, takeApartIssue, takeOutPoints } from '#analysis/issues/acts.ts';
import {
  acceptPoint,
  carryDecision,
  editPoint,
  mergePoints,
  rejectPoint,
  splitPoint,
  undoDecision,
} from '#analysis/points/acts.ts';
import type { pointActs } from '#analysis/points/rules.ts';
import { noteAnswer, takeBackAnswer } from '#analysis/questions/acts.ts';
import { perform } from '#record/act.ts';
import { NotFound } from '#record/refusals.ts';
import { recordRecommendation } from '#report/recommendations/acts.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { statementNumbered } from '#statements/queries.ts';

type Given = Record<string, string>;
type Place = { id: string; edition_id: string; attribution: string };
type Deed = (locals: App.Locals, roundtable: Place, given: Given, points: string[]) => Promise<unknown>;

/** What each form of the two desks does: one act. */
export const deeds = {
  accept: ({ forum, viewer }, _, __, points) => perform(forum, viewer, acceptPoint, { points }),
  edit: ({ forum, viewer }, _, given) =>
    perform(forum, viewer, editPoint, {
      point: given.point ?? '',
      words: given.words ?? '',
      act: given.act as (typeof pointActs)[number],
      polarity: given.against ? -1 : 1,
      actors: namesIn(given.who),
      wording: given.wording ?? '',
    }),
  reject: ({ forum, viewer }, _, given) =>
    perform(forum, viewer, rejectPoint, { point: given.point ?? '', reason: given.reason ?? '' }),
  split: ({ forum, viewer }, _, given) =>
    perform(forum, viewer, splitPoint, { point: given.point ?? '', at: Number(given.at) }),
  merge: ({ forum, viewer }, _, given, points) =>
    perform(forum, viewer, mergePoints, { into: given.point ?? '', points }),
  undo: ({ forum, viewer }, _, given) => perform(forum, viewer, undoDecision, { decision: given.decision ?? '' }),
  carry: ({ forum, viewer }, _, given) =>
    perform(forum, viewer, carryDecision, { point: given.point ?? '', into: given.into || null }),
  place: ({ forum, viewer }, _, given, points) =>
    perform(forum, viewer, placePoints, { issue: given.issue ?? '', points, ...(given.from ? { from: given.from } : {}) }), // prettier-ignore
  takeOut: ({ forum, viewer }, _, given, points) =>
    perform(forum, viewer, takeOutPoints, { issue: given.issue ?? '', points }),
  name: ({ forum, viewer }, { id: roundtable }, given, points) =>
    perform(forum, viewer, nameIssue, { roundtable, kind: 'main_issue', title: given.title ?? '', points }),
  rename: ({ forum, viewer }, _, given) =>
    perform(forum, viewer, renameIssue, { issue: given.issue ?? '', title: given.title ?? '' }),
  mergeIssue: ({ forum, viewer }, _, given) =>
    perform(forum, viewer, mergeIssues, { issue: given.issue ?? '', into: given.into ?? '' }),
  apart: ({ forum, viewer }, _, given) => perform(forum, viewer, takeApartIssue, { issue: given.issue ?? '' }),
  decline: ({ forum, viewer }, { id: roundtable }, given, points) =>
    perform(forum, viewer, declineSuggestion, { roundtable, ...(given.issue ? { issue: given.issue, points } : { seed: given.seed ?? '' }) }), // prettier-ignore
  answered: async (locals, roundtable, given) =>
    perform(locals.forum, locals.viewer, noteAnswer, await answerIn(locals, roundtable, given)),
  unanswered: async (locals, roundtable, given) =>
    perform(locals.forum, locals.viewer, takeBackAnswer, await answerIn(locals, roundtable, given)),
  recommend: ({ forum, viewer }, { id: roundtable }, given, points) =>
    perform(forum, viewer, recordRecommendation, { roundtable, text: given.text ?? '', points, to: namesIn(given.to) }),
} satisfies Record<string, Deed>;

/** Which question, and the statement with the number that was given. */
async function answerIn({ forum, viewer }: App.Locals, roundtable: Place, given: Given) {
  const statement = await statementNumbered(forum.db, viewer, roundtable, wholeNumber(given.number));
  if (!statement) throw new NotFound('statement');
  return { point: given.point ?? '', statement: statement.id };
}

export type DeedName = keyof typeof deeds;

/** Names with a semicolon between them. */
export function namesIn(text = ''): string[] {
  return text.split(';').map((name) => name.trim()).filter(Boolean); // prettier-ignore
}
