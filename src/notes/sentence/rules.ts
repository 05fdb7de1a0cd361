// How lines become the sentences of an intervention: “Guatemala questioned how cities reach …”. The words stay as typed;
// only what stands between the verb and them is chosen, and seen at the desk before the line is kept.
import type { ActClass } from '#engine/types.ts';
import { verbs, type Verb } from '#notes/line/rules.ts';

/** What a line says, as far as its sentence goes. */
export interface Noted {
  /** Who said it, where it is somebody else than has the turn. */
  speaker?: string | null;
  verb: string | null;
  act: ActClass | null;
  words: string;
  isExact: boolean;
}

/** Where a line's sentence and its message stand in the text, in UTF-16 code units. */
export interface SentenceOfLine {
  start: number;
  end: number;
  messageStart: number;
  messageEnd: number;
  verb: string;
  act: ActClass;
}

/** What a line without a verb says: that it was said. */
export const plainVerb = { verb: 'stated', act: 'stated' } as const satisfies Pick<Verb, 'verb' | 'act'>;

/** The text of an intervention of this speaker, from lines in their order, and where each of them stands in it. */
export function textOf(speaker: string, lines: readonly Noted[]): { body: string; sentences: SentenceOfLine[] } {
  let body = '';
  const sentences = lines.map((line) => {
    if (body !== '') body += '\n\n';
    const verb = line.verb ?? plainVerb.verb;
    const start = body.length;
    const words = line.words.trim();
    body += `${line.speaker ?? speaker} ${verb}${line.isExact ? ': “' : between(verb, words)}`;
    const messageStart = body.length;
    body += words;
    const messageEnd = messageStart + messageBare(words).length;
    body += line.isExact ? closing(words) : /[.!?…。؟]["”’»)]*$/.test(words) ? '' : '.';
    return { start, end: body.length, messageStart, messageEnd, verb, act: line.act ?? plainVerb.act };
  });
  return { body, sentences };
}

/** One line's sentence, as the record will read. */
export function sentenceOf(speaker: string, line: Noted): string {
  return textOf(speaker, [line]).body;
}

function closing(words: string): string {
  return /[.!?…]$/.test(words) ? '”' : '”.';
}

function messageBare(words: string): string {
  return words.replace(/[.…]+$/, '') || words;
}

/** Words that go on from any verb: “questioned how …”, “proposed that …”, “committed to …”. */
const goesOn =
  /^(?:that|how|why|whether|what|who|whom|which|when|where|if|to|on|about|for|in|of|over|with|against|at|by)\b/i;
const numeral = /^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|all|every|each|any|no|more|better|new)\b/i; // prettier-ignore
const article = /^(?:the|a|an|its|their|his|her|this|that|these|those)\s/i;
const clause = /^(?:we|our|us|i|my|it|they|there|you|he|she|can|cannot|can’t|could|would|will|shall|should|must|may|might|is|are|was|were|has|have|had|do|does|did|not|never|please|let)\b\s+\S/i; // prettier-ignore

/** Verbs after which a thing is named: “opposed complete separation”. */
const takesThing = new Set([
  'questioned', 'emphasised', 'supported', 'opposed', 'presented', 'recommended', 'called for', 'urged', 'welcomed',
  'agreed with', 'rejected', 'described', 'noted', 'pledged', 'thanked',
]); // prettier-ignore

/** What stands between a verb and the words, so that the sentence can be read and is found by the engine. */
function between(typed: string, words: string): string {
  // “would support” goes on as “supported” does.
  const verb = verbs.find(({ base }) => typed.endsWith(` ${base}`))?.verb ?? typed;
  if (verb === 'committed to') return /^to\s/i.test(words) || clause.test(words) ? ': ' : article.test(words) || numeral.test(words) ? ' ' : ': '; // prettier-ignore
  if (verb === 'agreed with') return clause.test(words) || goesOn.test(words) ? ': ' : ' ';
  if (verb === 'called for' && goesOn.test(words)) return ': ';
  if (goesOn.test(words)) return ' ';
  if (takesThing.has(verb)) return clause.test(words) ? ': ' : ' ';
  if (verb === 'stated' && (article.test(words) || /^(?:we|our|it|they|there|he|she|its)\b/i.test(words)))
    return ' that ';
  if (verb === 'proposed' && article.test(words)) return ' ';
  return ': ';
}
