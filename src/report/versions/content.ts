import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { surroundings } from '#report/quotation.ts';
import { citationsOf, paragraphsOf, sentencesOf, type ReportText } from '#report/text-rows.ts';
import { wordsErased } from '#statements/erasure/personal.ts';

/** A report's text as rows, as it stands now. */
export async function textOf(db: Kysely<DB>, reportId: string): Promise<ReportText> {
  return {
    paragraphs: await paragraphsOf(db, reportId),
    sentences: await sentencesOf(db, reportId),
    citations: await citationsOf(db, reportId),
  };
}

/**
 * A report's text in the form in which a version is kept, always the same for the same text. What statements say is not in
 * it, only where: their words stay where they are, and can be erased there.
 */
export function contentOf(title: string, { paragraphs, sentences, citations }: ReportText): string {
  return JSON.stringify({
    title,
    paragraphs: paragraphs.map(({ version: _, ...paragraph }) => paragraph),
    sentences,
    citations: citations.map(({ quotation: _q, before: _b, after: _a, ...citation }) => citation),
  });
}

/** What a signature is put under: SHA-256 of the content, in hexadecimal. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The text of a version, with the words of the statements it cites as they are in those revisions. */
export async function textIn(db: Kysely<DB>, content: string): Promise<ReportText> {
  const { paragraphs, sentences, citations } = JSON.parse(content) as ReportText;
  const bodies = await bodiesOf(db, citations);
  return {
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, version: 0 })),
    sentences,
    citations: citations.map((citation) => ({ ...citation, ...quotedIn(citation, bodies) })),
  };
}

type Cited = Pick<ReportText['citations'][number], 'statement_id' | 'revision' | 'quotation_start' | 'quotation_end'>;

function quotedIn({ statement_id, revision, quotation_start, quotation_end }: Cited, bodies: Map<string, string>) {
  if (statement_id === null) return { quotation: null, before: null, after: null };
  const body = bodies.get(`${statement_id} ${revision}`) ?? wordsErased;
  if (body === wordsErased) return { quotation: wordsErased, before: '', after: '' };
  const place = { start: quotation_start!, end: quotation_end! };
  return { quotation: body.slice(place.start, place.end), ...surroundings(body, place) };
}

async function bodiesOf(db: Kysely<DB>, citations: readonly Cited[]): Promise<Map<string, string>> {
  const ids = [...new Set(citations.flatMap(({ statement_id }) => statement_id ?? []))];
  const rows = await db
    .selectFrom('statement_revision')
    .select(['statement_id', 'revision', 'body'])
    .where('statement_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [`${row.statement_id} ${row.revision}`, row.body]));
}
