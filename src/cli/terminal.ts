import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Member } from '#keeping/tar.ts';
import { Refusal } from '#record/refusals.ts';

/** Where a command's words go and answers come from: this process's own terminal, or one at the other end of a socket. */
export interface Terminal {
  print(text: string): void;
  error(text: string): void;
  /** Writes a file where the terminal is, which need not be where the forum is. */
  save(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes a file that may be large, piece by piece: it has its name only once all of it is there. */
  saveAll(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number>;
  /** Writes a folder, file by file: it has its name only once all of it is there. Refuses one that is not empty. */
  saveFolder(path: string, members: AsyncIterable<Member>): Promise<void>;
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
      throw cannotWrite(path, error);
    }
  },
  async saveAll(path, pieces) {
    const part = `${path}.part`;
    let length = 0;
    try {
      const file = await open(part, 'w', 0o600).catch((error) => Promise.reject(cannotWrite(path, error)));
      try {
        for await (const piece of pieces) {
          await file.writeFile(piece).catch((error) => Promise.reject(cannotWrite(path, error)));
          length += piece.length;
        }
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path).catch((error) => Promise.reject(cannotWrite(path, error)));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    return length;
  },
  async saveFolder(path, members) {
    const wrong = (error: unknown) => Promise.reject(cannotWrite(path, error));
    await refuseUnlessEmpty(path);
    const target = resolve(path);
    const part = await mkdtemp(`${target}.part-`).catch(wrong);
    try {
      for await (const { name, bytes } of members) {
        const file = join(part, name);
        if (!file.startsWith(part + sep)) throw new Error(`a file of the folder would lie outside of it: ${name}`);
        await mkdir(dirname(file), { recursive: true }).catch(wrong);
        await writeFile(file, bytes, { flag: 'wx' }).catch(wrong);
      }
      await rename(part, target).catch(wrong);
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
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

/** Throws `Refusal` where there is a folder of this name with something in it, or something else. */
export async function refuseUnlessEmpty(path: string): Promise<void> {
  let found: string[];
  try {
    found = await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw cannotWrite(path, error);
  }
  if (found.length > 0) throw new Refusal({ code: 'handover.folder_not_empty', values: { path } });
}

function cannotWrite(path: string, error: unknown): Refusal {
  return new Refusal({ code: 'cli.cannot_write', values: { path, why: (error as Error).message } });
}
