import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { NotFound, Refusal } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { composeIntervention } from './acts.ts';

/**
 * Composes the intervention of a turn after it ended or its notes changed. Where there is nothing to compose yet – the turn
 * goes on, nobody noted a word, its delegation has confirmed it – nothing follows.
 */
export async function composeFrom(forum: Forum, slot: string): Promise<void> {
  try {
    await perform(forum, program, composeIntervention, { slot });
  } catch (thrown) {
    if (!(thrown instanceof NotFound || thrown instanceof Refusal)) throw thrown;
  }
}
