import type { Forum } from '#record/forum.ts';
import type { Terminal } from './terminal.ts';
import type { Wording } from './words.ts';

/** A word one can say to `rapporteur`. Its exit status: 0 done, 2 refused. */
export interface Command extends Wording {
  name: string;
  does: string;
  /**
   * Reads the file it names before it runs, so that a server at work elsewhere never opens a caller's path. Some take a
   * roundtable's number in its place.
   */
  files?: 'one' | 'unless_numbered';
  /** Puts what files hold in the place of their names, before the words are handed to a server elsewhere. */
  prepare?(words: string[]): Promise<string[]>;
  run(call: Call): Promise<number>;
}

export interface Call {
  words: string[];
  terminal: Terminal;
  forum: Forum;
  /** What was read, for a command that takes a file. */
  file: ReadFile | null;
}

export interface ReadFile {
  name: string;
  text: string;
  warnings: string[];
}
