import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Passage } from '#ui/passage.ts';

// Signs that no text contains, since they are taken out first, stand around what was found.
const begins = '\u0002';
const ends = '\u0003';

/** About how many characters of a statement are shown around what was found. */
const reach = 320;

/**
 * Around the words that were found, by the rules of each statement's own language, with the words marked. Give it only
 * statements the viewer may read: it looks at no other words than theirs.
 */
export async function passagesFound(
  db: Kysely<DB>,
  statements: readonly StatementView[],
  words: string,
): Promise<Map<string, Passage>> {
  if (statements.length === 0) return new Map();
  const column = (pick: (statement: StatementView) => string) => statements.map(pick);
  const options = `StartSel=${begins}, StopSel=${ends}, HighlightAll=true`;
  const { rows } = await sql<{ id: string; found: string }>`
    select id, ts_headline(search_config(language), translate(body, ${begins + ends}, ''),
      websearch_to_tsquery(search_config(language), ${words}), ${options}) as found
    from unnest(${column(({ id }) => id)}::uuid[], ${column(({ language }) => language)}::text[],
      ${column(({ body }) => body ?? '')}::text[]) as said(id, language, body)`.execute(db);
  return new Map(rows.map(({ id, found }) => [id, excerpt(marked(found))]));
}

/** Turns the signs around what was found into marks. */
export function marked(found: string): Required<Pick<Passage, 'text' | 'marks'>> {
  const marks: { from: number; to: number }[] = [];
  let text = '';
  for (const [i, piece] of found.replace(/\s+/g, ' ').trim().split(begins).entries()) {
    const [hit = '', ...rest] = i === 0 ? ['', piece] : piece.split(ends);
    if (hit) marks.push({ from: text.length, to: text.length + hit.length });
    text += hit + rest.join('');
  }
  return { text, marks };
}

/** Cuts a long text, between words, to what stands around its first mark; where it is cut there are three dots. */
export function excerpt({ text, marks }: ReturnType<typeof marked>): Passage {
  if (text.length <= reach) return { text, marks };
  const first = marks[0]?.from ?? 0;
  // From the beginning of the sentence where it is near, and otherwise of a word.
  const near = Math.max(0, first - Math.floor(reach / 3));
  const sentence = text.slice(near, first).search(/(?<=[.!?…؟。] )\S/u);
  const word = near === 0 ? 0 : near + text.slice(near).search(/(?<=\s)\S/u);
  const from = sentence >= 0 && near > 0 ? near + sentence : Math.min(word, first);
  const last = text.slice(from, from + reach).lastIndexOf(' ');
  const to = from + reach >= text.length ? text.length : from + (last > 0 ? last : reach);
  const lead = from > 0 ? '… ' : '';
  return {
    text: lead + text.slice(from, to) + (to < text.length ? ' …' : ''),
    marks: marks
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ from: mark.from - from + lead.length, to: mark.to - from + lead.length })),
  };
}
