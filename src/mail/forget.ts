import type { Forum } from '#record/forum.ts';
import { keptDays } from './rules.ts';

const day = 86_400_000;

/**
 * Forgets letters that left, or that nobody could be given, once they have been kept long enough, and says when to look
 * again: in a day. What waits is never forgotten.
 */
export async function forgetLetters({ db, now }: Forum): Promise<Date> {
  const at = now();
  await db
    .deleteFrom('mail')
    .where('state', 'in', ['sent', 'by_hand', 'refused', 'given_up'])
    .where('settled_at', '<', new Date(at.getTime() - keptDays * day))
    .execute();
  return new Date(at.getTime() + day);
}
