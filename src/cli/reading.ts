import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument as readFile } from '#documents/open-file.ts';
import { readDocument } from '#engine/document.ts';
import { findPoints } from '#engine/points.ts';
import type { Point } from '#engine/types.ts';
import { say } from '#messages/say.ts';
import { Refusal } from '#record/refusals.ts';
import type { ReadFile } from './command.ts';
import { outline } from './outline.ts';
import { refused } from './refused.ts';
import type { Terminal } from './terminal.ts';

/** A command that only reads files: it needs no forum. */
interface Reading {
  name: string;
  usage: string;
  does: string;
  run(words: string[], terminal: Terminal): Promise<number>;
}

export const readings: readonly Reading[] = [
  {
    name: 'read',
    usage: 'read FILE… [--json]',
    does: 'Shows the structure of a document: roundtables, co-chairs, questions, who spoke in which order, issues. “-” is standard input.',
    run: (words, terminal) =>
      eachFile(words, terminal, ({ text }, { json }) => {
        const document = readDocument(text);
        terminal.print(json ? JSON.stringify(document) : outline(document));
      }),
  },
  {
    name: 'points',
    usage: 'points FILE… [--author NAME] [--table]',
    does: 'Prints who said what: one JSON object a line, or a table for people. --author names who speaks in a first-person text.',
    run: (words, terminal) =>
      eachFile(words, terminal, ({ text }, { author, table }) => {
        const points = findPoints(text, author ? { author } : {});
        for (const point of points) terminal.print(table ? tableLine(point) : JSON.stringify(point));
        if (points.length === 0) terminal.error(say('cli.no_points'));
      }),
  },
];

type Options = ReturnType<typeof parse>['values'];

function parse(words: string[]) {
  return parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, table: { type: 'boolean' }, author: { type: 'string' } },
  });
}

/** Reads each file in turn; one that cannot be read is refused with a sentence and the others go on. */
async function eachFile(
  words: string[],
  terminal: Terminal,
  show: (file: ReadFile, options: Options) => void,
): Promise<number> {
  const { values, positionals } = parse(words);
  if (positionals.length === 0) throw new Refusal('cli.no_file');
  let status = 0;
  for (const path of positionals) {
    try {
      if (positionals.length > 1) terminal.error(path);
      const file = await readPath(path);
      for (const warning of file.warnings) terminal.error(warning);
      show(file, values);
    } catch (error) {
      status = refused(error, terminal);
    }
  }
  return status;
}

/** The one file among a command's words. */
export async function readOne(words: string[]): Promise<ReadFile> {
  const path = words.find((word, i) => !word.startsWith('--') && words[i - 1] !== '--edition');
  if (!path) throw new Refusal('cli.no_file');
  return readPath(path);
}

async function readPath(path: string): Promise<ReadFile> {
  const { text, warnings } = await readFile(path);
  return { name: path === '-' ? 'standard input' : basename(path), text, warnings };
}

function tableLine(point: Point): string {
  const who = point.actors.join(', ') || '(nobody named)';
  const sign = point.polarity < 0 ? '−' : ' ';
  return `${point.confidence.toFixed(2)} ${sign} ${who.padEnd(28)} ${point.act.padEnd(11)} ${point.message}`;
}
