import { forgetLetters } from '#mail/forget.ts';
import { sendLetters } from '#mail/send.ts';
import type { Chore } from '#record/queue.ts';

/** What is done again and again, whenever there is some of it to do: one line each. */
export const chores: readonly Chore[] = [
  { name: 'send-letters', run: sendLetters },
  { name: 'forget-letters', run: forgetLetters },
];
