import { saying } from './gerund.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Subject } from './subject.ts';
import { isComma, verbAt } from './verb.ts';
import type { Mood, Verb } from './verb.ts';

const by = new Set(['by']);
const openers = new Set(
  "pour por de comme con tout in from at as speaking during after via through responding also on by joined referring to finally who which ( – en dans lors lors au à qui que durante tras al hablando prenant intervenant s'exprimant quien noting citing recalling for".split(
    ' ',
  ),
);

/** The verb of a subject, with asides between the two passed over: "Indonesia, in its written statement emphasized". */
export function verbOf(reader: Reader, subject: Subject): Verb | undefined {
  const mood: Mood = subject.plural || subject.names.length > 1 ? 'plural' : 'finite';
  const far: Mood = subject.sorts.has('first') ? 'plural' : 'finite';
  if (low(reader, subject.end - 1) === 'in') return verbAt(reader, subject.end, 'gerund');
  if (subject.plural && /^(?:both|all|each)$/.test(low(reader, subject.end))) subject.end++;
  const at = isComma(reader, subject.end) ? subject.end + 1 : subject.end;
  const near = verbAt(reader, subject.end, mood) ?? (at > subject.end ? verbAt(reader, at, 'finite') : undefined);
  if (near && !by.has(low(reader, near.end))) return near;
  if (
    /^(?:started|began|begun|continued|ended|concluded|opened|closed|finished)$/.test(low(reader, subject.end)) &&
    low(reader, subject.end + 1) === 'by'
  )
    return verbAt(reader, subject.end + 2, 'gerund');
  if (near) return near;
  const later = afterDeed(reader, subject);
  if (later) return later;
  if (at === subject.end && !openers.has(low(reader, at))) return undefined;
  return farVerb(reader, subject, at, far);
}

/** "Nepal went further and proposed …": a deed that says nothing, then the act. */
function afterDeed(reader: Reader, subject: Subject): Verb | undefined {
  const did = low(reader, subject.end);
  if (reader.tongue.code !== 'en' || !subject.sorts.has('held') || !(deed.test(did) || did.endsWith('ed')))
    return undefined;
  for (let i = subject.end + 1; i < subject.end + 10 && reader.row[i]; i++) {
    if (isComma(reader, i)) return saying.test(low(reader, i + 1)) ? verbAt(reader, i + 1, 'gerund') : undefined;
    if (reader.row[i]!.sort !== 'word') return undefined;
    if (low(reader, i) === 'and') break;
  }
  if (!deed.test(did)) return undefined;
  for (let i = subject.end + 1; i < subject.end + 10 && reader.row[i]?.sort === 'word'; i++) {
    if (low(reader, i) === 'that') return undefined;
    if (low(reader, i) !== 'and') continue;
    const verb = verbAt(reader, i + 1, 'finite');
    return verb && !verb.passive ? verb : undefined;
  }
  return undefined;
}

const deed =
  /^(?:went|took|gave|made|came|began|hosts|has|had|intervened|distributed|sent|brought|showed|turned|returned|started)$/;

function farVerb(reader: Reader, subject: Subject, at: number, mood: Mood): Verb | undefined {
  const relative = reader.tongue.relatives.has(low(reader, at));
  const gerund = !!verbAt(reader, at, 'gerund') || /(?:ing|ant|ando|iendo)$/.test(low(reader, at));
  for (let i = at + 1; i < at + 30 && reader.row[i]; i++) {
    const word = low(reader, i);
    if (word === ';' || word === ':') return undefined;
    const before = low(reader, i - 1);
    if (reader.tongue.relatives.has(before) || reader.tongue.determiners.has(before)) continue;
    if (/^(?:on|of|for|in|at|with|from|about)$/.test(before)) continue;
    const verb = verbAt(reader, i, mood);
    if (!verb || verb.passive || (verb.negated && before !== ',') || word === 'to' || word === 'à') continue;
    if (low(reader, at - 1) === '–' && before !== '–') continue;
    if ((relative || gerund || !openers.has(low(reader, at))) && before !== ',') continue;
    if (low(reader, verb.end) === 'by') continue;
    subject.passedOver = i - at;
    return verb;
  }
  return undefined;
}
