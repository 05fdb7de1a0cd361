import { instrumentsIn } from '#engine/instruments.ts';
import { smallConstituencies } from './constituencies.ts';
import { eachSentence, type Check, type Checked, type CheckedSentence, type Finding, type Place } from './finding.ts';
import { giveawaysIn, instrumentsOfOne, type Giveaway } from './giveaways.ts';
import { offTheRecord } from './off-record.ts';
import { officesIn } from './offices.ts';
import { plainWords, type PlainWord } from './plain-words.ts';

/**
 * Under a policy that names nobody: a speaker's name, country, people, cities or acronym, a programme or instrument that
 * one of them alone named, an office that one holds, a constituency of fewer than three. Under every policy: what was said
 * off the record. Each with the very words.
 */
export const leaks: Check = {
  codes: ['leak', 'off_record'],
  run(checked) {
    const { report, sources } = checked;
    const found: Finding[] = [];
    const texts = [
      ...eachSentence(report),
      ...report.paragraphs.flatMap((paragraph) => (paragraph.heading === null ? [] : [heading(paragraph.id, paragraph.heading)])), // prettier-ignore
    ];
    const offRecord = offTheRecord(sources);
    for (const { sentence, at } of texts)
      for (const { start, end, number } of offRecord(sentence.text))
        found.push({ check: 'off_record', place: at(start, end), values: { words: sentence.text.slice(start, end), number } }); // prettier-ignore
    if (report.attribution === 'attributed' || sources.statements.length === 0) return found;
    const finders = leakFinders(checked);
    for (const { sentence, at } of texts) {
      // What the programme prints of itself – its title, its room, its co-chairs – is known to everybody.
      if (isProgramme(sentence)) continue;
      for (const { start, end, what, whose } of longest(finders.flatMap((find) => find(sentence.text)))) {
        const words = sentence.text.slice(start, end);
        const fix = what === 'name' && start === 0 ? { fix: 'A participant' } : {};
        found.push({ check: 'leak', place: at(start, end), values: { words, what, whose }, ...fix });
      }
    }
    return found;
  },
};

interface Leak {
  start: number;
  end: number;
  what: Giveaway['what'] | 'office' | 'instrument' | 'constituency';
  whose: string;
}

function heading(paragraph: string, text: string) {
  const sentence: CheckedSentence = { id: '', letter: '', text, writtenBy: 'person', rests: null };
  const at = (start: number, end: number): Place => ({ paragraph, sentence: null, start, end });
  return { sentence, at };
}

function isProgramme({ writtenBy, rests }: CheckedSentence): boolean {
  return writtenBy === 'template' && rests !== null && rests.length > 0 && rests.every(({ kind }) => kind === 'fact');
}

/** Everything that looks for a leak in a text, made ready once for a report. */
export function leakFinders({
  sources,
  register,
}: Pick<Checked, 'sources' | 'register'>): ((text: string) => Leak[])[] {
  const giveaways = giveawaysIn(sources, register);
  const instruments = instrumentsOfOne(sources);
  const offices = officesIn(sources);
  const constituencies = smallConstituencies(sources, register);
  const unspaced = unspacedIn(giveaways);
  return [
    (text) => wordsGiving(text, giveaways),
    (text) => unspaced.flatMap((one) => everyPlace(text, one)),
    (text) =>
      instrumentsIn(text).flatMap(({ name, start, end }) => (instruments.has(name) ? [{ start, end, what: 'instrument' as const, whose: instruments.get(name)! }] : [])), // prettier-ignore
    (text) => offices(text).map((met) => ({ ...met, what: 'office' as const })),
    (text) => constituencies(text).map((met) => ({ ...met, what: 'constituency' as const })),
  ];
}

function wordsGiving(text: string, giveaways: Map<string, Giveaway[]>): Leak[] {
  const row = plainWords(text);
  const isShouted = row.filter(({ isAcronym }) => isAcronym).length > row.length / 2;
  const found: Leak[] = [];
  for (let at = 0; at < row.length; at++) {
    const met = startsAt(row, at).find(({ word, length }) =>
      (giveaways.get(word) ?? []).some((one) => fits(row, at, length, one, isShouted)),
    );
    const abbreviated = met ? undefined : abbreviation(row, at, giveaways);
    const one = met ? (giveaways.get(met.word) ?? []).find((some) => fits(row, at, met.length, some, isShouted))! : abbreviated; // prettier-ignore
    if (!one) continue;
    const length = met ? lengthOf(row, at, met.length, one) : 1;
    found.push({ start: row[at]!.start, end: row[at + length - 1]!.end, what: one.what, whose: one.whose });
  }
  return found;
}

/** The word that may begin here: as it stands, without the s of a possessive, or put together again from its pieces. */
function startsAt(row: PlainWord[], at: number): { word: string; length: number }[] {
  const found: { word: string; length: number }[] = [];
  const add = (word: string, length: number) => {
    found.push({ word, length });
    if (/[^s]s$/.test(word)) found.push({ word: word.slice(0, -1), length });
  };
  let joined = '';
  for (let length = 1; at + length <= row.length && length <= 6; length++) {
    const { word, gap } = row[at + length - 1]!;
    joined += word;
    // Longer pieces before shorter ones: "Guate-mala" is one name, and "U.N.H.C.R." is one as well.
    add(joined, length);
    const goesOn = /^-\s*$/.test(gap) || (word.length === 1 && /^(?:[.\s·]|\. )$/.test(gap)) || (length === 1 && word.length <= 2 && gap === "'"); // prettier-ignore
    if (!goesOn) break;
  }
  return found.reverse();
}

function fits(row: PlainWord[], at: number, length: number, one: Giveaway, isShouted: boolean): boolean {
  const { isCapital, isFirst } = row[at]!;
  const whole = one.words.join('');
  const head = row.slice(at, at + length).map(({ word }) => word).join('').replace(/s$/, ''); // prettier-ignore
  const isWhole = head === whole.replace(/s$/, '') && (one.words.length === 1 || whole.length > 5);
  if (one.acronym) {
    const pieces = row.slice(at, at + length);
    const isWritten = pieces.every(({ isAcronym, isCapital, word }) => isAcronym || (isCapital && word.length === 1));
    return isWhole && isWritten && !(isShouted && everyday.has(whole));
  }
  if (one.capital && (!isCapital || (isFirst && one.what !== 'name' && !isShouted))) return false;
  if (isWhole) return true;
  return (
    length === 1 && lengthOf(row, at, 1, one) === one.words.length && one.words.length > 1 && restFits(row, at, one)
  );
}

function restFits(row: PlainWord[], at: number, { words }: Giveaway): boolean {
  return words.every((word, i) => {
    const met = row[at + i]?.word;
    return met !== undefined && (met === word || (i === words.length - 1 && met === `${word}s`));
  });
}

function lengthOf(row: PlainWord[], at: number, length: number, one: Giveaway): number {
  const joined = row.slice(at, at + length).map(({ word }) => word).join('').replace(/s$/, ''); // prettier-ignore
  return joined === one.words.join('').replace(/s$/, '') ? length : Math.max(length, one.words.length);
}

// In a line set in capitals these are words, not acronyms.
const everyday = new Set('us who it is are can an no so be at in as or to am me do if we he by up un eu sea aids care arm oman or an et ou la le de au'.split(' ')); // prettier-ignore

/** "Switz.", "Guat.", "Phils.": a capital, four letters or more, a stop, and the sentence goes on. */
function abbreviation(row: PlainWord[], at: number, giveaways: Map<string, Giveaway[]>): Giveaway | undefined {
  const { word, isCapital, gap } = row[at]!;
  const next = row[at + 1];
  if (!isCapital || word.length < 4 || !gap.startsWith('.') || !next || (next.isCapital && gap !== '.)'))
    return undefined;
  const stem = word.replace(/s$/, '');
  for (const [first, some] of giveaways) {
    if (first.length < stem.length + 2 || !first.startsWith(stem)) continue;
    const one = some.find(({ what, words }) => what === 'name' && words[0] === first);
    if (one) return one;
  }
  return undefined;
}

/** Names in scripts that put no space between words are looked for as they are. */
function unspacedIn(giveaways: Map<string, Giveaway[]>): Giveaway[] {
  return [...giveaways.values()].flat().filter(({ words }) => words.length === 1 && words[0]!.length > 1 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+$/u.test(words[0]!)); // prettier-ignore
}

function everyPlace(text: string, { words, what, whose }: Giveaway): Leak[] {
  const found: Leak[] = [];
  for (let at = text.indexOf(words[0]!); at >= 0; at = text.indexOf(words[0]!, at + 1))
    found.push({ start: at, end: at + words[0]!.length, what, whose });
  return found;
}

/** Of leaks that overlap, the longest: "Côte d'Ivoire" once, and not its parts. */
function longest(found: Leak[]): Leak[] {
  const kept: Leak[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => start < one.end && one.start < end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
