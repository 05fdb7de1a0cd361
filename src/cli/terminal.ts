import { createInterface } from 'node:readline/promises';

/** Where a command's words go and answers come from: this process's own terminal, or one at the other end of a socket. */
export interface Terminal {
  print(text: string): void;
  error(text: string): void;
  /** The answer, or null where nobody is there to answer. */
  ask(question: string): Promise<string | null>;
}

export const ownTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
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
