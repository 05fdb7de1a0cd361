// Writes docs/acts.md, the list of every way in which the forum's state can change, from the acts themselves.
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { acts } from '#acts.ts';

/** The text of `docs/acts.md` for the acts as they are now. */
export function actsAsMarkdown(): string {
  const sections = acts.map(({ name, does, input }) => `## ${name}\n\n${does}\n\n${fieldsOf(input)}`);
  const lead = 'Every way in which state can change, from `src/acts.ts`. Written by `npm run docs`; do not edit.';
  return `# Acts\n\n${lead}\n\n${sections.join('\n')}`;
}

function fieldsOf(input: z.ZodType): string {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape;
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const must = schema.required?.includes(name) ? '' : ', optional';
    return `- \`${name}\`: ${typeOf(field)}${must}`;
  });
  return fields.length > 0 ? `${fields.join('\n')}\n` : '';
}

interface Shape {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Shape;
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
}

function typeOf({ type, format, enum: words, items, anyOf }: Shape): string {
  if (words) return words.map((word) => `“${word}”`).join(', ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].filter((one) => one !== 'null').join(' or ');
  if (items) return `list of ${typeOf(items)}`;
  return format === 'uuid' ? 'id' : (format ?? type ?? 'date');
}

if (import.meta.main) writeFileSync(new URL('../docs/acts.md', import.meta.url), actsAsMarkdown());
