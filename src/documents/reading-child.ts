/**
 * The program of the child process: reads one document from standard input, writes one line of JSON to file 3 and ends.
 * It may take any amount of memory and time; the parent (`read-in-child.ts`) ends it at the limit.
 */
import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { DocumentRefusal } from '#documents/refusal.ts';
import type { ChildAnswer } from '#documents/read-in-child.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

async function read(format: string, bytes: Buffer): Promise<ChildAnswer> {
  try {
    const { text, warnings } = await readers[format]!(bytes);
    return { text: text.replaceAll('\0', '').toWellFormed(), warnings };
  } catch (error) {
    if (error instanceof DocumentRefusal) return { refusal: error.code, values: error.values };
    if (error instanceof RangeError) return { refusal: 'document_bomb', values: {} };
    throw error;
  }
}

// Each library is loaded only for its own format: that is most of the child's starting time.
const readers: Record<string, (bytes: Buffer) => Promise<{ text: string; warnings: DocumentWarning[] }>> = {
  docx: async (bytes) => (await import('#documents/docx.ts')).docxToText(bytes),
  pdf: async (bytes) => (await import('#documents/pdf.ts')).pdfToText(bytes),
  html: async (bytes) => (await import('#documents/html.ts')).htmlToText(bytes.toString('utf8')),
};

const answer = await read(process.argv[2] ?? '', await buffer(process.stdin));
createWriteStream('', { fd: 3 }).end(JSON.stringify(answer), () => process.exit(0));
