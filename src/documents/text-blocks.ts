/**
 * Writes the blocks of a document as plain text: headings on lines of their own with a blank line around, paragraphs
 * apart by a blank line, list items as "- " or "1. " indented by depth, bold as **bold**, cells of a table row by tabs.
 */
export class TextBlocks {
  #written: string[] = [];
  #line = '';
  #lead = '';
  #breaks = 0;
  #boldStart = -1;
  #space = false;

  /** Words inside the current block; blanks are drawn together unless `asIs`. */
  words(text: string, asIs = false): void {
    if (asIs) {
      this.#write(text);
      return;
    }
    const drawn = text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    if (drawn === '') return;
    if (drawn.startsWith(' ')) this.#space = true;
    const inner = drawn.trim();
    if (inner === '') return;
    this.#write(inner);
    this.#space = drawn.endsWith(' ');
  }

  /** Ends the block, so that what follows stands `lines` line ends further down (1: next line, 2: a blank line between). */
  end(lines: 1 | 2): void {
    this.#flush();
    if (this.#written.length > 0) this.#breaks = Math.max(this.#breaks, lines);
  }

  /** What the next words of a block begin with, such as "- " for a list item. */
  lead(text: string): void {
    this.#flush();
    this.#lead = text;
  }

  /** Bold from here to `boldEnds`; marks are set tight around the words. */
  boldStarts(): void {
    if (this.#space && this.#line !== '' && !/\s$/.test(this.#line)) this.#line += ' ';
    this.#space = false;
    if (this.#boldStart < 0) this.#boldStart = this.#line.length;
  }

  boldEnds(): void {
    if (this.#boldStart < 0) return;
    const bold = this.#line.slice(this.#boldStart);
    const core = bold.trim();
    if (core !== '' && /[\p{L}\p{N}]/u.test(core)) {
      const before = bold.slice(0, bold.indexOf(core));
      // Two bold runs side by side are one bold passage.
      const joined = before === '' && this.#line.slice(0, this.#boldStart).endsWith('**') && this.#boldStart > 2;
      const head = this.#line.slice(0, this.#boldStart);
      this.#line = joined ? `${head.slice(0, -2)}${core}**` : `${head}${before}**${core}**`;
    }
    this.#boldStart = -1;
  }

  toString(): string {
    this.#flush();
    return this.#written.join('') + (this.#written.length > 0 ? '\n' : '');
  }

  #write(text: string): void {
    if (this.#space && this.#line !== '' && !/\s$/.test(this.#line)) this.#line += ' ';
    this.#space = false;
    this.#line += text;
  }

  #flush(): void {
    const boldGoesOn = this.#boldStart >= 0;
    if (boldGoesOn) this.boldEnds();
    const line = this.#line
      .split('\n')
      .map((one) => one.trimEnd())
      .join('\n');
    if (line.trim() !== '') {
      this.#written.push('\n'.repeat(this.#breaks), this.#lead, line);
      this.#breaks = 0;
      this.#lead = '';
    }
    this.#line = '';
    this.#space = false;
    if (boldGoesOn) this.#boldStart = 0;
  }
}
