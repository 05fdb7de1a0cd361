import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Passage } from '#ui/passage.ts';

// Signs that no text contains, since they are taken out first, stand around what was found.
const begins = '\u0002';
const ends = '\u0003';

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
  const options = `StartSel=${begins}, StopSel=${ends}, MaxFragments=2, MinWords=12, MaxWords=40, FragmentDelimiter=" … "`;
  const { rows } = await sql<{ id: string; found: string }>`
    select id, ts_headline(search_config(language), translate(body, ${begins + ends}, ''),
      websearch_to_tsquery(search_config(language), ${words}), ${options}) as found
    from unnest(${column(({ id }) => id)}::uuid[], ${column(({ language }) => language)}::text[],
      ${column(({ body }) => body ?? '')}::text[]) as said(id, language, body)`.execute(db);
  return new Map(rows.map(({ id, found }) => [id, marked(found)]));
}

/** Turns the signs around what was found into marks. */
export function marked(found: string): Passage {
  const marks: { from: number; to: number }[] = [];
  let text = '';
  for (const [i, piece] of found.replace(/\s+/g, ' ').split(begins).entries()) {
    const [hit, rest = ''] = i === 0 ? ['', piece] : [piece.split(ends)[0]!, piece.split(ends).slice(1).join('')];
    if (hit) marks.push({ from: text.length, to: text.length + hit.length });
    text += hit + rest;
  }
  return { text, marks };
}
