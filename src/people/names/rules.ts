import type { Reason } from '#record/refusals.ts';

// Letters of other alphabets, and digits, that are drawn like a Latin one (after Unicode's confusables, UTS 39; small letters).
const alike: Record<string, string> = {
  ...drawnLike('a', 'аα'),
  ...drawnLike('b', 'ьЬв6'),
  ...drawnLike('c', 'сϲ'),
  ...drawnLike('d', 'ԁ'),
  ...drawnLike('e', 'еєё'),
  ...drawnLike('f', 'ϝ'),
  ...drawnLike('g', 'ɡԍ'),
  ...drawnLike('h', 'һнη'),
  ...drawnLike('i', 'іїıιlӏ1|!'),
  ...drawnLike('j', 'јϳ'),
  ...drawnLike('k', 'кκ'),
  ...drawnLike('m', 'мμ'),
  ...drawnLike('n', 'пո'),
  ...drawnLike('o', 'оοσ0ө'),
  ...drawnLike('p', 'рρ'),
  ...drawnLike('q', 'ԛ'),
  ...drawnLike('r', 'гг'),
  ...drawnLike('s', 'ѕ5'),
  ...drawnLike('t', 'тτ'),
  ...drawnLike('u', 'υս'),
  ...drawnLike('v', 'ѵν'),
  ...drawnLike('w', 'ԝωшѡ'),
  ...drawnLike('x', 'хχ'),
  ...drawnLike('y', 'уγү'),
  ...drawnLike('z', 'ζ'),
};

function drawnLike(latin: string, others: string): Record<string, string> {
  return Object.fromEntries([...others].map((other) => [other, latin]));
}

/**
 * A name reduced to how it looks: two names with the same skeleton are easily taken for one another. Compatibility forms,
 * accents, case, blanks, marks and unseen characters fall away; letters of other alphabets become those they look like.
 */
export function skeletonOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|!]/gu, '');
  return [...plain]
    .map((letter) => alike[letter] ?? letter)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

const unseen =
  /\p{Cc}|\u{34f}|[\u{ad}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{3164}\u{feff}\u{ffa0}\u{fff9}-\u{fffb}]|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]/u;
// They shape the letters of scripts that need them, and are unseen after any other.
const joiner =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Mn}])[\u200c\u200d]/u;

const mixed =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** A name is made of characters that can be seen, and no word of it mixes alphabets whose letters look alike. */
export function nameRefusal(name: string): Reason | null {
  if (unseen.test(name) || joiner.test(name)) return 'people.name_unseen';
  return mixed.test(name.normalize('NFC')) ? 'people.name_mixed' : null;
}

/** What is on the register that a name could be taken for. */
export interface Likeness {
  name: string;
  of: 'delegation' | 'person';
}

/**
 * Someone who is not signed in may bear the same name as a person on the register, which is then said; a name that only
 * looks the same imitates, and the name of a delegation belongs to those who speak for it.
 */
export function guestNameRefusal(name: string, likeness: Likeness | null): Reason | null {
  if (!likeness) return null;
  if (likeness.of === 'delegation') return { code: 'people.name_of_delegation', values: { name: likeness.name } };
  return isSameSpelling(name, likeness.name) ? null : { code: 'people.name_imitates', values: { name: likeness.name } };
}

/** Whether two names differ in nothing but case, blanks and compatible forms of their letters. */
export function isSameSpelling(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
