import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { paired } from './golden/measure.ts';
import type { Labelled } from './golden/measure.ts';
import { findPoints } from './points.ts';
import { theRegister } from './register.ts';

// The labelled reports are not ours to keep here. Where they are, these tests say whether the targets still hold.
const gold = process.env['GOLD_DIR'];
const seeds = process.env['SEED_DIR'];
if (!gold || !seeds)
  console.log(
    'Labelled reports skipped: set GOLD_DIR and SEED_DIR to the folders that hold them (seed004.gold.jsonl; 004_….txt).',
  );

const flat = (words: string) => words.replace(/\*+/g, '').replace(/\s+/g, ' ').trim();
const rowsOf = (file: string): Labelled[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

function f1(rows: Labelled[], text: string, whole: boolean): number {
  const labelled = new Set(rows.map((row) => flat(row.sentence)));
  const points = findPoints(text).filter((point) => whole || labelled.has(flat(point.sentence)));
  const hits = paired(rows, points, theRegister(), { likeness: 0.8, act: true, verb: false }).size;
  return (2 * hits) / (rows.length + points.length);
}

describe.skipIf(!gold || !seeds)('the labelled reports', () => {
  const seed = () => readFileSync(join(seeds!, '004_a8bd046cbdfaf03e.txt'), 'utf8');

  test('the seed report is read to F1 .90', () =>
    expect(f1(rowsOf(join(gold!, 'seed004.gold.jsonl')), seed(), true)).toBeGreaterThanOrEqual(0.9));
  test('the bulletin is read to F1 .85', () =>
    expect(
      f1(
        rowsOf(join(gold!, 'enb_adp_roundtable_bangkok.gold.jsonl')),
        readFileSync(join(gold!, 'enb_adp_roundtable_bangkok.txt'), 'utf8'),
        false,
      ),
    ).toBeGreaterThanOrEqual(0.85));
  test('the seed report gives its whole structure', () => {
    const expected = JSON.parse(readFileSync(join(gold!, 'seed004.structure.json'), 'utf8')) as {
      roundtables: {
        number: string;
        main_issues: unknown[];
        means_of_implementation: unknown[];
        guiding_questions?: unknown[];
        co_chairs: { name: string }[];
      }[];
    };
    const read = readDocument(seed());
    const shape = expected.roundtables.map((one) => [
      one.number,
      one.co_chairs.map((chair) => chair.name).sort(),
      one.main_issues.length,
      one.means_of_implementation.length,
      one.guiding_questions?.length ?? 0,
    ]);
    expect(
      read.roundtables.map((one) => [
        one.number,
        one.coChairs.map((chair) => chair.name).sort(),
        one.mainIssues.length,
        one.meansOfImplementation.length,
        one.questions.length,
      ]),
    ).toEqual(shape);
  });
  test('the announcement gives four questions and its notices', () => {
    const read = readDocument(readFileSync(join(seeds!, '000_423110656f96c1af.txt'), 'utf8'));
    expect([
      read.kind,
      read.number,
      read.roundtables[0]?.number,
      read.roundtables[0]?.description.length,
      read.roundtables[0]?.questions.length,
      read.closing.length,
    ]).toEqual(['announcement', '3', '3.2', 4, 4, 3]);
  });
});
