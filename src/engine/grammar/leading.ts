import type { Act } from './act.ts';
import { spokenFor } from './hanging.ts';
import { trimmed } from './message.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { relationAt } from './relation.ts';
import type { Subject } from './subject.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';
import type { Verb } from './verb.ts';

// What stands before the subject of a clause, or between it and its verb.

const starters =
  /^(?:via|through|amid|alongside|over|earlier|later|in|at|during|following|after|before|while|as|for|to|under|with|despite|given|based|when|if|since|on|by|from|among|throughout|although|though|upon|once|due|because|without|according|speaking|responding|replying|reacting|opening|closing|concluding|summarizing|turning|referring|drawing|citing|agreeing|supported|joined|opposed|asked|en|dans|lors|au|aux|à|sur|pour|après|avant|durant|tout|selon|face|si|concernant|quant|s'|par|avec|al|durante|tras|sobre|con|por|según|ante|para|respecto|si|de|desde|respondiendo|répondant|intervenant|prenant|evoking|given|unlike|like|along|regarding|besides|beyond|instead|rather|finally)$/;

/** Past connectives, adverbs and asides that only open a sentence. */
export function pastAdverbs(reader: Reader, at: number): number {
  const { tongue } = reader;
  let i = at;
  while (at === 0 && i < 3 && reader.row[i]?.sort === 'mark') i++;
  if (low(reader, i) === '"' && low(reader, i - 1) === ',' && low(reader, 0) !== '"') i++;
  while (
    i < at + 6 &&
    (isAdverb(reader, i) ||
      tongue.connectives.has(low(reader, i)) ||
      tongue.contrast.has(low(reader, i)) ||
      (i > at && isComma(reader, i)) ||
      low(reader, i) === 'very' ||
      tongue.and.has(low(reader, i)))
  )
    i++;
  const aside = phraseEnd(reader, i, tongue.asides);
  return aside > 0 && isComma(reader, aside) ? aside + 1 : i;
}

/** "Scope: On the definition, …": a heading set in the line, up to its colon. */
export function pastRunIn(reader: Reader): number {
  for (let i = 1; i < 10 && reader.row[i]; i++) {
    if (low(reader, i) === ':') return i + 1;
    if (reader.row[i]!.sort === 'mark' && !['(', ')', '/', '&'].includes(low(reader, i))) return 0;
  }
  return 0;
}

const gerundEnding = { en: /ing$/, fr: /.ant$/, es: /(?:ando|iendo|yendo)$/ };

/** What stands before the clause must be able to: "On finance,", "Citing the report,", a run-in heading. */
export function mayLead(reader: Reader, at: number): boolean {
  const before = low(reader, at - 1);
  if (before === ':') return at < 14;
  const first = pastAdverbs(reader, pastRunIn(reader));
  if (first >= at || (first > 0 && low(reader, first - 1) !== ':')) return true;
  const word = low(reader, first);
  if (starters.test(word) || phraseEnd(reader, first, reader.tongue.topic) > 0) return true;
  if (verbAt(reader, first, 'gerund') || gerundEnding[reader.tongue.code].test(word)) return true;
  return before === ';' || reader.scene.author !== undefined;
}

/** "Responding to a question," says how someone came to speak, not what they said. */
const introducesOnly =
  /^(?:respond|reply|answer|speak|talk|conclude|consider|regard|read|list|open|close|chair|moderate|répondre|intervenir|responder|contestar|hablar|parler|conclure|concluir)$/;

/** "Introducing the item,": what is taken up, and not what is put forward. */
const opensItem = (reader: Reader, gerund: Verb) =>
  gerund.sense.lemma === 'introduce' &&
  /^(?:agenda|item|sub-item|topic|discussion|session|debate)$/.test(low(reader, gerund.end + 1));

/** "Japan, noting the costs, opposed": the participle between subject and verb is an act too. */
export function actsFromAside(reader: Reader, subject: Subject, verb: Verb): Act[] {
  if (!subject.passedOver) return [];
  const at = isComma(reader, subject.end) ? subject.end + 1 : subject.end;
  const gerund = verbAt(
    reader,
    /^(?:while|en|tout)$/.test(low(reader, at)) ? at + (low(reader, at + 1) === 'en' ? 2 : 1) : at,
    'gerund',
  );
  if (!gerund || gerund.end >= verb.head || introducesOnly.test(gerund.sense.lemma) || opensItem(reader, gerund))
    return [];
  const skip = reader.tongue.introducers.has(low(reader, gerund.end)) || low(reader, gerund.end) === ':' ? 1 : 0;
  let last = verb.head;
  const { auxiliaries, negations } = reader.tongue;
  while (isAdverb(reader, last - 1) || auxiliaries.has(low(reader, last - 1)) || negations.has(low(reader, last - 1)))
    last--;
  for (let i = gerund.end + 1; i < last; i++) if (spokenFor(reader, i)) last = i;
  const [from, to] = trimmed(reader, gerund.end + skip, last);
  return to > from
    ? [
        {
          subject: { ...subject, oppose: [], passedOver: 0 },
          verb: gerund,
          from,
          to,
          attribution: 'participial',
          topic: '',
          refersBack: false,
          doubts: [],
        },
      ]
    : [];
}

/** "Not all contributions can be reflected, I apologize for that": the message stands before. */
export function frontMessage(reader: Reader, act: Act, at: number): void {
  let from = 0;
  for (let i = 1; i < at - 1; i++) if (isComma(reader, i) && i < 7 && starters.test(low(reader, 0))) from = i + 1;
  [act.from, act.to] = trimmed(reader, from, at);
  act.refersBack = false;
}

/** "Echoing that call,": the whole of it stands for what was said before. */
export function echoEnd(reader: Reader, at: number): number {
  const named = /^(?:this|that|these|those|cette|cet|ce|ces|esta|esa|este|ese)$/.test(low(reader, at)) ? at + 2 : -1;
  const end = Math.max(phraseEnd(reader, at, reader.tongue.echoes), named);
  return end > 0 && (isComma(reader, end) || end === reader.row.length) ? end : -1;
}

interface Lead {
  topic: string;
  participles: [Verb, number, number][];
  behalf: string[];
  support: string[];
  oppose: string[];
}

/** Reads what stands before the subject: a topic, participles, "Speaking for …", "Supported by …". */
export function leading(reader: Reader, at: number): Lead {
  const lead: Lead = { topic: '', participles: [], behalf: [], support: [], oppose: [] };
  const starts = [0];
  for (let i = 1; i < at; i++) if (isComma(reader, i - 1) || low(reader, i - 1) === ':') starts.push(i);
  for (let s = 0; s < starts.length; s++) {
    const from = pastAdverbs(reader, starts[s]!);
    if (from >= at) break;
    const relation = relationAt(reader, from);
    if (relation && relation.kind !== 'alongside' && relation.end <= at) {
      lead[relation.kind].push(...relation.names);
      continue;
    }
    const isTopic = phraseEnd(reader, from, reader.tongue.topic) > 0;
    const gerund = isTopic
      ? undefined
      : verbAt(
          reader,
          low(reader, from) === 'while' || low(reader, from) === 'en' || low(reader, from) === 'tout'
            ? from + (low(reader, from + 1) === 'en' ? 2 : 1)
            : from,
          'gerund',
        );
    if (
      gerund &&
      !introducesOnly.test(gerund.sense.lemma) &&
      !opensItem(reader, gerund) &&
      (gerund.sense.act !== 'procedural' || gerund.sense.lemma === 'thank') &&
      !(s > 0 && !lead.participles.length && lead.topic && low(reader, from - 1) !== ',')
    ) {
      let stop = s + 1;
      while (stop < starts.length && !verbAt(reader, pastAdverbs(reader, starts[stop]!), 'gerund')) stop++;
      const whole = echoEnd(reader, gerund.end) > 0;
      const skip =
        !whole && (reader.tongue.introducers.has(low(reader, gerund.end)) || low(reader, gerund.end) === ':') ? 1 : 0;
      lead.participles.push([gerund, gerund.end + skip, starts[stop] ?? at]);
      s = stop - 1;
      continue;
    }
    const topic = phraseEnd(reader, from, reader.tongue.topic);
    if (topic > 0 && !lead.topic) {
      let stop = s + 1;
      while (
        stop < starts.length &&
        !verbAt(reader, pastAdverbs(reader, starts[stop]!), 'gerund') &&
        !relationAt(reader, starts[stop]!)
      )
        stop++;
      const [start, end] = trimmed(reader, topic, starts[stop] ?? at);
      if (end > start) lead.topic = reader.text.slice(reader.row[start]!.start, reader.row[end - 1]!.end);
      s = stop - 1;
    }
  }
  return lead;
}
