import type { ActClass, Point, Span } from '#engine/types.ts';
import { instrumentsIn } from '#engine/instruments.ts';
import { tellsOfPractice } from '#engine/practices.ts';
import type { Act } from './act.ts';
import { confidenceOf } from './confidence.ts';
import { printed } from './person.ts';
import type { Reader } from './reader.ts';

/** The point an act makes, or undefined when nothing was said. `previous` is what "this" stands for. */
export function pointOf(
  reader: Reader,
  sentence: Span,
  act: Act,
  previous: Point | undefined,
  proposed: Point | undefined,
): Point | undefined {
  const { text, row } = reader;
  const cls = classOf(reader, act, previous);
  let messageStart = row[act.from]?.start ?? sentence.end;
  let messageEnd = act.to > act.from ? row[act.to - 1]!.end : messageStart;
  const answered =
    act.refersBack && asksForProposal(reader, act) ? answers(reader, sentence, act, previous, proposed) : previous;
  const refersBack = (act.to <= act.from || act.refersBack) && (cls === 'supported' || cls === 'opposed') && !!answered;
  if (refersBack) ({ messageStart, messageEnd } = answered);
  if (messageEnd <= messageStart) return undefined;
  const verb = act.noun
    ? printed(reader, act.noun[0], act.noun[1])
    : act.verb
      ? printed(reader, act.verb.head, act.verb.end)
      : '';
  const negated = act.verb?.negated ?? false;
  const against = cls === 'opposed' ? 1 : 0;
  const message = text.slice(messageStart, messageEnd);
  return {
    sentence: sentence.text,
    start: sentence.start,
    end: sentence.end,
    actors: unique(act.subject.names),
    onBehalfOf: unique(act.subject.behalf),
    supportedBy: unique(act.subject.support),
    opposedBy: unique(act.subject.oppose),
    verb,
    act: negated ? turned(cls) : cls,
    topic: act.topic,
    message,
    messageStart,
    messageEnd,
    polarity: (against === 1) !== negated ? -1 : 1,
    attribution: act.attribution,
    confidence: confidenceOf({ ...act, refersBack }, act.to - act.from),
    ...marks(reader, act, cls, message, messageStart, messageEnd),
  };
}

/** What "this" stands for: what was last said in a clause of its own, not in a participle or a noun. */
export const main = (point: Point) => point.attribution !== 'nominal' && point.attribution !== 'participial';

/** The last thing proposed, not far back. */
export function lastProposed(points: Point[]): Point | undefined {
  for (let i = points.length - 1; i >= Math.max(0, points.length - 5); i--)
    if (points[i]!.act === 'proposed') return points[i];
  return undefined;
}

export function lastMain(points: Point[]): Point | undefined {
  for (let i = points.length - 1; i >= Math.max(0, points.length - 4); i--) if (main(points[i]!)) return points[i];
  return undefined;
}

/** "The proposal was supported by …" answers the last proposal; with none about, a passive answers what was last said. */
function answers(
  reader: Reader,
  sentence: Span,
  act: Act,
  previous: Point | undefined,
  proposed: Point | undefined,
): Point | undefined {
  if (act.attribution === 'passive') return proposed ?? previous;
  if (!proposed || !/^(?:the|le|la|l'|el)$/.test(reader.row[act.from]!.low)) return proposed;
  const last = previous?.messageStart === proposed.messageStart ? previous : proposed;
  const between = reader.text.slice(last.end, Math.max(last.end, sentence.start));
  return between.trim() === '' ? proposed : undefined;
}

/** "the proposal", "this request": stands for something proposed, and for nothing else. */
function asksForProposal(reader: Reader, act: Act): boolean {
  return (
    act.to > act.from &&
    /^(?:proposals?|suggestions?|requests?|amendments?|call|propositions?|demande|amendement|propuestas?|sugerencia|enmienda)$/.test(
      reader.row[act.to - 1]!.low,
    )
  );
}

/** Instruments, practices and names off the register, each only where there is one. */
function marks(reader: Reader, act: Act, cls: ActClass, message: string, start: number, end: number): Partial<Point> {
  const instruments = instrumentsIn(reader.text, start, end);
  const provisional = act.subject.names.filter((name) => name !== reader.scene.author && !reader.register.find(name));
  return {
    ...(instruments.length ? { instruments } : {}),
    ...(tellsOfPractice(cls, message) && !act.subject.sorts.has('role') ? { practice: true as const } : {}),
    ...(provisional.length ? { provisional } : {}),
  };
}

/** Not supporting is opposing; not opposing is no more than a statement. */
function turned(act: ActClass): ActClass {
  if (act === 'supported' || act === 'proposed' || act === 'committed') return act === 'supported' ? 'opposed' : act;
  return act === 'opposed' ? 'supported' : act;
}

/** The class of the verb; elided, the class of what was last said, or a plain statement after a label. */
function classOf(reader: Reader, act: Act, previous: Point | undefined): ActClass {
  if (act.act) return act.act;
  if (!act.verb && reader.row.at(-1)!.low === '?') return 'questioned';
  if (!act.verb)
    return act.attribution === 'label' || !previous
      ? 'stated'
      : previous.act === 'procedural' || previous.act === 'opposed' || previous.act === 'presented'
        ? 'stated'
        : previous.act;
  const { lemma, act: cls } = act.verb.sense;
  if (
    lemma === 'introduce' &&
    /^(?:the )?(?:panel|speakers|agenda|rules|item|session|panellists|panelists|document)/i.test(
      reader.text.slice(reader.row[act.from]?.start ?? 0, (reader.row[act.from]?.start ?? 0) + 24),
    )
  )
    return 'procedural';
  if (
    /^(?:invite|inviter|invitar)$/.test(lemma) &&
    (act.subject.sorts.has('role') ||
      (act.subject.sorts.has('pronoun') && reader.scene.last?.role) ||
      act.subject.sorts.has('chairs') ||
      act.subject.names.some((name) => reader.scene.coChairs.includes(name)))
  )
    return 'procedural';
  if (lemma === 'welcome' && greeted.test(reader.row[act.to - 1]?.low ?? '') && act.to <= act.from + 2)
    return 'procedural';
  if (lemma === 'share' && cls === 'presented' && sharesView(reader, act)) return 'supported';
  if (/^(?:ask|request)$/.test(lemma) && clarity.test(reader.row[act.from]?.low ?? '')) return 'questioned';
  if (
    asks.test(lemma) &&
    !wondering.test(reader.row[act.from]?.low ?? '') &&
    reader.row[act.verb.end - 1]?.low !== 'about' &&
    (/^(?:that|to)$/.test(reader.row[act.from - 1]?.low ?? '') ||
      /^\S+(?:\s\S+){0,5}?\s(?:to|not to)\s/.test(
        reader.text.slice(reader.row[act.from]?.start ?? 0, (reader.row[act.from]?.start ?? 0) + 80),
      ))
  )
    return 'proposed';
  if (lemma === 'conclude' && reader.row[act.verb.end]?.low === 'that') return 'stated';
  return cls;
}

/** "welcomed participants": a greeting. */
const greeted = /^(?:participants|delegates|delegations|everyone|all|attendees|speakers|guests)$/;

/** "shared that view", "shared the concerns of Chile": to hold what another said. */
function sharesView(reader: Reader, act: Act): boolean {
  const words = reader.row.slice(act.from, act.from + 6).map((token) => token.low);
  const noun = words.findIndex((word) =>
    /^(?:views?|concerns?|positions?|opinions?|sentiments?|reservations?|doubts?|fears?|enthusiasm|optimism|assessment|analysis)$/.test(
      word,
    ),
  );
  return noun > 0 && (/^(?:that|this|the|these|those)$/.test(words[0]!) || words[noun - 1] === "'s");
}

const asks = /^ask$/;
const wondering = /^(?:whether|if|how|what|why|when|which|who|where)$/;
const clarity = /^(?:clarification|clarifications|clarity|explanation|explanations|information|details)$/;

const unique = (names: string[]) => [...new Set(names)];
