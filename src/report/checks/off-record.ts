import type { Sources } from './finding.ts';
import { plainWords, type PlainWord } from './plain-words.ts';

/** So many words in a row that were said off the record, and not on it, are a passage. */
const run = 6;
/** Or so many words of weight from one sentence, in whatever order, when they are most of what is written. */
const shared = 4;

const light = new Set(
  'that this these those with from they them their there have been were which when what where will would should could must than then also only into about more most very such being does just said says participant participants speaker state states delegation delegations stated noted asked'.split(
    ' ',
  ),
);

interface Passage {
  number: number;
  start: number;
  end: number;
}

/** Looks for words of what was said off the record, in any dress; what was also said on the record is nobody's secret. */
export function offTheRecord({ offRecord, statements, programme }: Sources): (text: string) => Passage[] {
  if (offRecord.length === 0) return () => [];
  const open = new Set(
    [...statements.map(({ body }) => body), ...programme].flatMap((text) => runsIn(plainWords(text))),
  );
  const secret = new Map<string, number>();
  const bags: { number: number; stems: Set<string> }[] = [];
  for (const { number, body } of offRecord) {
    for (const one of runsIn(plainWords(body))) if (!open.has(one)) secret.set(one, number);
    for (const sentence of body.split(/(?<=[.!?])\s+/))
      bags.push({ number, stems: new Set(heavy(plainWords(sentence)).map(stemOf)) });
  }
  const openStems = statements.map(({ body }) => new Set(heavy(plainWords(body)).map(stemOf)));
  return (text) => {
    const words = plainWords(text);
    const found: Passage[] = [];
    for (let at = 0; at + run <= words.length; at++) {
      const number = secret.get(words.slice(at, at + run).map(({ word }) => word).join(' ')); // prettier-ignore
      if (number === undefined) continue;
      const last = found.at(-1);
      const end = words[at + run - 1]!.end;
      if (last && last.number === number && last.end >= words[at]!.start) last.end = end;
      else found.push({ number, start: words[at]!.start, end });
    }
    return found.length > 0 ? found : told(words, bags, openStems);
  };
}

/** The same told in other words: most of a sentence's weight comes from one that was off the record. */
function told(words: PlainWord[], bags: { number: number; stems: Set<string> }[], open: Set<string>[]): Passage[] {
  const own = heavy(words);
  for (const { number, stems } of bags) {
    const met = own.filter((word) => stems.has(stemOf(word)));
    const distinct = new Set(met.map(stemOf));
    if (distinct.size < shared || distinct.size < new Set(own.map(stemOf)).size / 2) continue;
    if (open.some((some) => [...distinct].every((stem) => some.has(stem)))) continue;
    return [{ number, start: met[0]!.start, end: met.at(-1)!.end }];
  }
  return [];
}

function runsIn(words: PlainWord[]): string[] {
  const found: string[] = [];
  for (let at = 0; at + run <= words.length; at++) found.push(words.slice(at, at + run).map(({ word }) => word).join(' ')); // prettier-ignore
  return found;
}

function heavy(words: PlainWord[]): PlainWord[] {
  return words.filter(({ word }) => word.length > 3 && !light.has(word));
}

function stemOf({ word }: PlainWord): string {
  return word.slice(0, 5);
}
