// How a note-taker's line is read: “gtm q how cities reach …” is Guatemala, questioned, the words. Pure, and the same on the
// server and at the desk, so that what is seen while typing is what is kept.
import type { ActClass } from '#engine/types.ts';

export interface Verb {
  code: string;
  /** As it stands in the record: “expressed concern”, or as it was typed out: “would support”. */
  verb: string;
  /** As it follows “would”. */
  base: string;
  act: ActClass;
}

/** The verbs at hand, the first of each class being the plain one; in the order in which a desk offers them. */
export const verbs: readonly Verb[] = [
  { code: 'q', verb: 'questioned', base: 'question', act: 'questioned' },
  { code: 'p', verb: 'proposed', base: 'propose', act: 'proposed' },
  { code: 'e', verb: 'emphasised', base: 'emphasise', act: 'emphasised' },
  { code: 's', verb: 'supported', base: 'support', act: 'supported' },
  { code: 'o', verb: 'opposed', base: 'oppose', act: 'opposed' },
  { code: 'c', verb: 'expressed concern', base: 'express concern', act: 'concern' },
  { code: 'pr', verb: 'presented', base: 'present', act: 'presented' },
  { code: 'st', verb: 'stated', base: 'state', act: 'stated' },
  { code: 'cm', verb: 'committed to', base: 'commit to', act: 'committed' },
  { code: 'th', verb: 'thanked', base: 'thank', act: 'procedural' },
  { code: 'ask', verb: 'asked', base: 'ask', act: 'questioned' },
  { code: 'rc', verb: 'recommended', base: 'recommend', act: 'proposed' },
  { code: 'cf', verb: 'called for', base: 'call for', act: 'proposed' },
  { code: 'ur', verb: 'urged', base: 'urge', act: 'proposed' },
  { code: 'wl', verb: 'welcomed', base: 'welcome', act: 'supported' },
  { code: 'ag', verb: 'agreed with', base: 'agree with', act: 'supported' },
  { code: 'rj', verb: 'rejected', base: 'reject', act: 'opposed' },
  { code: 'wn', verb: 'warned', base: 'warn', act: 'concern' },
  { code: 'ds', verb: 'described', base: 'describe', act: 'presented' },
  { code: 'nt', verb: 'noted', base: 'note', act: 'stated' },
  { code: 'pl', verb: 'pledged', base: 'pledge', act: 'committed' },
];

/** Someone a line can name, under all the names they go by. */
export interface Named {
  /** A delegation's id. */
  id: string;
  name: string;
  slug: string;
  /** ISO 3166 alpha-3 for a State, otherwise the acronym. */
  code: string | null;
  aliases: readonly string[];
  kind: string;
}

/** The register as lines are read with it, and who stands on the speakers list: they come first. */
export interface Names {
  all: readonly Indexed[];
  exact: ReadonlyMap<string, readonly Indexed[]>;
  listed: ReadonlySet<string>;
}

interface Indexed {
  named: Named;
  keys: readonly string[];
}

/** A stretch of the line: all of them together, in order, are the line, letter for letter. */
export interface Part {
  kind: 'actor' | 'verb' | 'flag' | 'blank' | 'words';
  text: string;
}

export interface LineRead {
  parts: Part[];
  /** Whom the line names; null: whoever has the floor. */
  actor: Named | null;
  verb: Verb | null;
  /** What they said, without the codes, the flags and the marks of exact words. */
  words: string;
  /** The words are theirs, letter for letter: they stand between quotation marks. */
  isExact: boolean;
  isOffRecord: boolean;
  /** To be checked later. */
  toCheck: boolean;
  /** Numbers of the guiding questions it answers. */
  questions: number[];
  /** Number of the comment it follows on from. */
  follows: number | null;
  /** What stands where a name should, and is nobody's or several people's; it is kept as words. */
  doubt: { code: 'nobody' | 'several'; typed: string } | null;
  /** The note-taker asks which verbs there are. */
  asksVerbs: boolean;
}

const byCode = new Map(verbs.map((verb) => [verb.code, verb]));
const flag = /^(?:~|!|#\d{1,3}|\^\d{1,5})$/;
const longestFlags = 20;

/** The index of names that `readLine` and `completions` look in; `listed` are ids of delegations on the speakers list. */
export function namesOf(register: readonly Named[], listed: Iterable<string> = []): Names {
  const exact = new Map<string, Indexed[]>();
  const all = register.map((named) => {
    const whole = [named.code ?? '', named.slug, named.name, ...named.aliases].map(folded).filter(Boolean);
    const words = [named.name, ...named.aliases].flatMap((name) => name.split(/[\s'’-]+/)).map(folded);
    const indexed = { named, keys: [...new Set([...whole, ...words.filter((word) => word.length > 2)])] };
    for (const key of new Set(whole)) exact.set(key, [...(exact.get(key) ?? []), indexed]);
    return indexed;
  });
  return { all, exact, listed: new Set(listed) };
}

/** Reads a line. Never throws, never loses a letter: `parts` joined are the line. */
export function readLine(line: string, names: Names): LineRead {
  const tokens = line.match(/\s+|\S+/g) ?? [];
  const read: LineRead = { parts: [], actor: null, verb: null, words: '', isExact: false, isOffRecord: false, toCheck: false, questions: [], follows: null, doubt: null, asksVerbs: line.trim() === '?' }; // prettier-ignore
  const ends = trailingFlags(tokens);
  let at = 0;
  const isVerb = (i: number) => i < ends && byCode.has(tokens[i]!.toLowerCase());
  const next = (i: number) => {
    while (i < ends && (isBlank(tokens[i]!) || flag.test(tokens[i]!))) i++;
    return i;
  };
  for (; at < ends && read.parts.length < longestFlags; at++) {
    const token = tokens[at]!;
    if (isBlank(token)) read.parts.push({ kind: 'blank', text: token });
    else if (flag.test(token)) takeFlag(read, token);
    else if (!read.actor && !read.verb && isVerb(next(at + 1)) && !isVerbAlone(token, names)) {
      const [one, ...others] = whoIs(token, names);
      if (!one || others.length > 0) {
        read.doubt = { code: one ? 'several' : 'nobody', typed: token };
        break;
      }
      read.actor = one;
      read.parts.push({ kind: 'actor', text: token });
    } else if (!read.actor && !read.verb && isCalled(token, names) && typedOut(tokens, next(at + 1), ends)) {
      read.actor = whoIs(token, names)[0]!;
      read.parts.push({ kind: 'actor', text: token });
    } else if (!read.actor && !read.verb && isAddressed(token, names)) {
      read.actor = whoIs(token.slice(0, -1), names)[0]!;
      read.parts.push({ kind: 'actor', text: token });
    } else if (!read.verb && isVerb(at)) {
      read.verb = byCode.get(token.toLowerCase())!;
      read.parts.push({ kind: 'verb', text: token });
    } else {
      const out = read.verb ? null : typedOut(tokens, at, ends);
      if (!out) break;
      read.verb = out.verb;
      read.parts.push({ kind: 'verb', text: tokens.slice(at, out.ends).join('') });
      at = out.ends - 1;
    }
  }
  const words = tokens.slice(at, ends).join('');
  if (words !== '') read.parts.push({ kind: 'words', text: words });
  for (const token of tokens.slice(ends))
    if (isBlank(token)) read.parts.push({ kind: 'blank', text: token });
    else takeFlag(read, token);
  const quoted = /^[“"«„](.*?)[”"»“]?$/s.exec(words.trim());
  read.isExact = quoted !== null && quoted[1]!.trim() !== '';
  read.words = (read.isExact ? quoted![1]! : words).trim();
  if (read.asksVerbs) read.words = '';
  return read;
}

const modals = new Set(['would', 'could', 'can', 'cannot', 'will', 'may', 'might']);
const between = new Set(['not', 'also', 'fully', 'gladly', 'only']);

/**
 * A verb that is typed out with how far it goes: “would support a narrow one”. It stands in the record as it was typed: to
 * support and to be ready to support are not the same. Not to support is to oppose; what else somebody would not do is left
 * to the words, and so is a question.
 */
function typedOut(tokens: readonly string[], from: number, ends: number): { verb: Verb; ends: number } | null {
  if (from >= ends || !modals.has(tokens[from]!.toLowerCase()) || tokens[ends - 1]!.endsWith('?')) return null;
  let at = from + 2;
  while (at < ends && between.has(tokens[at]!.toLowerCase())) at += 2;
  const said = (length: number) => tokens.slice(at, at + length).join('').toLowerCase(); // prettier-ignore
  const known = verbs.find(({ base }) => said(base.includes(' ') ? 3 : 1) === base);
  const last = at + (known?.base.includes(' ') ? 3 : 1);
  if (!known || last > ends) return null;
  const typed = tokens.slice(from, last).filter((token) => !isBlank(token)).join(' ').toLowerCase(); // prettier-ignore
  const isDenied = /\b(?:not|cannot)\b/.test(typed);
  if (isDenied && known.act !== 'supported') return null;
  return { verb: { ...known, verb: typed, act: isDenied ? 'opposed' : known.act }, ends: last };
}

/** Whether this is somebody’s very code or name. */
function isCalled(token: string, names: Names): boolean {
  return names.exact.has(folded(token)) && whoIs(token, names).length === 1;
}

/** Whom a code can mean: everyone it is the exact code or name of, else everyone a name of whom begins with it. */
export function whoIs(typed: string, names: Names): Named[] {
  const key = folded(typed);
  if (key.length < 2) return [];
  const same = names.exact.get(key);
  if (same) return preferred(same, names);
  return preferred(
    names.all.filter(({ keys }) => keys.some((one) => one.startsWith(key))),
    names,
  );
}

/** Where two can be meant and one of them is on the speakers list, that one is. */
function preferred(found: readonly Indexed[], { listed }: Names): Named[] {
  const all = found.map(({ named }) => named);
  const onList = all.filter(({ id }) => listed.has(id));
  return onList.length === 1 ? onList : all;
}

/** Whom the note-taker may mean by what stands there so far: those on the speakers list first, then by name. */
export function completions(typed: string, names: Names, most = 6): Named[] {
  const key = folded(typed);
  if (key === '') return [];
  const rank = ({ named, keys }: Indexed) =>
    (names.listed.has(named.id) ? 0 : 4) + (keys[0] === key ? 0 : keys[0]!.startsWith(key) ? 1 : 2);
  return names.all
    .filter(({ keys }) => keys.some((one) => one.startsWith(key)))
    .sort((a, b) => rank(a) - rank(b) || (a.named.name < b.named.name ? -1 : 1))
    .slice(0, most)
    .map(({ named }) => named);
}

/** What stands in a line for this name: its code, or the short form of its address, and always one word. */
export function handleOf({ code, slug }: Pick<Named, 'code' | 'slug'>): string {
  return code && /^\S+$/.test(code) ? code.toLowerCase() : slug;
}

/** The line with the name being typed at its beginning completed; the same line where there is none to complete. */
export function completed(line: string, named: Pick<Named, 'code' | 'slug'>): string {
  const [, before, after] = /^(\s*(?:[~!]\s+)*)\S*\s?(.*)$/s.exec(line)!;
  return `${before}${handleOf(named)} ${after}`;
}

function takeFlag(read: LineRead, token: string): void {
  read.parts.push({ kind: 'flag', text: token });
  if (token === '~') read.isOffRecord = true;
  else if (token === '!') read.toCheck = true;
  else if (token.startsWith('#')) read.questions = [...new Set([...read.questions, Number(token.slice(1))])];
  else read.follows = Number(token.slice(1));
}

/** Where the flags at the end of a line begin: “… the district ~” is off the record. Numbers there are words. */
function trailingFlags(tokens: readonly string[]): number {
  let ends = tokens.length;
  for (let i = tokens.length - 1; i >= 0 && (isBlank(tokens[i]!) || /^[~!]$/.test(tokens[i]!)); i--)
    if (!isBlank(tokens[i]!)) ends = i;
  return ends;
}

/** “gtm: how cities …” names someone without saying what they did. */
function isAddressed(token: string, names: Names): boolean {
  return token.length > 2 && token.endsWith(':') && whoIs(token.slice(0, -1), names).length === 1;
}

/** “st pr the plan”: the first is a verb already, unless it is somebody's very code. */
function isVerbAlone(token: string, names: Names): boolean {
  return byCode.has(token.toLowerCase()) && !names.exact.has(folded(token));
}

function isBlank(token: string): boolean {
  return token.trim() === '';
}

/** Without case, accents, blanks and marks: “Côte d’Ivoire” → “cotedivoire”. */
function folded(name: string): string {
  return name.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase(); // prettier-ignore
}
