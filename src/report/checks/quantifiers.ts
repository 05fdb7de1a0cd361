import { tookTheFloor } from '#analysis/emphasis.ts';
import { keyOf } from '#report/draft-record.ts';
import { meaning, quantifierFor, type Step } from '#report/quantifier.ts';
import { patternOf } from '#statements/rules.ts';
import { eachSentence, type Check, type Checked, type CheckedSentence, type Finding, type Sources } from './finding.ts';
import { groundOf, ownVoice, voicesOf } from './ground.ts';

const crowd = '(?:of the |other |of )?(?:delegations?|states?|speakers?|participants?|countries|members?|organi[sz]ations?|commenters?|governments?)'; // prettier-ignore
// Words that claim a number and are on no scale.
const loose = `various|numerous|almost all|nearly all|virtually all|a majority of|the majority of|a minority of|countless|multiple|certain|quite a few|a handful of|all`;
const support =
  /\b(?:wide|widespread|overwhelming|strong|general|broad|unanimous|growing) (?:support|agreement|consensus|recognition|backing)\b/gi;
const consensus = /\bconsensus\b/gi;

/** "Several" must be several on the printed scale, counted from who spoke, with the opposing count. */
export const quantifiers: Check = {
  codes: ['quantifier_uncounted', 'quantifier_wrong', 'count_changed', 'opposition_unsaid'],
  run(checked) {
    const found: Finding[] = [];
    const { report, scale, sources } = checked;
    const usual = wordsOf(scale);
    const met = new RegExp(`(?<![\\p{L}-])(${usual}|${loose})\\s+${crowd}(?![\\p{L}-])`, 'giu');
    for (const { sentence, at } of eachSentence(report)) {
      // A word in single marks is spoken of, as on the printed scale: it counts nobody.
      const own = ownVoice(sentence.text).replace(/‘[^’]*’/g, (mention) => ' '.repeat(mention.length));
      const fact = sentence.rests?.find((rest) => rest.kind === 'count')?.fact;
      for (const { 0: words, 1: word, index } of own.matchAll(met)) {
        // "All States should" speaks of States, not of who spoke.
        if (/^all$/i.test(word!) && !fact && !saidBy(own, index + words.length)) continue;
        if (!isAboutSpeakers(own, index + words.length, words)) continue;
        const place = at(index, index + words.length);
        found.push(
          ...judged({ word: word!.toLowerCase(), words }, sentence, checked).map((one) => ({ ...one, place })),
        );
      }
      if (!fact)
        for (const pattern of [support, consensus])
          for (const { 0: words, index } of own.matchAll(pattern)) {
            if (pattern === consensus && isDeclared(sentence, sources)) continue;
            if (found.some(({ place }) => place.sentence === sentence.id && place.start <= index && index < place.end)) continue; // prettier-ignore
            found.push({ check: 'quantifier_uncounted', place: at(index, index + words.length), values: { words } });
          }
    }
    return found;
  },
};

/** The words of the scale that stand before a noun; "one delegation" and the two agreements carry theirs. */
function wordsOf(scale: readonly Step[]): string {
  return scale
    .map(({ word }) => word.replace(/ delegations?$/, ''))
    .filter((word) => !word.endsWith('agreement') && word !== 'one')
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');
}

function saidBy(text: string, from: number): boolean {
  return /^\s*(?:\([^)]*\)\s*)?(?:also |further |then )?(?:agreed|stressed|emphasi[sz]ed|stated|noted|supported|called|said|opposed|welcomed|highlighted|underlined|raised|urged|proposed|recalled|spoke|expressed)\b/i.test(text.slice(from)); // prettier-ignore
}

/** "Called on some States to ratify" counts nobody who spoke. */
function isAboutSpeakers(text: string, from: number, words: string): boolean {
  return !/(?:states?|countries|governments?|organi[sz]ations?|members?)$/i.test(words) || saidBy(text, from) || /\bby $/i.test(text.slice(0, from - words.length)); // prettier-ignore
}

function judged(
  { word, words }: { word: string; words: string },
  sentence: CheckedSentence,
  { sources, scale }: Checked,
): Omit<Finding, 'place'>[] {
  const fact = sentence.rests?.find((rest) => rest.kind === 'count')?.fact;
  if (fact) {
    const found: Omit<Finding, 'place'>[] = [];
    const spoke = voicesOf(sources.statements);
    const gone = [...fact.delegations, ...fact.against].filter((slug) => spoke.size > 0 && !spoke.has(slug));
    if (gone.length > 0 || fact.count !== fact.delegations.length || fact.opposed !== fact.against.length)
      found.push({ check: 'count_changed', values: { words, count: fact.count, listed: fact.delegations.length, names: gone.join(', ') || '–', gone: gone.length } }); // prettier-ignore
    return [...found, ...wrong(word, words, fact.count, fact.of, fact.opposed, scale)];
  }
  const printed = /\(?(\d+)\s*(?:of|\/|out of)\s*(?:the\s*)?(\d+)/.exec(sentence.text);
  if (printed) {
    const opposed = /(\d+|none|nobody|one|two|three)\s+(?:\w+\s+)?(?:opposed|objected|against)/i.exec(sentence.text);
    const unsaid: Omit<Finding, 'place'>[] = opposed ? [] : [{ check: 'opposition_unsaid', values: { words } }];
    return [...unsaid, ...wrong(word, words, Number(printed[1]), Number(printed[2]), 0, scale)];
  }
  const ground = sentence.rests === null ? null : groundOf(sentence, sources);
  if (ground && ground.statements.length > 0) {
    const said = new Set(ground.statements.flatMap((one) => (one.onBehalfOf.length > 0 ? one.onBehalfOf : one.speakers).map(keyOf))); // prettier-ignore
    const mistaken = wrong(word, words, said.size, floorOf(sources), 0, scale);
    if (mistaken.length > 0) return mistaken;
  }
  return [{ check: 'quantifier_uncounted', values: { words } }];
}

function wrong(
  word: string,
  words: string,
  count: number,
  of: number,
  opposed: number,
  scale: readonly Step[],
): Omit<Finding, 'place'>[] {
  // prettier-ignore
  const right = quantifierFor(count, of, opposed, { scale, agreement: /agreement/.test(word) });
  if (!right) return [{ check: 'quantifier_wrong', values: { words, count, of, right: '–', meaning: '–' } }];
  const bare = right.word.replace(/ delegations?$/, '');
  if (bare === word.replace(/\s+/g, ' ')) return [];
  const noun =
    count === 1
      ? 'delegation'
      : words
          .slice(word.length)
          .trim()
          .replace(/^of the /, '');
  const fix = capitalAs(words, /^of\b/.test(noun) ? `${bare} ${noun.replace(/^of /, '')}` : `${bare} ${noun}`);
  const step = scale.find((one) => one.word === right.word)!;
  return [{ check: 'quantifier_wrong', values: { words, count, of, right: right.word, meaning: meaning(step) }, fix }];
}

function capitalAs(like: string, text: string): string {
  return /^\p{Lu}/u.test(like) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function floorOf({ statements }: Sources): number {
  return tookTheFloor(
    statements.map((one) => ({
      mode: one.mode,
      onRecord: true,
      speakers: one.speakers.map(keyOf),
      onBehalfOf: one.onBehalfOf.map(keyOf),
    })),
  ).length;
}

/** Only a chair declares consensus, in words that can be cited. */
function isDeclared(sentence: CheckedSentence, sources: Sources): boolean {
  const ground = groundOf(sentence, sources);
  return (ground?.statements ?? []).some(
    ({ speakers, body }) => speakers.some(({ capacity }) => capacity === 'chair' || capacity === 'co_chair') && /consensus/i.test(body), // prettier-ignore
  );
}
