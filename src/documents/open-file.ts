import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { announcedLimit, extractText, tooLarge } from '#documents/extract.ts';
import type { Extracted, Source } from '#documents/extract.ts';
import { DocumentRefusal, printableName } from '#documents/refusal.ts';

/**
 * The text of a file by its path, or of standard input for "-". A file beyond the limit is refused before it is read.
 * Refuses, beside what `extractText` refuses, `file_missing`, `file_is_folder` and `file_unreadable`.
 */
export async function readDocument(path: string, limitBytes = announcedLimit): Promise<Extracted> {
  return extractText(path === '-' ? await standardInput(limitBytes) : await openFile(path, limitBytes), { limitBytes });
}

/** The bytes of a file and its name, without reading more than the limit. */
export async function openFile(path: string, limitBytes = announcedLimit): Promise<Source> {
  const name = basename(path);
  try {
    await using file = await open(path);
    const facts = await file.stat();
    if (facts.isDirectory()) throw new DocumentRefusal('file_is_folder', { name: printableName(name) });
    if (facts.size > limitBytes) throw tooLarge(limitBytes, name);
    if (facts.isFile()) return { bytes: await file.readFile(), name };
    return { bytes: await upTo(file.createReadStream(), limitBytes, name), name };
  } catch (error) {
    if (error instanceof DocumentRefusal) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new DocumentRefusal(missing ? 'file_missing' : 'file_unreadable', { name: printableName(name) });
  }
}

async function standardInput(limitBytes: number): Promise<Source> {
  const name = 'standard input';
  return { bytes: await upTo(process.stdin, limitBytes, name), name };
}

async function upTo(stream: AsyncIterable<Buffer>, limitBytes: number, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limitBytes) throw tooLarge(limitBytes, name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
