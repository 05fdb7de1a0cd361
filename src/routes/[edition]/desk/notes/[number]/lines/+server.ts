import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#messages/say.ts';
import { correctNote, mergeNotes, takeNote } from '#notes/acts.ts';
import { deskState } from '#notes/desk/queries.ts';
import { perform } from '#record/act.ts';
import type { Refusal } from '#record/refusals.ts';
import type { Answer, Kept } from '#routes/[edition]/desk/notes/[number]/kept.ts';
import { roundtableNoted } from '#routes/[edition]/desk/notes/[number]/noting.ts';
import type { RequestHandler } from './$types';

const mostAtOnce = 100;
const largest = 1024 * 1024;
const own = { 'cache-control': 'private, no-store' };

/** What stands at the desk now: asked every few seconds while the page is open. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const roundtable = await roundtableNoted(locals, params);
  return json(await deskState(locals.forum.db, locals.viewer, roundtable, locals.forum.now()), { headers: own });
};

const sent = z.object({ kept: z.array(z.looseObject({ id: z.uuid(), kind: z.enum(['take', 'correct', 'merge']) })).max(mostAtOnce) }); // prettier-ignore

/**
 * Takes what a device kept while it was on its own, in the order in which it was typed. Each is answered for itself: one
 * that is refused does not keep the others from being taken, and one that was sent before is taken once.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const roundtable = await roundtableNoted(locals, params);
  const text = await request.text();
  const given = text.length <= largest ? sent.safeParse(parsed(text)) : null;
  if (!given?.success) return json({}, { status: 400, headers: own });
  const answers: Answer[] = [];
  for (const kept of given.data.kept as unknown as Kept[]) answers.push(await taken(locals, roundtable.id, kept));
  const state = await deskState(locals.forum.db, locals.viewer, roundtable, locals.forum.now());
  return json({ answers, state }, { headers: own });
};

async function taken({ forum, viewer, language }: App.Locals, roundtable: string, kept: Kept): Promise<Answer> {
  const { id } = kept;
  try {
    if (kept.kind === 'take') await perform(forum, viewer, takeNote, { ...kept, roundtable });
    else if (kept.kind === 'correct') await perform(forum, viewer, correctNote, kept);
    else await perform(forum, viewer, mergeNotes, kept);
    return { id, is: 'taken' };
  } catch (thrown) {
    const { name, code, values } = thrown as Refusal;
    if (!['Refusal', 'InvalidInput', 'NotFound'].includes(name)) throw thrown;
    if (code === 'note.corrected_meanwhile') return { id, is: 'conflict' };
    return {
      id,
      is: 'refused',
      why: name === 'NotFound' ? say('notes.gone', {}, language) : say(code, values, language),
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
