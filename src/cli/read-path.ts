import { basename } from 'node:path';
import { readDocument } from '#documents/open-file.ts';
import type { ReadFile } from './command.ts';

/** A file as a command is handed it: its text, and the name it is known by. */
export async function readPath(path: string): Promise<ReadFile> {
  const { text, warnings } = await readDocument(path);
  return { name: path === '-' ? 'standard input' : basename(path), text, warnings };
}
