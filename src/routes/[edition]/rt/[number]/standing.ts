import type { say } from '#messages/say.ts';
import { roundtableSteps } from '#programme/rules.ts';
import type { Dates } from '#ui/dates.ts';

interface Standing {
  state: string;
  startsAt: Date | null;
  commentsCloseAt: Date | null;
}

type Say = (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string;

/** States between two steps are shown in the place of the step they follow. */
const inPlaceOf: Record<string, string> = {
  comment_closed: 'open_for_comment',
  suspended: 'in_session',
  adjourned: 'in_session',
};

/** Where a roundtable stands: its legal states in order, with the dates that are known. */
export function stepsOf({ state, startsAt, commentsCloseAt }: Standing, when: Dates, say: Say) {
  const now = roundtableSteps.indexOf((inPlaceOf[state] ?? state) as (typeof roundtableSteps)[number]);
  return roundtableSteps.map((step, n) => ({
    name: say(`roundtable.state.${n === now ? state : step}`),
    note: noteOn(step),
    state: n < now ? ('done' as const) : n === now ? ('now' as const) : ('later' as const),
  }));

  function noteOn(step: string): string {
    if (step === 'in_session' && startsAt) return when.shortDay(startsAt);
    const isOpen = step === 'open_for_comment' && state === step && commentsCloseAt;
    return isOpen ? say('roundtable.until', { deadline: when.deadline(commentsCloseAt) }) : '';
  }
}
