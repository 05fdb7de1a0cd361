import { roleRefusal } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

export type Delivery = 'immediate' | 'daily' | 'none';
export type LetterState = 'queued' | 'sending' | 'sent' | 'refused' | 'given_up' | 'by_hand';

/** Letters somebody is waiting for: they come at once, whatever was chosen, and carry no way to stop them. */
const needed = new Set(['mail.receipt', 'mail.reply_refused', 'mail.reply_attachments', 'mail.password_changed']);

export function isNeeded(letter: { code: string; secret: boolean }): boolean {
  return letter.secret || needed.has(letter.code);
}

const minute = 60_000;

// An hour of shorter and shorter patience, then every hour for three days.
const mostAttempts = 78;

/** When a letter the server did not take is tried again: after 1, 2, 4 … 60 minutes, for three days; null: no more. */
export function triedAgainAt(attempts: number, now: Date): Date | null {
  if (attempts >= mostAttempts) return null;
  return new Date(now.getTime() + Math.min(60, 2 ** (attempts - 1)) * minute);
}

/** What a mail server's answer means: of the letter, of the address, or of neither: then it is tried again. */
export function verdictOn(answer: { code?: number; command?: string; words: string }): 'later' | 'letter' | 'address' {
  if (!answer.code || answer.code < 500 || answer.code > 599) return 'later';
  if (answer.command === 'RCPT TO') return /\b5\.7\.\d/.test(answer.words) ? 'letter' : 'address';
  // A 5xx on the greeting, the sign-in or the sender is about our own settings, not about this letter.
  return answer.command === 'DATA' ? 'letter' : 'later';
}

/** The next seven o'clock in the morning where the forum meets: when a day's letters go out together. */
export function nextMorning(now: Date, timeZone: string): Date {
  for (let days = 0; ; days++) {
    const there = new Date(now.getTime() + offsetAt(now, timeZone));
    const local = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() + days, 7);
    const at = new Date(local - offsetAt(new Date(local - offsetAt(now, timeZone)), timeZone));
    if (at > now) return at;
  }
}

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
}

/** The letters of an edition are the support unit's to see and to pass on, and nobody else's. */
export function mailDeskRefusal(viewer: Viewer, editionId: string): Reason | null {
  return roleRefusal(viewer, ['support_unit'], { editionId });
}

/** Only what did not leave by itself is passed on by hand, or tried again. */
export function passOnRefusal(letter: { state: string }): Reason | null {
  if (letter.state === 'sending') return 'mail.on_its_way';
  return letter.state === 'sent' || letter.state === 'by_hand' ? 'mail.gone_already' : null;
}

/** How long a letter that left, or that could not be given to anyone, is kept: a season of questions about it. */
export const keptDays = 90;
