// Precision, recall and F1 with bootstrap intervals, and tables to print them in.

type Unit = [hits: number, given: number, wanted: number];

/** "P [lo hi]", "R …", "F1 …" over units drawn with replacement a thousand times, with a seed: the same every run. */
export function figures(units: Unit[]): [string, string, string] {
  const draws: number[][] = [[], [], []];
  const random = seeded(20161211);
  for (let turn = 0; turn < 1000; turn++) {
    const drawn = units.map(() => units[Math.floor(random() * units.length)]!);
    rates(drawn).forEach((rate, i) => draws[i]!.push(rate));
  }
  const [p, r, f] = rates(units).map((rate, i) => {
    const sorted = draws[i]!.sort((a, b) => a - b);
    return `${dot(rate)} [${dot(sorted[25]!)} ${dot(sorted[974]!)}]`;
  });
  return [p!, r!, f!];
}

function rates(units: Unit[]): number[] {
  const [hits, given, wanted] = units.reduce(
    (sum, unit) => [sum[0] + unit[0], sum[1] + unit[1], sum[2] + unit[2]],
    [0, 0, 0],
  );
  const precision = given ? hits / given : 1;
  const recall = wanted ? hits / wanted : 1;
  return [precision, recall, precision + recall ? (2 * precision * recall) / (precision + recall) : 0];
}

/** A small linear congruential generator (Numerical Recipes): enough to draw units. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const dot = (rate: number) => (rate >= 0.9995 ? '1.00' : rate.toFixed(3).slice(1));

export const share = (part: number, whole: number) =>
  whole ? `${((100 * part) / whole).toFixed(1)} % of ${whole}` : '–';

export function print(title: string, head: string[], rows: string[][]): void {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  console.log(`\n${title}`);
  for (const row of [head, ...rows])
    console.log(
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd()}`,
    );
}
