import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** The paragraph of a paper that a statement is about, as it read then; undefined where it is about none. */
export function paragraphOf(db: Kysely<DB>, statement: { id: string }) {
  return db
    .selectFrom('statement_paragraph')
    .innerJoin('paper_paragraph as paragraph', 'paragraph.id', 'statement_paragraph.paragraph_id')
    .innerJoin('paper', 'paper.id', 'paragraph.paper_id')
    .select(['paragraph.id', 'paragraph.number', 'paragraph.text', 'paragraph.version', 'paper.slug', 'paper.title'])
    .select(['paper.versions', 'paper.language'])
    .where('statement_id', '=', statement.id)
    .executeTakeFirst();
}
