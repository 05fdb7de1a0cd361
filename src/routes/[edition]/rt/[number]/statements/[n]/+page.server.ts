import { error } from '@sveltejs/kit';
import { pointsIn } from '#analysis/queries.ts';
import { keeps } from '#followup/rules.ts';
import { say } from '#messages/say.ts';
import { spokenIn, textsIn } from '#notes/meeting/queries.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { dispositionsOf, reflectionsOf } from '#report/queries.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { ownReceipt, repliesTo, revisionsOf, statementNumbered } from '#statements/queries.ts';
import { paragraphOf } from '#statements/paragraph.ts';
import { readingMarkOf } from '#statements/reading.ts';
import { commentRefusal, isNew } from '#statements/rules.ts';
import type { PageServerLoad } from './$types';

/** One statement in full: every version of its words, the points in them, who replied, and where it is reflected. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const { db } = forum;
  const roundtable = await roundtableNumbered(db, edition.id, params.number);
  const statement = roundtable && (await statementNumbered(db, viewer, roundtable, wholeNumber(params.n)));
  if (!roundtable || !statement) error(404, say('page.not_found', {}, language));
  const reflections = (await reflectionsOf(db, viewer, [statement.id])).get(statement.id) ?? [];
  const points = statement.body === null ? [] : await pointsIn(db, [statement.id]);
  const replies = await repliesTo(db, viewer, roundtable, statement.id);
  const receipt = await ownReceipt(db, viewer, statement.id);
  const everyone = [statement.id, ...replies.map(({ id }) => id)];
  const revisions = await revisionsOf(db, statement);
  const [text] = await textsIn(db, [statement]);
  return {
    roundtable,
    statement,
    paragraph: await paragraphOf(db, statement),
    revisions,
    /** How it was handed in, where it was, and what was said in its turn. */
    text,
    spoken: text?.slot ? await spokenIn(db, viewer, roundtable, text.slot) : undefined,
    compared: comparedIn(url.searchParams.get('compare') ?? '', revisions.length),
    isNew: isNew(statement, await readingMarkOf(db, viewer, roundtable)),
    points: points.filter(({ revision }) => revision === statement.revision),
    replies,
    reflections,
    dispositions: await dispositionsOf(db, viewer, everyone),
    receipt,
    /** A passage becomes a practice at the wish of its author or of those who keep the practices. */
    mayOffer: statement.body !== null && (receipt !== undefined || keeps(viewer, { editionId: edition.id })),
    mayReply: commentRefusal(roundtable, forum.now()) === null,
  };
};

/** Two revisions, as in "1..3": the last change where none, or none that there are, are asked for. */
function comparedIn(asked: string, revisions: number): { from: number; to: number } {
  const [, from = 0, to = 0] = (/^(\d{1,9})\.\.(\d{1,9})$/.exec(asked) ?? []).map(Number);
  return from >= 1 && from < to && to <= revisions ? { from, to } : { from: Math.max(1, revisions - 1), to: revisions };
}
