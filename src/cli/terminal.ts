import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Refusal } from '#record/refusals.ts';

/** Where a command's words go and answers come from: this process's own terminal, or one at the other end of a socket. */
export interface Terminal {
  print(text: string): void;
  error(text: string): void;
  /** Writes a file where the terminal is, which need not be where the forum is. */
  save(path: string, bytes: Uint8Array): Promise<void>;
  /** The answer, or null where nobody is there to answer. */
  ask(question: string): Promise<string | null>;
}

export const ownTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  async save(path, bytes) {
    try {
      await writeFile(path, bytes);
    } catch (error) {
      throw new Refusal({ code: 'cli.cannot_write', values: { path, why: (error as Error).message } });
    }
  },
  async ask(question) {
    if (!process.stdin.isTTY) return null;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
};
