import type { ActClass } from '#engine/types.ts';
import type { Act } from './act.ts';
import { subjectOf } from './act.ts';
import { trimmed } from './message.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt } from './relation.ts';
import { isAdverb, isComma } from './verb.ts';

// What a working group's report says without a speaker: "The view was expressed that …", "Concern was voiced about …",
// "That suggestion received broad support".

const voicing =
  /^(?:expressed|voiced|raised|made|advanced|heard|sought|conveyed|registered|given|offered|put|stated|reiterated|drawn|called|paid|exprimée?s?|formulée?s?|émise?s?|soulevée?s?|faite?s?|expresad[oa]s?|manifestad[oa]s?|formulad[oa]s?|plantead[oa]s?)$/;
const nouns: [ActClass, RegExp][] = [
  ['supported', /^(?:support|agreement|preference|appreciation|satisfaction|gratitude|appui|soutien|apoyo|acuerdo)$/],
  [
    'opposed',
    /^(?:opposition|objections?|disagreement|reservations?|réserves?|objections|objeción|objeciones|reservas?)$/,
  ],
  [
    'concern',
    /^(?:concerns?|doubts?|regret|misgivings|préoccupations?|inquiétudes?|doutes?|regrets?|preocupación|preocupaciones|dudas?)$/,
  ],
  ['emphasised', /^(?:attention|importance|emphasis|atención|accent)$/],
  ['questioned', /^(?:questions?|queries|query|clarification|pregunta)$/],
  [
    'proposed',
    /^(?:suggestions?|proposals?|requests?|calls?|appeals?|hope|wish|proposition|propuesta|sugerencia|vœu|espoir)$/,
  ],
  ['stated', /^(?:views?|opinions?|points?|remarks?|comments?|observations?|avis|opinion|opinión|observación|punto)$/],
];
const goesOn = /^(?:that|about|on|over|for|to|with|regarding|concerning|as|whether|at|que|qu'|quant|sur|de|por|sobre)$/;

/** "The view was expressed that …": said by nobody named, or by those after "by". */
export function voicedActs(reader: Reader): Act[] {
  for (let at = 0; at < Math.min(reader.row.length - 2, 24); at++) {
    if (!reader.tongue.copulas.has(low(reader, at))) continue;
    let verb = at + 1;
    while (isAdverb(reader, verb) || reader.tongue.copulas.has(low(reader, verb))) verb++;
    const act = voicing.test(low(reader, verb)) ? classBefore(reader, at) : undefined;
    if (!act) continue;
    let after = low(reader, verb + 1) === 'forward' ? verb + 2 : verb + 1;
    const list = reader.tongue.by.has(low(reader, after)) ? namesAt(reader, after + 1, 'support') : undefined;
    if (list) after = list.end;
    if (!goesOn.test(low(reader, after))) return [];
    const skip = /^(?:as|quant)$/.test(low(reader, after)) ? 2 : 1;
    const whether = low(reader, after) === 'whether';
    const [from, to] = trimmed(reader, whether ? after : after + skip, reader.row.length);
    return to > from ? [voiced(act, from, to, [verb, verb + 1], list?.names ?? [], false)] : [];
  }
  return [];
}

/** The noun that is the subject, near the head of the sentence: "Strong support was expressed". */
function classBefore(reader: Reader, copula: number): ActClass | undefined {
  let at = copula - 1;
  while (reader.tongue.auxiliaries.has(low(reader, at)) || isAdverb(reader, at)) at--;
  return nouns.find(([, words]) => words.test(low(reader, at)))?.[0];
}

/** "One view was that …", "…, the prevailing opinion was that …": what some held, said by nobody named. */
export function heldActs(reader: Reader): Act[] {
  const { row, tongue } = reader;
  for (let at = 2; at < Math.min(row.length - 3, 20); at++) {
    if (!/^(?:was|is|were)$/.test(low(reader, at)) || !/^(?:that|whether)$/.test(low(reader, at + 1))) continue;
    const act = nouns.find(([, words]) => words.test(low(reader, at - 1)))?.[0];
    let start = at - 2;
    while (
      start > 0 &&
      start > at - 6 &&
      row[start - 1]!.sort === 'word' &&
      !tongue.quantifiers.has(low(reader, start)) &&
      !tongue.determiners.has(low(reader, start))
    )
      start--;
    const opens = tongue.quantifiers.has(low(reader, start)) || tongue.determiners.has(low(reader, start));
    if (!act || !opens || (start > 0 && !isComma(reader, start - 1))) return [];
    const [from, to] = trimmed(reader, low(reader, at + 1) === 'that' ? at + 2 : at + 1, row.length);
    return to > from ? [voiced(act, from, to, [at - 1, at], [], false)] : [];
  }
  return [];
}

/** "A proposal to insert a footnote was made by Canada": whose it was comes last. */
export function madeActs(reader: Reader): Act[] {
  const { row, tongue } = reader;
  const noun = tongue.determiners.has(low(reader, 0)) ? (tongue.nouns.has(low(reader, 1)) ? 1 : 2) : 0;
  const act = tongue.nouns.get(low(reader, noun));
  if (!noun || !act || !/^(?:to|that|for|on)$/.test(low(reader, noun + 1))) return [];
  for (let at = noun + 3; at < row.length - 2; at++) {
    if (
      !tongue.copulas.has(low(reader, at)) ||
      !voicing.test(low(reader, at + 1)) ||
      !tongue.by.has(low(reader, at + 2))
    )
      continue;
    const list = namesAt(reader, at + 3, 'support');
    const [from, to] = trimmed(reader, noun + 2, at);
    return list && to > from ? [voiced(act, from, to, [noun, noun + 1], list.names, false)] : [];
  }
  return [];
}

const met = /^(?:received|drew|attracted|found|garnered|gained|won|enjoyed|met|receive|attract|find|garner|gain)$/;

/** "That suggestion received broad support", "… did not receive support": what was thought of the thing named. */
export function receivedActs(reader: Reader): Act[] {
  const { row, tongue } = reader;
  for (let i = 1; i < Math.min(row.length - 1, 40); i++) {
    if (!met.test(low(reader, i))) continue;
    let noun = low(reader, i + 1) === 'with' ? i + 2 : i + 1;
    while (
      noun < i + 5 &&
      /^(?:broad|wide|widespread|strong|some|sufficient|general|considerable|little|no|much|limited|unanimous)$/.test(
        low(reader, noun),
      )
    )
      noun++;
    const act = /^(?:support|approval)$/.test(low(reader, noun))
      ? 'supported'
      : /^(?:opposition|objections?)$/.test(low(reader, noun))
        ? 'opposed'
        : undefined;
    if (!act || row[noun + 1]?.sort === 'word') continue;
    let start = i;
    while (
      tongue.auxiliaries.has(low(reader, start - 1)) ||
      tongue.negations.has(low(reader, start - 1)) ||
      isAdverb(reader, start - 1)
    )
      start--;
    let denied = false;
    for (let j = start; j < noun; j++)
      if (tongue.negations.has(low(reader, j)) || /^(?:no|little)$/.test(low(reader, j))) denied = true;
    const [from, to] = trimmed(reader, 0, start);
    const back = phraseEnd(reader, from, tongue.echoes) === to;
    const cls = denied ? (act === 'supported' ? 'opposed' : 'supported') : act;
    return to > from ? [voiced(cls, from, to, [i, noun + 1], [], back)] : [];
  }
  return [];
}

function voiced(
  act: ActClass,
  from: number,
  to: number,
  noun: [number, number],
  names: string[],
  refersBack: boolean,
): Act {
  const subject = subjectOf(names);
  if (!names.length) subject.sorts = new Set(['crowd']);
  return {
    subject,
    verb: null,
    act,
    from,
    to,
    attribution: names.length ? 'passive' : 'quantified',
    topic: '',
    refersBack,
    noun,
    doubts: names.length ? [] : ['bare'],
  };
}
