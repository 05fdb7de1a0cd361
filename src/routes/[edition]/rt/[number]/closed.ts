import type { say } from '#messages/say.ts';
import type { Dates } from '#ui/dates.ts';

type Say = (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string;

interface Refused {
  code: string;
  values: Record<string, unknown>;
}

/** Why nobody may comment here now, as a sentence; undefined while one may. */
export function whyClosed(
  roundtable: { state: string },
  refusal: Refused | '' | null,
  when: Dates,
  say: Say,
): string | undefined {
  if (!refusal) return undefined;
  const { deadline } = refusal.values as { deadline?: Date };
  return deadline && roundtable.state === 'open_for_comment'
    ? say('comment.deadline_was', { deadline: when.deadline(deadline) })
    : say(roundtable.state === 'draft' ? 'comment.not_open_yet' : 'comment.closed');
}
