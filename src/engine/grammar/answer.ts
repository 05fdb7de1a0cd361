import type { Act } from './act.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { isComma } from './verb.ts';

// How what is answered is found: said before, said by the next speaker, or cut off from the reason given for it.

const reasons = /^(?:as|because|since|given|arguing|car|puisque|porque|ya)$/;

const clauses = /^(?:it|they|this|that|the|these|those|there|he|she|such|its|their)$/;

/** "opposed the clause because it was vague": what is opposed is the clause, and why is not what is opposed. */
export function withoutReason(reader: Reader, act: Act): void {
  if (act.verb?.sense.act !== 'opposed' && act.verb?.sense.act !== 'supported') return;
  for (let i = act.from + 1; i < act.to; i++)
    if (
      /^(?:because|porque|puisque)$/.test(low(reader, i)) ||
      (low(reader, i) === ';' && clauses.test(low(reader, i + 1))) ||
      (isComma(reader, i - 1) && /^(?:as|since|given)$/.test(low(reader, i)) && clauses.test(low(reader, i + 1))) ||
      (low(reader, i) === 'on' && /^grounds?$/.test(low(reader, low(reader, i + 1) === 'the' ? i + 2 : i + 1)))
    ) {
      act.to = isComma(reader, i - 1) ? i - 1 : i;
      return;
    }
}

/** "opposed this", "opposed it, as crews were covered", "objected, as it came late": what is answered was said before. */
export function answersBefore(reader: Reader, act: Act): void {
  const echo = phraseEnd(reader, act.from, reader.tongue.echoes);
  const sided =
    act.verb?.sense.act === 'opposed' || act.verb?.sense.act === 'supported' || act.verb?.sense.lemma === 'share';
  const pause = echo > 0 ? echo : act.verb ? act.verb.end : act.from;
  const reason = sided && isComma(reader, pause) && reasons.test(low(reader, pause + 1));
  if (act.to > act.from && (echo === act.to || (reason && (echo > 0 || act.from === pause + 1)))) {
    act.refersBack = true;
    if (reason) act.to = echo > 0 ? echo : act.from;
  }
}

/** Verbs that need no object: what they answer was said before. */
const alone = /^(?:disagree|agree|concur|object|dissent|discrepar|disentir|coincidir)$/;

/** "Norway supported, and Japan opposed, the proposal": the first says what the second says. */
export function share(acts: Act[]): void {
  for (let i = acts.length - 2; i >= 0; i--) {
    const [act, next] = [acts[i]!, acts[i + 1]!];
    if (act.to <= act.from && alone.test(act.verb?.sense.lemma ?? '')) act.refersBack = true;
    if (act.to > act.from || act.refersBack || next.attribution === 'participial') continue;
    [act.from, act.to] = [next.from, next.to];
    act.refersBack = next.refersBack;
    act.doubts.push('shared');
  }
}
