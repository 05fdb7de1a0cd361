import { eachSentence, type Check, type Finding, type Place } from './finding.ts';
import { ownVoice } from './ground.ts';

const spellings = /(?<!\p{L})round(?:[\s\u00a0]|-)?tables?(?!\p{L})/giu;

/** One spelling in one report: the one it uses most, or "Roundtable" where two are as frequent. */
export const roundtableSpelling: Check = {
  codes: ['roundtable_spelling'],
  run({ report }) {
    const inSentences = [...eachSentence(report)].map(({ sentence, at }) => ({ text: ownVoice(sentence.text), at }));
    const inHeadings = report.paragraphs.flatMap(
      ({ id, heading }) =>
      heading === null ? [] : [{ text: heading, at: (start: number, end: number): Place => ({ paragraph: id, sentence: null, start, end }) }], // prettier-ignore
    );
    const met = [...inSentences, ...inHeadings].flatMap(({ text, at }) =>
      [...text.matchAll(spellings)].map(({ 0: words, index }) => ({ words, place: at(index, index + words.length) })),
    );
    const often = Map.groupBy(met, ({ words }) => shapeOf(words));
    if (often.size < 2) return [];
    const [usual] = [...often].sort(([a, some], [b, others]) => others.length - some.length || (a === 'roundtable' ? -1 : b === 'roundtable' ? 1 : 0))[0]!; // prettier-ignore
    return met
      .filter(({ words }) => shapeOf(words) !== usual)
      .map(({ words, place }): Finding => {
        const fix = written(words, usual);
        return { check: 'roundtable_spelling', place, values: { words, usual: fix }, fix };
      });
  },
};

function shapeOf(words: string): string {
  return words.toLowerCase().replace(/s$/, '').replace(/\s/, ' ');
}

function written(words: string, usual: string): string {
  const plural = /s$/i.test(words) ? 's' : '';
  const isCapital = words.startsWith('R');
  const shape = isCapital ? usual.charAt(0).toUpperCase() + usual.slice(1) : usual;
  return (isCapital && usual === 'round table' ? 'Round Table' : shape) + plural;
}
