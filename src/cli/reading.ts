import { readDocument } from '#engine/document.ts';
import { eachPoint } from '#engine/points.ts';
import type { Point } from '#engine/types.ts';
import { say } from '#messages/say.ts';
import { checkReading } from './check.ts';
import type { ReadFile } from './command.ts';
import { restoreReading } from './keeping.ts';
import { outline } from './outline.ts';
import { progressThrough } from './progress.ts';
import { readPath } from './read-path.ts';
import { refused } from './refused.ts';
import type { Terminal } from './terminal.ts';
import { verifyReading } from './verify.ts';
import { tellApart, type Wording } from './words.ts';

/** A command that only reads files: it needs no forum. */
export interface Reading extends Wording {
  name: string;
  does: string;
  /** Whether these words need no forum; else the command of the same name takes them. */
  suits?(words: string[]): boolean;
  run(words: string[], terminal: Terminal): Promise<number>;
}

const readWording = {
  usage: 'read FILE… [--json]',
  options: { json: { type: 'boolean' } },
  takes: [1, Infinity],
} as const;
const pointsWording = {
  usage: 'points FILE… [--author NAME] [--table]',
  options: { table: { type: 'boolean' }, author: { type: 'string' } },
  takes: [1, Infinity],
} as const;

export const readings: readonly Reading[] = [
  checkReading,
  verifyReading,
  restoreReading,
  {
    name: 'read',
    ...readWording,
    does: 'Shows the structure of a document: roundtables, co-chairs, questions, who spoke in which order, issues. “-” is standard input.',
    run(words, terminal) {
      const { values, positionals } = tellApart(readWording, words);
      return eachFile(positionals, terminal, ({ text }) => {
        const document = readDocument(text);
        terminal.print(values.json ? JSON.stringify(document) : outline(document));
      });
    },
  },
  {
    name: 'points',
    ...pointsWording,
    does: 'Prints who said what: one JSON object a line, or a table for people. --author names who speaks in a first-person text.',
    run(words, terminal) {
      const { values, positionals } = tellApart(pointsWording, words);
      const { author, table } = values;
      return eachFile(positionals, terminal, ({ text }) => {
        const progress = progressThrough(text.length);
        let found = 0;
        for (const point of eachPoint(text, author ? { author } : {})) {
          terminal.print(table ? tableLine(point) : JSON.stringify(point));
          found++;
          progress.at(point.start);
        }
        progress.done();
        if (found === 0) terminal.error(say('cli.no_points'));
      });
    },
  },
];

/** Reads each file in turn; one that cannot be read is refused with a sentence and the others go on. */
async function eachFile(paths: string[], terminal: Terminal, show: (file: ReadFile) => void): Promise<number> {
  let status = 0;
  for (const path of paths) {
    try {
      if (paths.length > 1) terminal.error(path);
      const file = await readPath(path);
      for (const warning of file.warnings) terminal.error(warning);
      show(file);
    } catch (error) {
      status = refused(error, terminal);
    }
  }
  return status;
}

function tableLine(point: Point): string {
  const who = point.actors.join(', ') || '(nobody named)';
  const sign = point.polarity < 0 ? '−' : ' ';
  return `${point.confidence.toFixed(2)} ${sign} ${who.padEnd(28)} ${point.act.padEnd(11)} ${point.message}`;
}
