import { DocumentRefusal } from '#documents/refusal.ts';

export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/**
 * What a file is, by its contents alone: the first bytes for packages and pictures, the first tags for text.
 * Refuses what is not a document we read, with the plain name of what it is (`format_unsupported`, `file_binary`).
 * A PDF must begin at byte 0, so that no file is one thing to us and another to a browser (`file_two_formats`).
 */
export function recogniseBytes(bytes: Uint8Array): 'docx' | 'pdf' | 'written' {
  const head = latin1(bytes.subarray(0, 4096));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  const other = foreignFormats.find((one) => head.startsWith(one.is, one.at));
  if (other) throw new DocumentRefusal('format_unsupported', { format: other.format });
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oldOfficeRefusal(bytes);
  if (isProgram(head)) throw new DocumentRefusal('file_binary');
  if (/%PDF-\d\.\d\s/.test(head) && latin1(bytes.subarray(-2048)).includes('%%EOF')) {
    throw new DocumentRefusal('file_two_formats');
  }
  return 'written';
}

/** Which kind of text a decoded text is. Refuses SVG and other XML, which hold data and not prose. */
export function recogniseText(text: string): 'text' | 'markdown' | 'html' {
  const head = text
    .slice(0, 16_384)
    .replace(/^(\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+(?!html)[^>[]*(\[[\s\S]*?\]\s*)?>)+/i, '');
  if (/^<svg[\s>]/i.test(head)) throw new DocumentRefusal('format_unsupported', { format: 'SVG' });
  if (/^(<!doctype\s+html|<(html|head|body|title|meta)[\s>])/i.test(head)) return 'html';
  if (
    /^<(p|div|h[1-6]|ul|ol|table|article|section|main|script|style)[\s>]/i.test(head) &&
    text.trimEnd().endsWith('>')
  ) {
    return 'html';
  }
  // A report in Akoma Ntoso may carry its archive: whether this one does is for the import to say.
  if (/^<akomaNtoso[\s>]/.test(head)) return 'text';
  if (/^\s*<\?xml[\s?]/.test(text)) throw new DocumentRefusal('format_unsupported', { format: 'XML' });
  return /^ {0,3}#{1,6} \S|^(={3,}|-{3,})[ \t]*$|\*\*\S[^*\n]*\S\*\*|\]\([^)\s]{1,500}\)/m.test(text.slice(0, 200_000))
    ? 'markdown'
    : 'text';
}

/** Bytes as a string of the same length, one character a byte: for looking at signatures. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

type Signature = { at: number; is: string; format: string };

const signature = (format: string, at: number, ...marks: string[]): Signature[] =>
  marks.map((is) => ({ at, is, format }));

const foreignFormats: Signature[] = [
  ...signature('RTF', 0, '{\\rtf'),
  ...signature('IMAGE', 0, '\x89PNG', 'GIF87a', 'GIF89a', '\xff\xd8\xff', 'II*\0', 'MM\0*', '8BPS'),
  ...signature('IMAGE', 8, 'WEBP'),
  ...signature('IMAGE', 4, 'ftyphei', 'ftypavi', 'ftypmif'),
  ...signature('ARCHIVE', 0, '\x1f\x8b', '7z\xbc\xaf', 'Rar!\x1a', '\xfd7zXZ', '\x28\xb5\x2f\xfd', 'BZh9'),
  ...signature('RECORDING', 0, 'ID3\x03', 'ID3\x04', 'OggS\0', 'fLaC\0', '\x1a\x45\xdf\xa3'),
  ...signature('RECORDING', 4, 'ftyp'),
  ...signature('RECORDING', 8, 'WAVEfmt', 'AVI LIST'),
  ...signature('POSTSCRIPT', 0, '%!PS'),
];

function isProgram(head: string): boolean {
  // "MZ" opens a Windows program, but may open a line about Mozambique: there a blank or a stop follows.
  if (/^MZ(?![\s!-/:-@[-`{-~])/.test(head)) return true;
  return ['\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\0asm', 'SQLite format 3\0'].some(
    (mark) => head.startsWith(mark),
  );
}

// An encrypted DOCX is wrapped in the container of the old formats, under this name in UTF-16.
function oldOfficeRefusal(bytes: Uint8Array): DocumentRefusal {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return new DocumentRefusal('docx_encrypted');
  return new DocumentRefusal('format_unsupported', { format: 'OLD_OFFICE' });
}
