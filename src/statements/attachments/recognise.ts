import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentType } from './rules.ts';

const known: Record<string, AttachmentType> = { pdf: 'pdf', docx: 'docx', odt: 'odt', png: 'png', jpg: 'jpeg' };

/**
 * What a file is by its contents alone, whatever its name says: one of the kinds we take, or the plain name of another.
 * Text is what decodes as UTF-8 and holds no control characters; a web page or picture written as text is none.
 */
export async function recognise(bytes: Uint8Array, says: string): Promise<AttachmentType | { other: string }> {
  const detected = await fileTypeFromBuffer(bytes).catch(() => ({ ext: 'zip' }));
  const text = decoded(bytes);
  // Two letters make a signature of some kinds: a text may well begin with “BM”. These are written as text themselves.
  const isMore = text === null || /^(pdf|rtf|xml|ps|eps)$/.test(detected?.ext ?? '');
  if (detected && isMore) return known[detected.ext] ?? { other: detected.ext.toUpperCase() };
  if (text === null) return { other: 'NONE' };
  const markup = /^\s*(?:<\?xml|<!doctype|<!--|<(html|svg|head|body|script|iframe|meta)\b)/i.exec(text);
  if (markup) return { other: markup[1]?.toLowerCase() === 'svg' ? 'SVG' : 'HTML' };
  // Nothing in its contents tells a table from a text: a comma or a semicolon in its first line must.
  if (says === 'csv') return /^[^\n]*[,;\t]/.test(text) ? 'csv' : 'txt';
  return 'txt';
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /(?![\n\r\t\f])\p{Cc}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
