import { Parser } from 'htmlparser2';
import { TextBlocks } from '#documents/text-blocks.ts';
import { excerpts } from '#documents/warnings.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

type Attributes = Record<string, string>;
type OpenTag = { name: string; skipped: boolean; bold: boolean };

/**
 * The text of an HTML page as a reader of the page sees it. Scripts, styles, navigation and form controls are dropped;
 * so is text hidden by an attribute or inline style, with a warning that quotes it. Nothing is run or fetched.
 * Read as a stream (htmlparser2), linear in size. Offsets of everything downstream refer to the text returned here.
 */
export function htmlToText(html: string): { text: string; warnings: DocumentWarning[]; pictures: number } {
  const page = new PageText();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true },
  );
  // In pieces, so that the parser never holds more than one.
  for (let at = 0; at < html.length; at += 65_536) parser.write(html.slice(at, at + 65_536));
  parser.end();
  return page.result();
}

const dropped = new Set(
  'script style head title template noscript nav button select option textarea input svg math iframe object embed audio video canvas'.split(
    ' ',
  ),
);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const apart = new Set(
  'p div section article main header footer aside blockquote figure figcaption table pre address dl form fieldset details hr'.split(
    ' ',
  ),
);
const lines = new Set('tr dt dd summary caption br thead tbody'.split(' '));

// Lists within lists are indented this deep at most, or a small page could be made to write a very long text.
const deepestIndent = 8;

class PageText {
  #blocks = new TextBlocks();
  #open: OpenTag[] = [];
  #lists: { ordered: boolean; next: number }[] = [];
  #hidden: string[] = [];
  #hiding: string | null = null;
  #skipDepth = 0;
  #activeContent = false;
  #headingDepth = 0;
  #preDepth = 0;
  #itemFresh = false;
  #pictures = 0;
  #cellDepth = 0;
  #cellBreak = false;

  open(name: string, attributes: Attributes): void {
    const hides = isHidden(attributes);
    const skipped = dropped.has(name) || hides;
    this.#open.push({ name, skipped, bold: false });
    if (name === 'script' || Object.keys(attributes).some((key) => key.startsWith('on'))) this.#activeContent = true;
    if (skipped) {
      this.#skipDepth++;
      if (hides && !dropped.has(name)) this.#hiding ??= '';
    }
    if (this.#skipDepth > 0) return;
    if (name === 'img') this.#pictures++;
    else if (name === 'ul' || name === 'ol') this.#openList(name === 'ol', attributes);
    else if (name === 'li') this.#openItem();
    else if (headings.has(name)) {
      this.#headingDepth++;
      this.#blocks.end(2);
    } else if (apart.has(name)) this.#breakBlock();
    else if (lines.has(name)) this.#blocks.end(1);
    else if ((name === 'b' || name === 'strong') && this.#headingDepth === 0) {
      this.#open.at(-1)!.bold = true;
      this.#blocks.boldStarts();
    } else if (name === 'td' || name === 'th') this.#openCell();
    if (name === 'pre') this.#preDepth++;
    if (name === 'tr') this.#itemFresh = true;
  }

  close(name: string): void {
    const tag = this.#open.at(-1);
    if (!tag || tag.name !== name) return;
    this.#open.pop();
    if (tag.skipped) {
      this.#skipDepth--;
      if (this.#skipDepth === 0) this.#keepHidden();
      return;
    }
    if (this.#skipDepth > 0) return;
    if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
      this.#blocks.end(this.#lists.length > 0 ? 1 : 2);
    } else if (name === 'li') this.#blocks.end(1);
    else if (headings.has(name)) {
      this.#headingDepth--;
      this.#blocks.end(2);
    } else if (apart.has(name)) this.#breakBlock();
    else if (lines.has(name)) this.#blocks.end(1);
    else if (tag.bold) this.#blocks.boldEnds();
    if (name === 'td' || name === 'th') {
      this.#cellDepth--;
      this.#cellBreak = false;
      this.#itemFresh = false;
    }
    if (name === 'pre') this.#preDepth--;
  }

  text(text: string): void {
    if (this.#skipDepth > 0) {
      if (this.#hiding !== null && this.#hiding.length < 1000 && !this.#open.some((tag) => dropped.has(tag.name)))
        this.#hiding += text;
      return;
    }
    if (text.trim() !== '') {
      this.#itemFresh = false;
      if (this.#cellBreak) this.#blocks.end(1);
      this.#cellBreak = false;
    }
    this.#blocks.words(text, this.#preDepth > 0);
  }

  result(): { text: string; warnings: DocumentWarning[]; pictures: number } {
    this.#keepHidden();
    const warnings: DocumentWarning[] = [];
    if (this.#hidden.length > 0) {
      warnings.push({ code: 'hidden_text', values: { excerpts: excerpts(this.#hidden), count: this.#hidden.length } });
    }
    if (this.#activeContent) warnings.push({ code: 'active_content', values: {} });
    if (this.#pictures > 0) warnings.push({ code: 'pictures_left_out', values: { count: this.#pictures } });
    return { text: this.#blocks.toString(), warnings, pictures: this.#pictures };
  }

  #openList(ordered: boolean, attributes: Attributes): void {
    this.#blocks.end(this.#lists.length > 0 ? 1 : 2);
    this.#lists.push({ ordered, next: Number.parseInt(attributes['start'] ?? '1', 10) || 1 });
  }

  #openItem(): void {
    this.#blocks.end(1);
    const list = this.#lists.at(-1);
    const mark = list?.ordered ? `${list.next++}. ` : '- ';
    this.#blocks.lead('  '.repeat(Math.min(deepestIndent, Math.max(0, this.#lists.length - 1))) + mark);
    this.#itemFresh = true;
  }

  // A paragraph that opens an item stays on the item's line; items of a list stay together. In a table a row is a line,
  // so a paragraph only breaks it when another follows in the same cell.
  #breakBlock(): void {
    if (this.#itemFresh) return;
    if (this.#cellDepth > 0) {
      this.#cellBreak = true;
      return;
    }
    this.#blocks.end(this.#lists.length > 0 ? 1 : 2);
  }

  #openCell(): void {
    this.#cellDepth++;
    this.#cellBreak = false;
    if (!this.#itemFresh) this.#blocks.words('\t', true);
    this.#itemFresh = true;
  }

  #keepHidden(): void {
    const text = this.#hiding?.trim() ?? '';
    if (text !== '') this.#hidden.push(text);
    this.#hiding = null;
  }
}

// Only what the page says on the element itself; a style sheet could hide more, and the text would then be kept.
function isHidden(attributes: Attributes): boolean {
  if ('hidden' in attributes) return true;
  const style = (attributes['style'] ?? '').slice(0, 2000).toLowerCase().replace(/\s+/g, '');
  if (style === '') return false;
  return /display:none|visibility:hidden|opacity:0(\.0+)?(;|$)|font-size:[012](\.\d+)?(px|pt)?(;|$|!)|(^|;)color:(white|#fff(fff)?|transparent)(;|$|!)(?!.*background)/.test(
    style,
  );
}
