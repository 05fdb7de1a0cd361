import { folded, tokens, type Token } from '#engine/reading/tokens.ts';
import { FINITE } from '#engine/tongues/tongue.ts';
import type { ActClass } from '#engine/types.ts';
import { denyingWords, type DenyingWords } from './words.ts';

/** A word of a clause, and whether the clause says it or denies it; 0 where another word of the clause decides that. */
export interface Weighed {
  stem: string;
  sign: 1 | 0 | -1;
  /** Stands right after what denies it, or denies by itself ("refused"). */
  isFocus: boolean;
  token: Token;
}

/** As much of a sentence as one "not" bears on. */
export interface Clause {
  words: Weighed[];
  /** Whether anything in it is denied. */
  denies: boolean;
  /** UTF-16 code units into the text. */
  start: number;
  end: number;
}

export type Readable = keyof typeof denyingWords;

/**
 * The clauses of a text with what each says and denies. A "not", a "refused", a "without" bears on what comes after it in
 * its clause; two of them cancel out ("did not refuse"); "that" after a denying verb carries on. Where `isReport`, who said
 * it and a neutral verb of saying at the head ("Kenya noted that") are left out. After the negation scopes of NegEx
 * (Chapman et al., 2001), with clause ends in place of its window of words.
 */
export function clausesOf(text: string, language: Readable, isReport = false): Clause[] {
  const words = denyingWords[language];
  const row = tokens(text);
  const from = isReport ? afterTheFrame(row, words) : 0;
  const found: Clause[] = [];
  let open: Open = opened(1);
  const close = (sign: 1 | -1) => {
    if (open.words.length > 0) found.push(closed(open));
    open = opened(sign);
  };
  row.forEach((token, i) => {
    const low = folded(token.text);
    if (token.sort === 'mark') {
      if (token.low === ',' && isFronted(open)) leaveOpen(open);
      return /^[,;:.?!()[\]–—"“”«»…]$/.test(token.text) ? close(1) : undefined;
    }
    open.begins ??= token;
    if (words.that.has(low) && !(words.tongue.code === 'en' && leans.test(row[i - 1]?.low ?? ''))) return isAlternative(row, i) ? undefined : close(goesOn(row, i, open, words) ? open.sign : 1); // prettier-ignore
    if (words.splits.has(low)) close(1);
    else if (words.and.has(low) && beginsClause(row, i, words)) return close(1);
    if (words.verbs.has(low)) {
      open.hasVerb = true;
      open.local = 1;
      if (endsARelative(row, i, open, words)) open.sign = 1;
    }
    const denial = denialAt(row, i, words, open);
    if (denial) {
      if (low === 'cannot' || words.verbs.has(folded(row[i - 1]?.text ?? ''))) open.helped = open.words.length;
      return deny(open, denial, words.concord);
    }
    if (i >= from) weigh(open, token, low, row[i + 1], words);
  });
  close(1);
  return found;
}

/** The words of a text as they are compared, each once. */
export function stemsOf(text: string, language: Readable): Set<string> {
  return new Set(clausesOf(text, language).flatMap(({ words }) => words.map(({ stem }) => stem)));
}

interface Open {
  words: Weighed[];
  begins: Token | null;
  /** One of the verbs that every text has. */
  hasVerb: boolean;
  sign: 1 | -1;
  local: 1 | -1;
  denies: boolean;
  /** How many of the next words of weight stand next to what denies. */
  focus: number;
  negated: boolean;
  /** The last word that takes a side. */
  last: Token | null;
  /** Where a helping verb was denied: "cannot". */
  helped: number;
}

function opened(sign: 1 | -1): Open {
  return {
    words: [],
    begins: null,
    hasVerb: false,
    sign,
    local: 1,
    denies: sign < 0,
    focus: sign < 0 ? 2 : 0,
    negated: false,
    last: null,
    helped: -1,
  };
}

function closed({ words, denies }: Open): Clause {
  return { words, denies, start: words[0]!.token.start, end: words.at(-1)!.token.end };
}

function turned(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}

function deny(open: Open, denial: 'clause' | 'local', concord: boolean): void {
  open.focus = 2;
  open.denies = true;
  if (denial === 'local') open.local = turned(open.local);
  else if (!concord || !open.negated) {
    for (const word of open.words) word.sign = 0;
    open.sign = turned(open.sign);
    open.negated = true;
  }
}

function weigh(open: Open, token: Token, low: string, next: Token | undefined, words: DenyingWords): void {
  const outer = (open.sign * open.local) as 1 | -1;
  const opposite = words.opposites.find(({ pattern }) => pattern.test(low));
  const add = (stem: string, sign: 1 | -1, isFocus: boolean) => {
    open.words.push({ stem, sign, isFocus: isFocus || open.focus > 0, token });
    open.focus--;
    if (opposite) open.last = token;
  };
  if (opposite) {
    // "Supported by A and opposed by B": the others' sides, told in passing.
    if (low.startsWith('oppos') && next && words.tongue.by.has(next.low)) return;
    const before = [...open.words];
    add(opposite.idea, (outer * opposite.sign) as 1 | -1, opposite.denies);
    if (!opposite.denies || opposite.sign > 0) return;
    // What is missing is denied, not what is told of it: "a missing place is noticed".
    for (const word of before) word.sign = 0;
    if (opposite.idea === '@there') return deny(open, 'local', false);
    open.sign = turned(open.sign);
    open.denies = true;
    open.focus = 2;
    return;
  }
  if (token.sort === 'word' && (low.length < 3 || words.light.has(low))) return;
  const prefix = words.prefix.exec(low)?.[0];
  if (!prefix) return add(stemOf(low, words), outer, false);
  add(stemOf(low.slice(prefix.length), words), turned(outer), true);
  open.denies = true;
  if (next && /^(?:to|of|for|from|that|de|d'|que|qu'|a|para)$/.test(folded(next.text))) open.local = turned(open.local);
}

const verbish = /^(?:pas|plus|personne|guere|point)$/;

/** Whether a token denies, and how far. */
function denialAt(row: readonly Token[], i: number, words: DenyingWords, open: Open): 'clause' | 'local' | null {
  const low = folded(row[i]!.text);
  const [before, next] = [row[i - 1]?.low ?? '', row[i + 1]?.low ?? ''];
  if (words.local.has(low)) return 'local';
  const earlier = (pattern: RegExp) => row.slice(Math.max(0, i - 8), i).some(({ low }) => pattern.test(low));
  switch (words.tongue.code) {
    case 'en':
      if (low === 'than') return earlier(/^(?:rather|prefer|other$)/) ? 'local' : null;
      if (low === 'to') return earlier(/^prefer/) && open.words.length > 1 ? 'local' : null;
      if (low === 'from') return earlier(/^(?:keep|kept|keeping)$/) ? 'local' : null;
      if (low === 'nor' && open.negated) return null;
      if (low === 'instead') return 'local';
      if (low === "'t") return before.endsWith('n') ? 'clause' : null;
      if (low === 'few' || low === 'little') return /^(?:a|an|quite|of)$/.test(before) ? null : 'clause';
      if (low === 'no' && /^(?:[.,]|doubt|later|less|fewer|more|\d+)$/.test(next)) return null;
      if (/^(?:only|just|least|merely|simply)$/.test(next) && low.startsWith('n')) return null;
      break;
    case 'fr':
      if (low === 'plutot') return 'local';
      if (/^(?:a|au|aux)$/.test(low)) return earlier(/^préf[eèé]r/) && open.words.length > 1 ? 'local' : null;
      if (verbish.test(low) && !row.slice(Math.max(0, i - 6), i + 6).some(({ low }) => /^(?:ne|n')$/.test(low))) return null; // prettier-ignore
      if (low === 'pas' && /^(?:seulement|uniquement)$/.test(next)) return null;
      // The verb stands between the two halves, and is denied.
      if (/^(?:ne|n')$/.test(low)) return row.slice(i + 1, i + 6).some(({ low }) => words.negators.has(folded(low))) ? 'clause' : null; // prettier-ignore
      break;
    default:
      if (/^(?:lugar|vez)$/.test(low)) return before === 'en' && next === 'de' ? 'local' : null;
      if (/^(?:a|al)$/.test(low)) return earlier(/^prefer|^prefier/) && open.words.length > 1 ? 'local' : null;
      if (low === 'no' && /^(?:sólo|solo|solamente)$/.test(next)) return null;
  }
  return words.negators.has(low) ? 'clause' : null;
}

/** "Did not believe that", "opposed that": what follows is denied with it. */
function goesOn(row: readonly Token[], i: number, open: Open, { tongue }: DenyingWords): boolean {
  if (open.sign > 0) return false;
  const before = row[i - 1];
  if (!before || before === open.last) return before !== undefined;
  // "The rule that" and "the view that" are things.
  return tongue.senses.has(before.low) && !tongue.determiners.has(row[i - 2]?.low ?? '');
}

// "Of that": it points, and joins nothing.
const leans = /^(?:with|without|of|in|on|to|for|by|from|at|under|about|after|before|since)$/;

const longestFront = 4;

/** "On a first visit, we no longer ask": as well said behind the verb, where the "no longer" bears on it. */
function isFronted({ begins, words, hasVerb, denies }: Open): boolean {
  return begins !== null && leans.test(begins.low) && !hasVerb && !denies && words.length <= longestFront;
}

/** Whether it is said or denied what follows decides. */
function leaveOpen({ words }: Open): void {
  for (const word of words) word.sign = 0;
}

const thinks = /^(?:th[io]|believ|consider|see|feel|felt|expect|find|found|agree|accept|say|mean)/;

/** "A service a city cannot pay for is a promise": the second verb is no longer denied. "Did not think it would" is. */
function endsARelative(row: readonly Token[], i: number, open: Open, { tongue }: DenyingWords): boolean {
  if (open.helped < 0 || open.words.length === open.helped || tongue.code !== 'en') return false;
  const between = open.words.slice(open.helped).map(({ token }) => token);
  return !between.some(({ low }) => thinks.test(low)) && !/^(?:it|they|he|she|to|not)$/.test(row[i - 1]!.low);
}

/** "Rather than", "plutôt que" part nothing. */
function isAlternative(row: readonly Token[], i: number): boolean {
  return folded(row[i - 1]?.text ?? '') === 'plutot';
}

/** "And proposed a fund", "and none has closed since": no longer the clause before. */
function beginsClause(row: readonly Token[], i: number, words: DenyingWords): boolean {
  const next = row[i + 1];
  if (!next) return false;
  const senses = words.tongue.senses.get(next.low) ?? [];
  if (senses.some(({ forms }) => (forms & FINITE) !== 0)) return true;
  if (words.negators.has(folded(next.text))) return true;
  // "Y proponemos", "et proposons".
  if (words.tongue.code !== 'en' && /(?:[aei]mos|ons)$/.test(next.low)) return true;
  for (const { low, sort } of row.slice(i + 1, i + 6)) {
    if (sort === 'mark' || words.and.has(low)) return false;
    if (words.verbs.has(folded(low))) return true;
  }
  return false;
}

const neutral = new Set<ActClass>(['stated', 'emphasised', 'presented', 'procedural', 'proposed', 'questioned']);

/** Behind who said it and a verb of saying that takes no side: the first token that tells what was said. */
function afterTheFrame(row: readonly Token[], { tongue, opposites }: DenyingWords): number {
  for (const [i, { low, sort }] of row.slice(0, 12).entries()) {
    if (sort === 'mark') return 0;
    if (opposites.some(({ pattern }) => pattern.test(folded(low)))) return 0;
    const says = (tongue.senses.get(low) ?? []).some(
      ({ act, steps, forms }) => steps.length === 0 && neutral.has(act) && (forms & FINITE) !== 0,
    );
    if (says && i > 0) return i + 1;
  }
  return 0;
}

/** A word as it is compared with another's: without its ending, five letters at most. */
function stemOf(printed: string, { endings }: DenyingWords): string {
  const word = bases.get(printed) ?? printed;
  return word.replace(endings, '').slice(0, 5);
}

/** Verbs that bend in the middle. */
const bases = new Map(
  `lent lend,paid pay,gave give,given give,kept keep,left leave,lost lose,found find,held hold,met meet,sent send,spent spend,
  built build,brought bring,bought buy,taught teach,sold sell,told tell,went go,gone go,came come,began begin,begun begin,
  knew know,known know,saw see,seen see,spoke speak,spoken speak,wrote write,written write,chose choose,chosen choose,
  felt feel,led lead,heard hear,stood stand,shown show,sought seek,broke break,broken break,drew draw,drawn draw,ran run`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
