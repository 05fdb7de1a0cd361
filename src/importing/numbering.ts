import type { Point, ReadDocument, ReadRoundtable } from '#engine/types.ts';
import { wordsOf } from './printed.ts';
import type { Understanding } from './understanding.ts';

// "Roundtable 2 – ", "RT 3.2 ", "Round Table 2.2: ", "Session 4." in front of a title; the number is kept apart from it.
const numbered =
  /^\W*(?:round ?table|rt|session|cluster|panel|workshop)\s*(?:no\.?\s*)?[0-9]+(?:\.[0-9]+)*\s*[-–—:.]?\s*/i;

/** "Round Table 2.2: Protection of migrants" → "Protection of migrants"; a bare "Round Table 2.2" stays as it is. */
export function roundtableTitle(title: string): string {
  return (
    title
      .replace(numbered, '')
      .replace(/\s*:\s*$/, '')
      .trim() || title
  );
}

/** The cluster a document's roundtables stand in, by the number in its title or in front of theirs. */
export function clusterOf(text: string, document: ReadDocument): { number: string; title: string } | null {
  const first = document.roundtables[0];
  if (!first) return null;
  const number = document.number || parent(first.number);
  if (number === '' || document.roundtables.some((roundtable) => roundtable.number === number)) return null;
  const title = document.title ? roundtableTitle(wordsOf(text, document.title)) : '';
  return { number, title: title || first.title.text };
}

function parent(number: string): string {
  return number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : '';
}

/**
 * A document with every roundtable numbered, each number once. Where someone speaks in it but no roundtable is announced,
 * the whole document is one.
 */
export function withRoundtables(text: string, name: string, document: ReadDocument, points: Point[]): ReadDocument {
  const speaks = points.some(({ actors }) => actors.length > 0);
  const roundtables =
    document.roundtables.length === 0 && speaks ? [wholeDocument(text, name, document)] : document.roundtables;
  const taken = new Set<string>();
  return {
    ...document,
    roundtables: roundtables.map((roundtable, i) => {
      let number = roundtable.number || [document.number, i + 1].filter(Boolean).join('.');
      while (taken.has(number)) number = next(number);
      taken.add(number);
      return { ...roundtable, number };
    }),
  };
}

function next(number: string): string {
  return number.replace(/[0-9]+$/, (last) => String(Number(last) + 1));
}

function wholeDocument(text: string, name: string, document: ReadDocument): ReadRoundtable {
  const title = document.title ?? { start: 0, end: 0, text: name };
  return {
    number: document.number || '1',
    title,
    start: document.title?.end ?? 0,
    end: text.length,
    description: [],
    coChairs: [],
    models: [],
    tools: [],
    questions: [],
    panel: [],
    interventions: [],
    mainIssues: [],
    meansOfImplementation: [],
  };
}

/** The numbers a document takes in the programme, the cluster's first. */
export function numbersOf({ cluster, roundtables }: Pick<Understanding, 'cluster' | 'roundtables'>): string[] {
  return [...(cluster ? [cluster.number] : []), ...roundtables.map(({ number }) => number)];
}
