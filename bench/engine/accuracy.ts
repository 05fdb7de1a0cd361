import { paired, sameAct, sameActors } from '#engine/golden/measure.ts';
import type { Register } from '#engine/register.ts';
import type { Point } from '#engine/types.ts';
import type { Corpus } from './corpus.ts';
import { flat } from './corpus.ts';
import { figures, print, share } from './figures.ts';

const seedMeasure = { likeness: 0.8, act: true, verb: false };
const bulletinMeasure = { likeness: 0.9, act: false, verb: true };

/** Each text under both measures, and the labelled acts whose class is right among those whose speaker and message are. */
export function printTexts(corpora: Corpus[], register: Register): void {
  const rows = corpora.flatMap((corpus) => {
    const units = bySentence(corpus, register, seedMeasure);
    const strict = bySentence(corpus, register, bulletinMeasure);
    const found = paired(corpus.rows, corpus.points, register, { likeness: 0.8, act: false, verb: false });
    const right = [...found].filter(([row, point]) => sameAct(row, point)).length;
    const slices = corpus.points.filter(
      (point) => corpus.text.slice(point.messageStart, point.messageEnd) === point.message,
    ).length;
    return [
      [
        corpus.name,
        ...figures(units),
        figures(strict)[2]!,
        share(right, found.size),
        share(slices, corpus.points.length),
      ],
    ];
  });
  print(
    'Texts worked on; what each gave when first read stands in bench/engine/texts/README.md. Actor + class + message ≥ .8; "verb": actor + printed verb + message ≥ .9; 95 % intervals by bootstrap over sentences.',
    ['text', 'P', 'R', 'F1', 'F1, verb', 'class right', 'offsets'],
    rows,
  );
}

/** Hits, points and labelled acts of each sentence: what the bootstrap draws from. */
function bySentence(corpus: Corpus, register: Register, strict: typeof seedMeasure): [number, number, number][] {
  const pairs = paired(corpus.rows, corpus.points, register, strict);
  const units = new Map<string, [number, number, number]>();
  const unit = (sentence: string) => {
    const key = flat(sentence);
    if (!units.has(key)) units.set(key, [0, 0, 0]);
    return units.get(key)!;
  };
  for (const row of corpus.rows) {
    unit(row.sentence)[2]++;
    if (pairs.has(row)) unit(row.sentence)[0]++;
  }
  for (const point of corpus.points) unit(point.sentence)[1]++;
  return [...units.values()];
}

/** Per construction, over all texts together. Precision counts points in sentences labelled with the construction. */
export function printConstructions(corpora: Corpus[], register: Register): void {
  const groups = new Map<string, [number, number, number][]>();
  for (const corpus of corpora) {
    const pairs = paired(corpus.rows, corpus.points, register, seedMeasure);
    const used = new Set(pairs.values());
    const extra = new Map<string, number>();
    for (const point of corpus.points)
      if (!used.has(point)) extra.set(flat(point.sentence), (extra.get(flat(point.sentence)) ?? 0) + 1);
    for (const row of corpus.rows) {
      const name = row.construction ?? row.attribution;
      const hit = pairs.has(row) ? 1 : 0;
      const wrong = extra.get(flat(row.sentence)) ?? 0;
      extra.delete(flat(row.sentence));
      groups.set(name, [...(groups.get(name) ?? []), [hit, hit + wrong, 1]]);
    }
  }
  const rows = [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([name, units]) => [name, String(units.length), ...figures(units)]);
  print(
    'Constructions',
    ['construction', 'acts', 'P', 'R', 'F1'],
    [...rows, ['all', String([...groups.values()].flat().length), ...figures([...groups.values()].flat())]],
  );
}

/** Opposition apart: acts of opposing, and who is printed as opposing. */
export function printOpposition(corpora: Corpus[], register: Register): void {
  const acts: [number, number, number][] = [];
  const printed: [number, number, number][] = [];
  for (const corpus of corpora) {
    const opposing = corpus.rows.filter((row) => row.act === 'oppose' || row.act === 'opposed');
    const points = corpus.points.filter((point) => point.act === 'opposed');
    acts.push([paired(opposing, points, register, seedMeasure).size, points.length, opposing.length]);
    const pairs = paired(corpus.rows, corpus.points, register, { likeness: 0.8, act: false, verb: false });
    for (const [row, point] of pairs) {
      const wanted = row.relation?.opposed_by ?? [];
      if (wanted.length || point.opposedBy.length)
        printed.push([
          sameActors(wanted, point.opposedBy, register) ? 1 : 0,
          point.opposedBy.length ? 1 : 0,
          wanted.length ? 1 : 0,
        ]);
    }
  }
  print(
    'Opposition',
    ['kind', 'P', 'R', 'F1'],
    [
      ['acts of opposing', ...figures(acts)],
      ['opposed by', ...figures(printed)],
    ],
  );
}

/** Of the points given with a confidence, how many are right in actor, class and message. */
export function printCalibration(corpora: Corpus[], register: Register): void {
  const bins = [0, 0.5, 0.7, 0.8, 0.9, 0.94, 1.01];
  const counted = bins.slice(1).map(() => ({ points: 0, right: 0, sum: 0 }));
  for (const { points, rows } of corpora) {
    const right = new Set(paired(rows, points, register, seedMeasure).values());
    for (const point of points) count(point, right);
  }
  function count(point: Point, right: Set<Point>): void {
    const bin = counted[bins.findIndex((_, i) => point.confidence < bins[i + 1]!)]!;
    bin.points++;
    bin.sum += point.confidence;
    if (right.has(point)) bin.right++;
  }
  const rows = counted.map((bin, i) => [
    `${bins[i]!.toFixed(2)} to ${Math.min(1, bins[i + 1]!).toFixed(2)}`,
    String(bin.points),
    bin.points ? (bin.sum / bin.points).toFixed(2) : '–',
    share(bin.right, bin.points),
  ]);
  print('Calibration', ['confidence', 'points', 'mean', 'right'], rows);
}
