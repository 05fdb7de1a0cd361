// How often a suggested issue is the right one, and how often two points that are worded alike say the same: precision and
// recall at every threshold, with 95 % Wilson intervals, on labels of our own (bench/suggestions/labels.ts) and on the demo's.
// `npm run bench:suggestions`
import { alike, suggestIssues, worthALook } from '#engine/issues.ts';
import { lakeForum } from '../test/world/lake-forum.ts';
import { machine } from './machine.ts';
import { labelled, type LabelledRoundtable } from './suggestions/labels.ts';

/** One suggestion: how sure the engine is, and whether a person said the same. */
interface Made {
  score: number;
  isRight: boolean;
}

interface Measured {
  name: string;
  made: Made[];
  /** How many right ones there are to be found. */
  all: number;
}

const thresholds = [worthALook, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8];
const target = 0.9;

console.log(`\nSuggestions by wording, held against labels\n${machine()}`);
const measured = [
  ofIssues('issue of a point, from its name alone', (issue) => [issue.title]),
  ofIssues('issue of a point, from its name and the other points under it', (issue, point) => [
    issue.title,
    ...issue.points.flat().filter((other) => other !== point),
  ]),
  ofDemo(),
  ofMerges(),
];
let holds = 0;
for (const one of measured) holds += print(one) ? 1 : 0;
console.log(holds === 0 ? `\nAt no threshold is precision ${target} or more with an interval that holds: merged by a person.` : `\nAt some threshold precision is ${target} or more with its whole interval: see above.`); // prettier-ignore

/** Each point looked for among the issues of its roundtable; it is never among the words it is looked for by. */
function ofIssues(
  name: string,
  wordsOf: (issue: LabelledRoundtable['issues'][number], point: string) => string[],
): Measured {
  const made: Made[] = [];
  let all = 0;
  for (const { issues } of labelled)
    for (const home of issues)
      for (const point of home.points.flat()) {
        all += 1;
        const seeds = issues.map((issue) => ({ key: issue.title, text: wordsOf(issue, point).join(' ') }));
        // With the others of the roundtable, as the weight of a word depends on them.
        const others = issues.flatMap(({ points }) => points.flat()).filter((other) => other !== point);
        const points = [point, ...others].map((text, i) => ({ id: String(i), text }));
        const own = suggestIssues(seeds, points).find((one) => one.point === '0');
        if (own) made.push({ score: own.score, isRight: own.seed === home.title });
      }
  return { name, made, all };
}

/** The statements of the demo's roundtables, each under one issue or several as its story has them. */
function ofDemo(): Measured {
  const made: Made[] = [];
  let all = 0;
  for (const number of new Set(lakeForum.issues.map(({ roundtable }) => roundtable))) {
    const issues = lakeForum.issues.filter(({ roundtable }) => roundtable === number);
    const placed = new Set(issues.flatMap(({ points }) => points));
    const said = lakeForum.statements.filter(({ key, language }) => placed.has(key) && (language ?? 'en') === 'en');
    all += said.length;
    const seeds = issues.map(({ title }) => ({ key: title, text: title }));
    const points = said.map(({ key, body }) => ({ id: key, text: body }));
    for (const { seed, point, score } of suggestIssues(seeds, points))
      made.push({ score, isRight: issues.some(({ title, points }) => title === seed && points.includes(point)) });
  }
  return { name: 'issue of a statement of the demo, from its name alone (several may be right)', made, all };
}

/** Any two points of a roundtable, as if each were another delegation's. */
function ofMerges(): Measured {
  const made: Made[] = [];
  let all = 0;
  for (const { issues } of labelled) {
    const groups = issues.flatMap(({ points }) => points);
    const home = new Map(groups.flatMap((group, i) => group.map((text) => [text, i] as const)));
    all += groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    const texts = [...home.keys()].map((text) => ({ key: text, from: text, name: text, said: '' }));
    for (const { one, other, score } of alike(texts)) made.push({ score, isRight: home.get(one) === home.get(other) });
  }
  return { name: 'two points that say the same', made, all };
}

/** Prints precision and recall at each threshold; whether one of them holds. */
function print({ name, made, all }: Measured): boolean {
  console.log(`\n${name}: ${all} to be found\nfrom   made   right   precision   95 % interval   recall`);
  let isHeld = false;
  for (const threshold of thresholds) {
    const some = made.filter(({ score }) => score >= threshold);
    const right = some.filter(({ isRight }) => isRight).length;
    const [low, high] = wilson(right, some.length);
    const cells = [threshold.toFixed(2), some.length, right, ratio(right, some.length), some.length > 0 ? `${low.toFixed(2)} to ${high.toFixed(2)}` : '–', ratio(right, all)]; // prettier-ignore
    const widths = [4, 6, 7, 11, 15, 8];
    const isGood = some.length > 0 && low >= target;
    isHeld ||= isGood;
    console.log(cells.map((cell, i) => String(cell).padStart(widths[i]!)).join(' ') + (isGood ? '   holds' : ''));
  }
  return isHeld;
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(2);
}

/** The 95 % interval of a proportion (Wilson 1927): it stays honest for few and for all. */
function wilson(right: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const p = right / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [middle - half, middle + half];
}
