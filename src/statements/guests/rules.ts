import type { Reason } from '#record/refusals.ts';

/** A link is good for one confirmation; a withdrawn comment needs none. */
export function confirmationRefusal(statement: { state: string }, guest: { confirmed_at: Date | null }): Reason | null {
  if (statement.state === 'withdrawn') return 'statement.withdrawn';
  return guest.confirmed_at ? 'comment.confirmed_already' : null;
}
