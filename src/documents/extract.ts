import { decode } from '#documents/decode.ts';
import { htmlToText } from '#documents/html.ts';
import { oddCharacters } from '#documents/odd-characters.ts';
import { childLimits, readInChild } from '#documents/read-in-child.ts';
import { latin1, recogniseBytes, recogniseText } from '#documents/recognise.ts';
import type { Format } from '#documents/recognise.ts';
import { DocumentRefusal, named } from '#documents/refusal.ts';
import { warningSentence } from '#documents/warnings.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

export { DocumentRefusal } from '#documents/refusal.ts';
export type { Format } from '#documents/recognise.ts';
export type { DocumentWarning } from '#documents/warnings.ts';

export type Source = { bytes: Uint8Array; name: string };

export type Extracted = {
  /** What everything downstream counts its offsets in (UTF-16 code units): keep it with the document. */
  text: string;
  format: Format;
  /** For text, Markdown and HTML: how the bytes were read. */
  encoding?: string;
  /** English sentences, ready to print. */
  warnings: string[];
  /** The same warnings by code and values, for `document.warning.CODE` of the message catalogues. */
  notices: DocumentWarning[];
};

/** The longest file the command line reads; a page passes its own, smaller limit. */
export const announcedLimit = 100 * 1024 * 1024;

// An HTML page up to here is read on the spot; beyond, and for every package and PDF, in a child process.
const smallPage = 65_536;

/**
 * The text of a file of any kind we read, recognised by its contents. Plain text and Markdown come out as they are, line
 * ends included; HTML, DOCX and PDF as plain text with headings apart, "- " items and **bold**.
 * Refuses with a `DocumentRefusal`, whose `values.name` is the file's name made safe to print.
 */
export async function extractText(
  source: Source,
  options: { limitBytes?: number; childLimits?: typeof childLimits } = {},
): Promise<Extracted> {
  try {
    const read = await readAs(source.bytes, options.limitBytes ?? announcedLimit, options.childLimits ?? childLimits);
    const notices = [...nameDisagrees(source.name, read.format), ...read.warnings, ...oddCharacters(read.text)];
    return {
      text: read.text,
      format: read.format,
      ...(read.encoding === undefined ? {} : { encoding: read.encoding }),
      warnings: notices.map(warningSentence),
      notices,
    };
  } catch (error) {
    throw error instanceof DocumentRefusal ? named(error, source.name) : error;
  }
}

type Read = { text: string; format: Format; encoding?: string; warnings: DocumentWarning[] };

async function readAs(bytes: Uint8Array, limitBytes: number, limits: typeof childLimits): Promise<Read> {
  if (bytes.length === 0) throw new DocumentRefusal('file_empty');
  if (bytes.length > limitBytes) throw tooLarge(limitBytes);
  const kind = recogniseBytes(bytes);
  if (kind !== 'written') return { ...(await readInChild(kind, bytes, limits)), format: kind };
  const decoded = decode(bytes, encodingOfPage(bytes));
  if (decoded.text.trim() === '') throw new DocumentRefusal('file_empty');
  const format = recogniseText(decoded.text);
  if (format !== 'html') return { ...decoded, format };
  const page =
    bytes.length <= smallPage ? htmlToText(decoded.text) : await readInChild('html', Buffer.from(decoded.text), limits);
  if (page.text.trim() === '') throw new DocumentRefusal('document_no_text');
  return { text: page.text, format, encoding: decoded.encoding, warnings: [...decoded.warnings, ...page.warnings] };
}

/** The refusal of a file beyond the limit, for those who can tell before reading it. */
export function tooLarge(limitBytes: number, name?: string): DocumentRefusal {
  const refusal = new DocumentRefusal('file_too_large', { megabytes: Math.floor(limitBytes / 1024 / 1024) });
  return name === undefined ? refusal : named(refusal, name);
}

function encodingOfPage(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 2048));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}

const endings: Record<string, Format> = { docx: 'docx', pdf: 'pdf', htm: 'html', html: 'html' };

function nameDisagrees(name: string, found: Format): DocumentWarning[] {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const claimed = endings[ending];
  if (claimed === undefined || claimed === found) return [];
  return [
    {
      code: 'name_disagrees',
      values: {
        claimed: ending.toUpperCase(),
        found: found === 'text' || found === 'markdown' ? 'text' : found.toUpperCase(),
      },
    },
  ];
}
