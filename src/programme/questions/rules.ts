import type { Reason } from '#record/refusals.ts';

interface Reworded {
  version: number;
  answers: number;
}

/**
 * A question that was answered is reworded only by someone who has its answers before their eyes: what was said stays said
 * to the question, whatever it reads now.
 */
export function rewordRefusal(question: Reworded, basedOn: number, answersSeen: number): Reason | null {
  if (question.version !== basedOn) return 'question.reworded_meanwhile';
  return question.answers === answersSeen ? null : { code: 'question.answers_unseen', values: { answers: question.answers } }; // prettier-ignore
}

/** Where each question stands once this one has its new number: the others keep their order. */
export function reordered(ids: readonly string[], moved: string, to: number): string[] {
  const others = ids.filter((id) => id !== moved);
  const at = Math.min(Math.max(to, 1), ids.length) - 1;
  return [...others.slice(0, at), moved, ...others.slice(at)];
}
