import type { Reason } from '#record/refusals.ts';
import { patternOf } from '#statements/rules.ts';

interface Asked {
  id: string;
  act: string;
  state: string;
  stands: boolean;
  statement_id: string;
  roundtable_id: string;
}

/** A question put from the floor is answered in its own roundtable, and not by whoever asks it in the same breath. */
export function answerRefusal(
  asked: Asked,
  answer: { id: string; roundtable_id: string; state: string; on_record: boolean },
): Reason | null {
  if (!asked.stands || asked.state === 'rejected') return 'point.stands_no_more';
  if (asked.act !== 'questioned') return 'question.not_asked';
  if (answer.roundtable_id !== asked.roundtable_id) return 'question.answered_elsewhere';
  if (answer.id === asked.statement_id) return 'question.answers_itself';
  return answer.state === 'withdrawn' || !answer.on_record ? 'question.answer_gone' : null;
}

/** Whether a question names one of these: it was put to them, and what they reply is its answer. */
export function isPutTo(question: string, names: readonly string[]): boolean {
  return names.some((name) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(name)}(?![\\p{L}\\p{N}])`, 'iu').test(question),
  );
}
