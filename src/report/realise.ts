import type { DraftPoint } from './draft-record.ts';
import { helpingWords, inThePast } from './verbs.ts';

/** What someone did with words, ready to follow their name: "emphasised", "that integration requires …". */
interface Predicate {
  /** With its helping words and what joins it to the message. */
  verb: string;
  /** The words themselves, verbatim but for the first letter's case and the final stop. */
  message: string;
}

/** Where a text shows that a word is written small: only then is a capital at the head of a sentence taken back. */
export type SmallWords = ReadonlySet<string>;

/**
 * Turns a point reported in the third person into a predicate, with the verb as printed, in the past. What stood between
 * verb and message ("that", "on", "the need to") stays as it stood; an elided verb is the usual one of its class.
 */
export function predicateOf(point: DraftPoint, body: string, small: SmallWords): Predicate {
  const message = messageOf(point, body, small);
  return afterMark(point, body, message) ?? { verb: printed(point, body) ?? usual(point, body), message };
}

/** "Could not support the text", as a note has it: whoever is told of is the one who could not. */
const stance =
  /^(?:(?:(?:could|would|will|did|does|do|can|shall|is|was|are|were|ca|wo)(?:n[’']t|\s+not(?:\s+be)?)|cannot|would|could|will)\s+(?:yet\s+|also\s+|only\s+|fully\s+|like\s+to\s+|wish\s+to\s+|be\s+)*)(?:support|accept|agree|join|endorse|favou?r|approve|consider|commit|sign|ratify|host|back|welcome|oppose|object|reject|propose|recommend|suggest|see|believe|think|consent|go along|prefer|offer|able|ready|willing|prepared|in a position|convinced|in favou?r)\b/i;
/** A verb that has lost its subject, as notes have it. */
const headless =
  /^(?:not\b|never\b|(?:could|would|should|cannot|can|ca(?=n)|wo(?=n)|will|shall|may|might|must|did|does|do|has|have|had|is|was|are|were)(?:n[’']t)?\b)(?!.*\?$)/i;
const finite = /^(?:(?!that\b|which\b|who\b|whom\b|whose\b|,)\S+\s+){1,8}?(?:is|are|was|were|has|have|had|can|cannot|could|will|would|shall|should|must|may|might|does|do|did|needs|requires|depends)(?:n[’']t)?\b/i; // prettier-ignore

/**
 * What a note-taker wrote after a mark – "Peru opposed: could not support the text", "Kenya stressed: water is life" – is
 * no object of the verb before it. A stance of the speaker's own stands for itself, a clause joins as a clause does, and
 * what has neither subject nor stance stays behind its mark, as it was printed. Null where no mark parts the two, or where
 * a thing is named after it.
 */
function afterMark(point: DraftPoint, body: string, message: string): Predicate | null {
  const lead = plain(body.slice(point.sentenceStart, Math.max(point.sentenceStart, point.messageStart)));
  const at = point.verb === '' ? -1 : lead.lastIndexOf(point.verb);
  if (at < 0) return null;
  const isHeadless = headless.test(message);
  if (!isHeadless && !/^\s*[:–—]\s*$/.test(lead.slice(at + point.verb.length))) return null;
  if (!/^\s*[,:;–—-]?\s*$/.test(lead.slice(at + point.verb.length))) return null;
  const helped = helpingWords(lead.slice(0, at));
  const past = helped ? point.verb.toLowerCase() : inThePast(point.verb);
  if (past === null || isFlipped(point, helped, past)) return null;
  if (isHeadless && !helped && stance.test(message)) return { verb: '', message: backshifted(message) };
  const verb = [helped, past].filter(Boolean).join(' ');
  if (isHeadless) return { verb: `${verb}:`, message };
  if (!finite.test(message)) return null;
  const isQuestion = /^(?:how|what|whether|why|who|whom|whose|which|when|where|if)\b/i.test(message);
  return takesClause.test(past) && !isQuestion ? { verb: `${verb} that`, message } : { verb: `${verb}:`, message };
}

const takesClause =
  /^(?:said|stated|noted|emphasised|stressed|underlined|underscored|highlighted|recalled|reiterated|mentioned|observed|added|explained|argued|warned|cautioned|proposed|suggested|recommended|agreed|believed|thought|pointed out|indicated|announced|reported|affirmed|declared|insisted|concluded|regretted|remarked|maintained|acknowledged|recognised)$/; // prettier-ignore

/** The helping words at its head in the past: "cannot support" was said as "could not support". */
function backshifted(message: string): string {
  const head =
    /^(?:(?:cannot|could|would|will|did|does|do|can|ca|wo|shall|is|was|are|were)(?:n[’']t)?)(?:\s+not)?\s+/i.exec(
      message,
    )!;
  return `${helpingWords(head[0])} ${message.slice(head[0].length)}`;
}

function printed(point: DraftPoint, body: string): string | null {
  if (point.verb === '') return null;
  const lead = body.slice(point.sentenceStart, Math.max(point.sentenceStart, point.messageStart));
  const at = lead.lastIndexOf(point.verb);
  const helped = at < 0 ? '' : helpingWords(plain(lead.slice(0, at)));
  const past = helped ? point.verb.toLowerCase() : inThePast(point.verb);
  if (past === null) return null;
  const joint = at < 0 ? '' : joining(lead.slice(at + point.verb.length));
  // Between verb and message stood a clause of its own: the usual verb says it better than half a sentence.
  if (joint === null) return null;
  if (isFlipped(point, helped, past)) return null;
  return [helped, past, isEmphatic(past) && /^(?:on|upon)$/i.test(joint) ? '' : joint].filter(Boolean).join(' ');
}

/** What a text has between verb and message, without its marks; null where that is no mere joint. */
function joining(between: string): string | null {
  const words = plain(between).replace(/^[\s:–—-]+|[\s:–—-]+$/g, '');
  return words.length <= 60 && !/[.;!?]/.test(words) ? words : null;
}

const opposing =
  /^(?:oppos|object|reject|disagree|question|doubt|caution|warn|regret|refus|declin|lament|critici|deplor|condemn|disput|challeng|denied|deny|express|against|block|resist|withdrew|raised|contest)/;

/** An opposer counts with the verb of what is opposed: "proposed" would put the words into the wrong mouth. */
function isFlipped({ polarity }: DraftPoint, helped: string, past: string): boolean {
  return polarity < 0 && !/\b(?:not|never|no)\b/.test(helped) && !opposing.test(past);
}

function isEmphatic(verb: string): boolean {
  return /^(?:emphasised|stressed|highlighted|underlined|underscored)$/.test(verb);
}

/** The verb of a class, as it joins what follows: a clause after "that", a question, or a thing. */
function usual(point: DraftPoint, body: string): string {
  const lead = plain(body.slice(point.sentenceStart, Math.max(point.sentenceStart, point.messageStart)));
  const joint =
    /(?:^|[\s:–—-])(that|on|upon|about|for|to|of|how|whether|with)\s*$/i.exec(lead)?.[1]?.toLowerCase() ?? '';
  const asks = /^(?:how|what|whether|why|who|whom|whose|which|when|where|if)\b/i.test(body.slice(point.messageStart));
  if (point.polarity < 0 || point.act === 'opposed')
    return joint === 'that' ? 'opposed the view that' : 'opposed the following:';
  const isClause = joint === 'that' || point.attribution === 'continuation';
  if (joint === 'to' && infinitive[point.act]) return infinitive[point.act]!;
  const words = (isClause ? clause : asks ? question : thing)[point.act] ?? 'stated the following:';
  // Without any joint nothing says whether a clause or a thing follows.
  return joint === '' && words === 'spoke ~'
    ? 'stated the following:'
    : words.replace('~', joint === 'about' ? joint : 'on');
}

const clause: Record<string, string> = {
  stated: 'stated that',
  emphasised: 'emphasised that',
  questioned: 'questioned whether',
  proposed: 'proposed that',
  supported: 'agreed that',
  concern: 'expressed concern that',
  presented: 'explained that',
  committed: 'undertook that',
  procedural: 'stated that',
};
const question: Record<string, string> = {
  ...clause,
  stated: 'spoke ~',
  emphasised: 'emphasised',
  questioned: 'asked',
  presented: 'presented',
  concern: 'expressed concern about',
};
const thing: Record<string, string> = {
  stated: 'spoke ~',
  emphasised: 'emphasised',
  questioned: 'questioned',
  proposed: 'proposed',
  supported: 'supported',
  concern: 'expressed concern about',
  presented: 'presented',
  committed: 'announced',
  procedural: 'spoke ~',
};
const infinitive: Record<string, string> = {
  proposed: 'proposed to',
  committed: 'undertook to',
  supported: 'agreed to',
};

/** The message in one line, with a small first letter where the capital came only from its place, and no final stop. */
function messageOf({ sentenceStart, messageStart, messageEnd }: DraftPoint, body: string, small: SmallWords): string {
  const words = plain(body.slice(messageStart, messageEnd)).replace(/[\s.;:,]+$/, '');
  const first = /^\p{Lu}[\p{Ll}'’-]*(?=\s|$)/u.exec(words)?.[0];
  if (!first || first === 'I' || !small.has(first.toLowerCase())) return words;
  // In the middle of a sentence "The Hague" has its capital for a reason.
  const isName = messageStart > sentenceStart && /^\s\p{Lu}/u.test(words.slice(first.length));
  return isName ? words : first.toLowerCase() + words.slice(first.length);
}

/** Without the marks of bold type, and on one line. */
function plain(words: string): string {
  return words.replaceAll('**', '').replace(/\s+/g, ' ').trimStart();
}

// Words that are never names.
const everyday =
  `a an the this that these those it its they their them he she his her we our us you your there here if when while
  where because since although though as at by for from in into of on over to under with without and but or nor so yet also only
  not no none nobody every each all any some many most more much few several both either neither such what how why who which whose
  last next first second then now today yesterday tomorrow however therefore moreover one two three`.split(/\s+/);

/** Every word that is somewhere written with a small letter, and those that are never names. */
export function smallWordsIn(texts: readonly string[]): SmallWords {
  const found = new Set<string>(everyday);
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}[\p{Ll}'’-]*/gu)) found.add(word);
  return found;
}
