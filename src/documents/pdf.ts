import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { paragraphs } from '#documents/pdf-paragraphs.ts';
import { pageLines, withoutRepeatedLines } from '#documents/pdf-lines.ts';
import type { Line, Piece } from '#documents/pdf-lines.ts';
import { unseenWords } from '#documents/pdf-unseen.ts';
import type { Drawing } from '#documents/pdf-unseen.ts';
import { latin1 } from '#documents/recognise.ts';
import { DocumentRefusal } from '#documents/refusal.ts';
import { excerpts } from '#documents/warnings.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type PageRead = { lines: Line[]; tiny: string[]; unseen: string[] };

// Longer than any report; a file that claims more is not read page by page to find out.
const mostPages = 5_000;
// Up to here the drawing of each page is read too, for bold print and unseen words; beyond, it would take too long.
const mostPagesDrawn = 300;

/**
 * The text of a PDF (pdf.js through unpdf), page after page. Words below 2 points are left out, white or inkless ones
 * kept, both with a warning. Runs in the reading child only; scripts and actions in the file are never run.
 * Refuses `pdf_encrypted`, `pdf_broken`, `document_bomb` (too many pages) and `document_no_text` (a scan).
 */
export async function pdfToText(bytes: Uint8Array): Promise<{ text: string; warnings: DocumentWarning[] }> {
  const raw = latin1(bytes);
  if (claimsTooMuch(raw)) throw new DocumentRefusal('document_bomb');
  const pictures = /\/Subtype\s*\/Image\b/.test(raw);
  const warnings: DocumentWarning[] = [];
  if (/\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b/.test(raw))
    warnings.push({ code: 'active_content', values: {} });
  const read = await allPages(bytes, /\/Encrypt\b/.test(raw));
  const { pages, dropped } = withoutRepeatedLines(read.map((page) => page.lines));
  const text = paragraphs(pages);
  if (text.trim() === '' && pictures) throw new DocumentRefusal('document_no_text');
  const tiny = read.flatMap((page) => page.tiny);
  const unseen = read.flatMap((page) => page.unseen);
  if (tiny.length > 0) warnings.push({ code: 'hidden_text', values: { excerpts: excerpts(tiny), count: tiny.length } });
  if (unseen.length > 0)
    warnings.push({ code: 'invisible_text', values: { excerpts: excerpts(unseen), count: unseen.length } });
  if (dropped.length > 0)
    warnings.push({ code: 'repeated_lines', values: { excerpts: excerpts(dropped), count: dropped.length } });
  const empty = read.flatMap((page, n) => (page.lines.length === 0 ? [n + 1] : []));
  if (text.trim() === '') warnings.push({ code: 'no_text', values: {} });
  else if (pictures && empty.length > 0) {
    const shown = empty.slice(0, 20).join(', ') + (empty.length > 20 ? ', …' : '');
    warnings.push({ code: 'pages_without_text', values: { pages: shown, count: empty.length } });
  } else if (pictures) warnings.push({ code: 'pictures_left_out', values: {} });
  return { text, warnings };
}

// A page count beyond any report, or a stream packed twice by the same method, which serves only to hide its size.
function claimsTooMuch(raw: string): boolean {
  return /\/Count\s+[1-9]\d{5,}/.test(raw) || /\/Filter\s*\[\s*\/(FlateDecode|Fl)\s*\/(FlateDecode|Fl)\b/.test(raw);
}

async function allPages(bytes: Uint8Array, encrypted: boolean): Promise<PageRead[]> {
  try {
    // pdf.js takes the buffer over, so it gets its own copy. Pictures of more than one point are never unpacked.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { maxImageSize: 1, verbosity: 0, stopAtErrors: false });
    if (pdf.numPages > mostPages) throw new DocumentRefusal('document_bomb');
    const read: PageRead[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      read.push(await onePage(page, pdf.numPages <= mostPagesDrawn));
      page.cleanup();
    }
    return read;
  } catch (error) {
    if (error instanceof DocumentRefusal) throw error;
    const locked = encrypted || (error instanceof Error && error.name === 'PasswordException');
    throw new DocumentRefusal(locked ? 'pdf_encrypted' : 'pdf_broken');
  }
}

async function onePage(page: Page, drawn: boolean): Promise<PageRead> {
  const { OPS } = await getResolvedPDFJS();
  const drawing = drawn ? ((await page.getOperatorList()) as Drawing) : null;
  const content = await page.getTextContent();
  const boldFonts = new Set<string>();
  const pieces: Piece[] = [];
  const tiny: string[] = [];
  for (const font of Object.keys(content.styles))
    if (drawing && /bold|black|heavy|semibd/i.test(fontName(page, font))) boldFonts.add(font);
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(a, b);
    if (size > 0 && size < 2 && item.str.trim() !== '') tiny.push(item.str);
    else
      pieces.push({
        text: item.str,
        x,
        y,
        width: item.width,
        size,
        bold: boldFonts.has(item.fontName),
        rightToLeft: item.dir === 'rtl',
      });
  }
  return {
    lines: pageLines(pieces),
    tiny,
    unseen: drawing ? unseenWords(drawing, OPS as unknown as Record<string, number>) : [],
  };
}

function fontName(page: Page, id: string): string {
  return page.commonObjs.has(id) ? String((page.commonObjs.get(id) as { name?: string }).name ?? '') : '';
}
