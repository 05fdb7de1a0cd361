// XML as text: what is put in is escaped, and cannot become markup.

/** A piece of XML that is ready; anything else is text. */
export class Xml {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Content = Xml | string | null | undefined | false | Content[];

/** An element with its attributes (null: left out) and what stands in it. */
export function xml(name: string, attributes: Record<string, string | number | null>, ...content: Content[]): Xml {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inside = markupOf(content);
  return new Xml(inside === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inside}</${name}>`);
}

function markupOf(content: Content): string {
  if (Array.isArray(content)) return content.map(markupOf).join('');
  if (content instanceof Xml) return content.markup;
  return content ? escaped(content) : '';
}

/** Text as XML 1.0 can hold it: without characters it has no place for. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A whole file of it. */
export function xmlFile({ markup }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}
