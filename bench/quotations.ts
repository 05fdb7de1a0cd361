// Quotations corrupted in four ways, and sound ones in every dress a printer gives them. `npm run bench:quotations`
import { check } from '#report/checks/checks.ts';
import { weights, type CheckedReport, type SourceStatement, type Sources } from '#report/checks/finding.ts';
import { usualScale } from '#report/quantifier.ts';
import { namingFor } from '#report/names.ts';
import { findQuotation } from '#report/quotation.ts';
import { smallWordsIn } from '#report/realise.ts';
import { sentencesOf } from '#report/speech.ts';
import { statements as world } from '#test/world/statements.ts';
import { lakeRecord, lakeRegister, pointsOf } from './lake-record.ts';
import { table } from './machine.ts';
import freely from './quotations/paraphrases.json' with { type: 'json' };

const statements = ['2.1', '2.2', '3.1'].flatMap(lakeRecord).filter(({ speakers }) => speakers.length > 0);
const record: Sources = { statements, offRecord: [], programme: [], coChairs: [] };

/** What somebody said, and what others may have made of it in the third person: rightly, or with its sense turned round. */
interface Paraphrased {
  who: string;
  language: 'en' | 'fr' | 'es';
  said: string;
  sound: string[];
  flipped: string[];
}

/** Written before the check that reads them, and never changed to suit it. */
const paraphrased = freely as Paraphrased[];

interface Quoted {
  from: SourceStatement;
  who: string;
  words: string;
}

/** Every sentence of the demo's record that can be quoted alone, with who said it. */
const quoted: Quoted[] = statements.flatMap((from) =>
  from.body
    .split(/(?<=[.?!؟])\s+/)
    .map((words) => words.trim().replace(/\.$/, ''))
    .filter((words) => words.length > 24 && !/[“”"«»]/.test(words) && findQuotation(words, from.body) !== null)
    .map((words) => ({ from, who: from.speakers[0]!.name, words })),
);

/** Whether a report may print these words as this statement's, said by whom it says. */
function isAccepted({ from, who, words }: Quoted): boolean {
  return isSound(`${who} stated: “${words}”.`, from);
}

function isSound(text: string, from: SourceStatement, sources: Sources = record): boolean {
  return weightOf(text, from, sources) !== 'stops';
}

/** The gravest thing found in a sentence that rests on all of a statement. */
function weightOf(text: string, from: SourceStatement, sources: Sources = record, language = 'en') {
  const rests = [{ kind: 'words' as const, statement: from.id, words: from.body, start: 0 }];
  const sentence = { id: 's', letter: 'a', text, writtenBy: 'person' as const, rests };
  const paragraph = { id: 'p', number: 1, heading: null, section: 'discussion', sentences: [sentence] };
  const report: CheckedReport = { attribution: 'attributed', language, paragraphs: [paragraph] };
  const found = check({ report, sources, register: lakeRegister, scale: usualScale });
  const here = found.filter(({ place }) => place.sentence === 's').map(({ check }) => weights[check]);
  return here.includes('stops') ? 'stops' : here.includes('asks') ? 'asks' : 'nothing';
}

const each = 50;

function corrupted(change: (one: Quoted, i: number) => Quoted | null): Quoted[] {
  return quoted.flatMap((one, i) => change(one, i) ?? []).slice(0, each);
}

/** "Is" for "is not", and the other way round; the smallest change there is, in each language. */
function flipped({ words, ...one }: Quoted): Quoted | null {
  const dropped = words.replace(/\s(?:not|no|never|ne|pas|nunca|لا)(?=\s)/iu, '');
  if (dropped !== words) return { ...one, words: dropped };
  const added = words.replace(/\s(is|are|was|were|should|must|can|will|may|do|have)(?=\s)/i, ' $1 not');
  if (added !== words) return { ...one, words: added };
  const start = words.replace(/^(We|Our|It|They) (\p{Ll}+)/u, '$1 never $2');
  return start === words ? null : { ...one, words: start };
}

const others: Record<string, string> = { two: 'three', three: 'two', four: 'five', five: 'four', six: 'nine', seven: 'eight', nine: 'six', ten: 'twenty', forty: 'fourteen', hundred: 'thousand', first: 'second', half: 'all', one: 'two', every: 'any', once: 'twice', dos: 'tres', cuarenta: 'catorce', deux: 'trois' }; // prettier-ignore

function renumbered({ words, ...one }: Quoted): Quoted | null {
  const changed = words.replace(/(?<!\p{L})\p{L}+(?!\p{L})|\d+/u, (word) => word);
  const hit = [...changed.matchAll(/\d+|\p{L}+/gu)].find(([word]) => /^\d/.test(word) || others[word.toLowerCase()]);
  if (!hit) return null;
  const other = /^\d/.test(hit[0]) ? String(Number(hit[0]) + 1) : others[hit[0].toLowerCase()]!;
  return { ...one, words: words.slice(0, hit.index) + other + words.slice(hit.index + hit[0].length) };
}

function swapped(one: Quoted, i: number): Quoted | null {
  const wrong = statements[(i * 7 + 3) % statements.length]!.speakers[0]!;
  const spoke = [...one.from.speakers, ...one.from.onBehalfOf].some(({ name }) => name === wrong.name);
  return spoke || wrong.slug === null ? null : { ...one, who: wrong.name };
}

/** One to four words from the middle, silently, or with the three stops that admit it. */
function elided({ words, ...one }: Quoted, i: number): Quoted | null {
  const parts = words.split(' ');
  const count = 1 + (i % 4);
  if (parts.length < count + 4) return null;
  const at = 2 + (i % (parts.length - count - 3));
  const between = i % 3 === 0 ? ['…'] : i % 3 === 1 ? ['[…]'] : [];
  return { ...one, words: [...parts.slice(0, at), ...between, ...parts.slice(at + count)].join(' ') };
}

const kinds = { 'negation flipped': flipped, 'number changed': renumbered, 'actor swapped': swapped, 'words elided': elided }; // prettier-ignore
const rows = Object.entries(kinds).map(([kind, change]) => {
  const some = corrupted(change);
  const accepted = some.filter(isAccepted);
  for (const { who, words } of accepted) console.log(`accepted (${kind}): ${who}: “${words}”`);
  return { kind, all: some.length, accepted: accepted.length };
});

// As printers, keyboards and copying set the same words.
const dresses: ((words: string) => string)[] = [
  (words) => words,
  (words) => words.replace(/['’]/g, "'"),
  (words) => words.replace(/ /g, '\u00a0'),
  (words) => words.normalize('NFD'),
  (words) => words.replace(/ /, '\n'),
  (words) => words.replace(/(\p{L}{4})(\p{L}{3})/u, '$1\u00ad$2'),
  (words) => words.replace(/-/g, '‑').replace(/–/g, '—'),
];
const sound = quoted.map((one, i) => ({ ...one, words: dresses[i % dresses.length]!(one.words) })).slice(0, 400);
const refused = sound.filter((one) => !isAccepted(one));
for (const { who, words } of refused) console.log(`refused: ${who}: “${words}”`);

// Beyond quotations: what a note-taker reported in the third person, held against the speaker's own words.
const reported = world.flatMap(({ key, reported = [] }) => {
  const from = statements.find(({ id }) => id === key);
  return from ? reported.map((words) => ({ from, who: from.speakers[0]!.name, words })) : [];
});
const told = reported.filter(({ words, from }) => !isSound(words, from));
for (const { words } of told) console.log(`reported and refused: ${words}`);
const twisted = {
  'negation flipped': flippedReport,
  'number changed': (one: Quoted) =>
    /(?<!\p{L})(?:every|first|one)(?!\p{L})/iu.test(one.words) ? null : renumbered(one),
  'actor swapped': renamed,
};
const twists = Object.entries(twisted).map(([kind, change]): [string, string, string] => {
  const some = reported.flatMap((one, i) => change(one, i) ?? []);
  const through = some.filter(({ words, from }) => weightOf(words, from) === 'nothing');
  for (const { words } of through) console.log(`reported and accepted (${kind}): ${words}`);
  return [`reported, ${kind}: accepted`, `${through.length} of ${some.length}`, ''];
});

function flippedReport(one: Quoted): Quoted | null {
  const dropped = one.words.replace(/\s(?:did not|not|no|never)(?=\s)/i, '');
  if (dropped !== one.words) return { ...one, words: dropped };
  const against = one.words.replace(/ (opposed|supported) /, (_, side) => (side === 'opposed' ? ' supported ' : ' opposed ')); // prettier-ignore
  if (against !== one.words) return { ...one, words: against };
  const added = one.words.replace(/\s(is|are|was|were|should|must|can|will|would|had|has)(?=\s)/, ' $1 not');
  return added === one.words ? null : { ...one, words: added };
}

function renamed(one: Quoted, i: number): Quoted | null {
  const other = swapped(one, i);
  return other && one.words.includes(one.who) ? { ...one, words: one.words.replace(one.who, other.who) } : null;
}

// What the drafter makes of those reports, and the same with a “not” more, a “not” less, or the other side taken.
const noted = reported.map(({ from, words }, i): SourceStatement => ({ ...from, id: `n${i}`, body: words, language: 'en', points: pointsOf(`n${i}`, words, 'en', from.speakers, false) })); // prettier-ignore
const drafted = noted.flatMap((from) => {
  const telling = { naming: namingFor('attributed', []), small: smallWordsIn([from.body]), givesAway: () => false };
  return sentencesOf(from, telling).map(({ text }) => ({ from, who: from.speakers[0]!.name, words: text }));
});
const tale = { ...record, statements: noted };
const draftedRefused = drafted.filter(({ words, from }) => !isSound(words, from, tale));
for (const { words } of draftedRefused) console.log(`drafted and refused: ${words}`);
const paraphrases = drafted.flatMap((one) => flippedReport(one) ?? []);
const flippedThrough = paraphrases.filter(({ words, from }) => weightOf(words, from, tale) === 'nothing');
for (const { words } of flippedThrough) console.log(`drafted, flipped and accepted: ${words}`);

// Free paraphrases of our own, of statements that are nowhere else: rightly told, and with their sense turned round.
const kindsOf = (which: 'sound' | 'flipped') =>
  paraphrased.flatMap(({ who, language, said, [which]: told }, i) => {
    const speakers = [{ name: lakeRegister.find(who)?.name ?? who, slug: who, kind: 'state', capacity: 'delegate' }];
    const from: SourceStatement = { ...statements[0]!, id: `p${i}`, body: said, language, speakers, onBehalfOf: [], people: [], points: pointsOf(`p${i}`, said, language, speakers, true) }; // prettier-ignore
    const sources = { ...record, statements: [from] };
    return told.map((text) => ({ text, found: weightOf(text, from, sources, language) }));
  });
const free = { sound: kindsOf('sound'), flipped: kindsOf('flipped') };
const those = (which: 'sound' | 'flipped', found: string) => free[which].filter((one) => one.found === found);
for (const { text } of those('sound', 'stops')) console.log(`paraphrased and refused: ${text}`);
for (const { text } of those('sound', 'asks')) console.log(`paraphrased and asked about: ${text}`);
for (const { text } of those('flipped', 'nothing')) console.log(`flipped and accepted: ${text}`);

const all = rows.reduce((sum, row) => sum + row.all, 0);
const wrongly = rows.reduce((sum, row) => sum + row.accepted, 0);
table('Corrupted quotations', [
  ['what', 'measured', 'target'],
  ...rows.map(({ kind, all, accepted }): [string, string, string] => [
    `${kind}: accepted`,
    `${accepted} of ${all}`,
    '0',
  ]),
  ['all corrupted: accepted', `${wrongly} of ${all}`, '0 of 200'],
  ['sound: refused', `${refused.length} of ${sound.length} (${((refused.length / sound.length) * 100).toFixed(1)} %)`, '≤ 5 %'], // prettier-ignore
  ['reported in the third person: refused', `${told.length} of ${reported.length}`, ''],
  ...twists,
  ['freely paraphrased: refused', `${those('sound', 'stops').length} of ${free.sound.length}`, '≤ 5 %'],
  ['freely paraphrased: asked to look', `${those('sound', 'asks').length} of ${free.sound.length}`, ''],
  ['freely paraphrased, flipped: refused', `${those('flipped', 'stops').length} of ${free.flipped.length}`, ''],
  ['freely paraphrased, flipped: asked to look', `${those('flipped', 'asks').length} of ${free.flipped.length}`, ''],
  ['freely paraphrased, flipped: accepted', `${those('flipped', 'nothing').length} of ${free.flipped.length}`, '0'],
  ['drafted from a report: refused', `${draftedRefused.length} of ${drafted.length}`, '≤ 5 %'],
  ['drafted, negation flipped: accepted', `${flippedThrough.length} of ${paraphrases.length}`, '0'],
]);
if (those('flipped', 'nothing').length > 0 || those('sound', 'stops').length > free.sound.length * 0.05)
  process.exitCode = 1;
if (flippedThrough.length > 0 || draftedRefused.length > drafted.length * 0.05) process.exitCode = 1;
if (all !== 200 || wrongly > 0 || refused.length > sound.length * 0.05) process.exitCode = 1;
