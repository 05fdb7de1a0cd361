import type { Act } from './act.ts';
import { subjectOf } from './act.ts';
import { ownView } from './hanging.ts';
import { actsFrom, attributionOf } from './clause.ts';
import { trimmed } from './message.ts';
import { resolve } from './opening.ts';
import { agentGoesOn } from './passive.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt } from './relation.ts';
import { subjectAt } from './subject.ts';
import { phrases } from '#engine/tongues/tongue.ts';
import { verbAt } from './verb.ts';

const quoting =
  /^(?:say|add|state|ask|stress|warn|note|explain|argue|observe|declare|conclude|emphasize|quip|remark|comment|reply|insist|caution|recall|continue|assert|maintain|contend|urge|dire|ajouter|déclarer|affirmer|préciser|demander|estimer|decir|añadir|agregar|afirmar|señalar|declarar|preguntar)$/;

/** "We cannot wait," said Malta. – "The text, Norway said, is ready." What was said stands before its speaker. */
export function invertedActs(reader: Reader): Act[] {
  const { row } = reader;
  for (let k = 2; k < row.length - 2; k++) {
    if (low(reader, k) !== ',' && low(reader, k) !== '"' && low(reader, k) !== '?') continue;
    const at = low(reader, k + 1) === '"' || low(reader, k + 1) === ',' ? k + 2 : k + 1;
    const verb = verbAt(reader, at, 'finite');
    const after = verb && quoting.test(verb.sense.lemma) ? subjectAt(reader, verb.end) : undefined;
    const before = verb ? undefined : subjectAt(reader, at);
    const second = before ? verbAt(reader, before.end, 'finite') : undefined;
    const said = after ? verb : second && quoting.test(second.sense.lemma) ? second : undefined;
    const found = after ?? before;
    const end = after ? after.end : (second?.end ?? 0);
    if (!said || !found || ![',', '.', ';', '"', ''].includes(low(reader, end))) continue;
    const subject = resolve(reader, found);
    if (!subject) continue;
    const more = low(reader, end) === ',' ? verbAt(reader, end + 1, 'gerund') : undefined;
    const [from, to] = trimmed(reader, 0, !more && goesOn(reader, end) ? reader.row.length : k);
    const rest = more && !more.passive ? actsFrom(reader, subject, more, 'participial', '') : [];
    return [
      {
        subject: { ...subjectOf(subject.names, subject.behalf), sorts: subject.sorts },
        verb: said,
        from,
        to,
        attribution: attributionOf(subject),
        topic: '',
        refersBack: false,
        doubts: ['aside'],
      },
      ...rest,
    ];
  }
  return [];
}

/** "The text, Norway said, is ready.": the speaker was set inside what was said, and all of it is the message. */
const goesOn = (reader: Reader, end: number) =>
  low(reader, end) === ',' &&
  reader.row[end + 1]?.sort === 'word' &&
  !reader.tongue.and.has(low(reader, end + 1)) &&
  reader.row.length - end > 3;

const agreement: Record<string, 'supported' | 'opposed' | 'concern' | 'stated'> = {
  agreement: 'supported',
  support: 'supported',
  consensus: 'supported',
  opposition: 'opposed',
  disagreement: 'opposed',
  concern: 'concern',
  concerns: 'concern',
  recognition: 'stated',
  accord: 'supported',
  soutien: 'supported',
  acuerdo: 'supported',
  apoyo: 'supported',
  consenso: 'supported',
};

/** "There was general agreement that …", "hubo acuerdo en …": said by the meeting, by nobody named. */
export function existentialActs(reader: Reader): Act[] {
  const there =
    low(reader, 0) === 'there'
      ? 2
      : low(reader, 0) === 'hubo'
        ? 1
        : low(reader, 0) === 'il' && low(reader, 1) === 'y'
          ? 3
          : 0;
  if (!there) return [];
  for (let i = there; i < there + 5; i++) {
    const act = agreement[low(reader, i)];
    if (!act) continue;
    const [from, to] = trimmed(reader, i + 2, reader.row.length);
    const subject = subjectOf([]);
    subject.sorts = new Set(['crowd']);
    return to > from
      ? [
          {
            subject,
            verb: null,
            act,
            from,
            to,
            attribution: 'quantified',
            topic: '',
            refersBack: false,
            noun: [i, i + 1],
            doubts: ['bare'],
          },
        ]
      : [];
  }
  return [];
}

const sources = phrases(
  "for | according to | in the view of | in the opinion of | selon | d' après | de l' avis de | pour | según | a juicio de | en opinión de | para",
);

/** "According to Norway, …", "Pour l'Allemagne, …": a view with its owner before it. */
export function accordingActs(reader: Reader): Act[] {
  const after = phraseEnd(reader, 0, sources);
  const own = ownersView(reader, after);
  if (own) return own;
  const list = after > 0 ? namesAt(reader, after, 'support') : undefined;
  if (!list?.names.length || !list.names.every((name) => reader.register.find(name)) || low(reader, list.end) !== ',')
    return [];
  let start = list.end + 1;
  if (['qui', 'que', 'which', 'who', 'quien'].includes(low(reader, start))) {
    start++;
    while (start < reader.row.length && low(reader, start - 1) !== ',') start++;
  }
  const [from, to] = trimmed(reader, start, reader.row.length);
  return to - from > 2
    ? [
        {
          subject: subjectOf(list.names),
          verb: null,
          act: 'stated',
          from,
          to,
          attribution: 'direct',
          topic: '',
          refersBack: false,
          doubts: ['aside', 'bare'],
        },
      ]
    : [];
}

/** "According to her, …", "In their view, …": whoever spoke last goes on. */
function ownersView(reader: Reader, after: number): Act[] | undefined {
  const who = reader.scene.last;
  const named = after > 0 && /^(?:him|her|them|it|lui|elle|él|ella)$/.test(low(reader, after)) ? after + 1 : -1;
  const from = Math.max(ownView(reader, 0), low(reader, named) === ',' ? named + 1 : -1);
  if (from < 0 || !who?.names.length) return undefined;
  const [start, end] = trimmed(reader, from, reader.row.length);
  const said = { verb: null, act: 'stated', from: start, to: end, attribution: 'pronoun' } as const;
  return [
    { ...said, subject: subjectOf(who.names, who.behalf), topic: '', refersBack: false, doubts: ['aside', 'bare'] },
  ];
}

/** "The idea drew support from the LDCs", "… met with opposition from Japan". */
export function drawnActs(reader: Reader): Act[] {
  for (let i = 1; i < reader.row.length - 3; i++) {
    if (!/^(?:drew|received|found|attracted|enjoyed|garnered|met|gained|won|encountered|faced)$/.test(low(reader, i)))
      continue;
    for (let noun = i + 1; noun < i + 5; noun++) {
      const act = reader.tongue.nouns.get(low(reader, noun)) ?? agreement[low(reader, noun)];
      if (!act || !['from', 'among', 'by'].includes(low(reader, noun + 1))) continue;
      const list = namesAt(reader, noun + 2, 'support');
      if (!list) break;
      const start = i > 0 && reader.tongue.copulas.has(low(reader, i - 1)) ? i - 1 : i;
      const [from, to] = trimmed(reader, 0, start);
      const refersBack = phraseEnd(reader, from, reader.tongue.echoes) === to;
      return [
        {
          subject: subjectOf(list.names),
          verb: null,
          act,
          from,
          to,
          attribution: 'passive',
          topic: '',
          refersBack,
          noun: [i, noun + 1],
          doubts: ['bare'],
        },
        ...agentGoesOn(reader, list.end, list.names),
      ];
    }
  }
  return [];
}
