import { findPoints } from '#engine/points.ts';
import type { Point } from '#engine/types.ts';

/** One golden case: a text as a rapporteur would read it, and what the engine is to understand by it, a line a point. */
export interface GoldenCase {
  text: string;
  author: string | undefined;
  understood: string[];
}

/** Reads a golden file: unindented lines are text, indented ones what was understood, an empty line parts two cases. */
export function goldenCases(file: string): GoldenCase[] {
  return file
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() && !line.startsWith('# ')))
    .filter((lines) => lines.length)
    .map((lines) => ({
      text: lines.filter((line) => !/^(?:\s|@)/.test(line)).join('\n'),
      author: lines.find((line) => line.startsWith('@author '))?.slice(8),
      understood: lines.filter((line) => /^\s/.test(line)).map((line) => line.trim()),
    }));
}

/** What the engine understands, in the words of a golden file. */
export function understood(text: string, author?: string): string[] {
  return findPoints(text, author === undefined ? {} : { author }).map(line);
}

function line(point: Point): string {
  const who = point.actors.length ? point.actors.join(' + ') : '(a crowd)';
  const relations = [
    point.onBehalfOf.length ? `, for ${point.onBehalfOf.join(' + ')}` : '',
    point.supportedBy.length ? `, supported by ${point.supportedBy.join(' + ')}` : '',
    point.opposedBy.length ? `, opposed by ${point.opposedBy.join(' + ')}` : '',
  ].join('');
  const act = point.verb ? `${point.verb} (${point.act})` : `(${point.act})`;
  const topic = point.topic ? ` on «${point.topic}»` : '';
  return `${who}${relations} · ${act}${point.polarity < 0 ? ' against' : ''}${topic} · ${point.message.replace(/\s+/g, ' ')} · ${point.attribution}`;
}
