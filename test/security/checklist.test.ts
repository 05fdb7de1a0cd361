import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const text = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const lines = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([^|]+)\| (✓|◐|✗|–) +\| ([^|]*)\|$/gm)];

/** How many requirements of levels 1 and 2 each chapter has, the seventeenth apart, of which nothing is here. */
const counts = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16];

it('has each requirement once', () => {
  const numbers = lines.map(([, number]) => number!);
  expect([...new Set(numbers)]).toEqual(numbers);
  const chapters = counts.map((_, i) => numbers.filter((number) => number.startsWith(`${i + 1}.`)).length);
  expect(chapters).toEqual(counts);
});

it('says of what is not met why, and names nothing that is not there', () => {
  const bare = lines.filter(([, , , mark, why]) => /[◐✗]/.test(mark!) && why!.trim() === '');
  expect(bare.map(([, number]) => number)).toEqual([]);
  const named = [...text.matchAll(/`((?:src|test|bench|docs|static|deploy)\b[^`\s]*|Dockerfile)`/g)].map(
    ([, path]) => path!,
  );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('is summed up as it is', () => {
  const marked = (mark: string) => lines.filter(([, , , its]) => its === mark).length;
  const [met, part, not, none] = ['✓', '◐', '✗', '–'].map(marked);
  const told = readFileSync(join(root, 'docs/security.md'), 'utf8').replaceAll(/\s+/g, ' ');
  expect(told).toContain(`${met} met, ${part} in part, ${not} not met, ${none} about things`);
});
