/**
 * The plain text of a letter as a simple page: paragraphs, line breaks, and links where it names an address of this
 * forum; each paragraph in the direction it is written in. Everything else in it – what people wrote – stays text, whatever it looks like.
 */
export function asHtml(text: string, { language, origin }: { language: string; origin: string }): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto">${linked(paragraph, origin).replace(/\n/g, '<br>\n')}</p>`);
  const look =
    'font: 16px/1.5 Georgia, serif; max-width: 40em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere';
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"></head>
<body style="${look}">
${paragraphs.join('\n')}
</body></html>
`;
}

function linked(text: string, origin: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part) => (isOurs(part, origin) ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('');
}

function isOurs(part: string, origin: string): boolean {
  return part === origin || part.startsWith(`${origin}/`);
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
