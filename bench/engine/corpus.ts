import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Labelled } from '#engine/golden/measure.ts';
import { findPoints } from '#engine/points.ts';
import type { Point } from '#engine/types.ts';

/** A labelled text: what it says, what people understood by it, and what the engine did. */
export interface Corpus {
  name: string;
  text: string;
  rows: Labelled[];
  /** Every point, or those of the labelled sentences when only a selection was labelled. */
  points: Point[];
}

/** `exhaustive`: every sentence was labelled, so a point in any other sentence is wrong. */
export function readCorpus(gold: string, file: string, exhaustive: boolean): Corpus {
  const rows = readFileSync(gold, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const text = readFileSync(file, 'utf8');
  const labelled = new Set(rows.map((row) => flat(row.sentence)));
  const points = findPoints(text).filter((point) => exhaustive || labelled.has(flat(point.sentence)));
  return { name: basename(gold).replace('.gold.jsonl', ''), text, rows, points };
}

export const flat = (words: string) => words.replace(/\*+/g, '').replace(/\s+/g, ' ').trim();
