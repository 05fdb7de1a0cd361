import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** What a line of the record is about, as far as it still stands. */
export interface Subject {
  what:
    | 'statement'
    | 'roundtable'
    | 'delegation'
    | 'edition'
    | 'person'
    | 'role'
    | 'report'
    | 'sentence'
    | 'issue'
    | 'text'
    | 'practice'
    | 'credential'
    | 'question'
    | 'paper';
  /** A name, a title or a kind of office; empty for a statement, which goes by its number. */
  name: string;
  /** A statement's, a question's or a paragraph's number, a delegation's, a paper's or a practice's slug, a credential's delegation. */
  number: string | null;
  /** The number of the roundtable it belongs to. */
  roundtable: string | null;
}

/** The things with these ids, whatever they are. */
export async function subjectsIn(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, Subject>> {
  if (ids.length === 0) return new Map();
  const wanted = sql`any(${[...new Set(ids)]}::uuid[])`;
  const { rows } = await sql<Subject & { id: string }>`
    select s.id, 'statement' as what, '' as name, s.number::text as number, r.number as roundtable
      from statement s join roundtable r on r.id = s.roundtable_id where s.id = ${wanted}
    union all
    select id, 'roundtable', title, null, number from roundtable where id = ${wanted}
    union all
    select id, 'delegation', short_name, slug, null from delegation where id = ${wanted}
    union all
    select id, 'edition', name, null, null from edition where id = ${wanted}
    union all
    select id, 'person', name, null, null from person where id = ${wanted}
    union all
    select id, 'person', name, null, null from invitation where id = ${wanted}
    union all
    select o.id, 'role', o.kind, coalesce(p.name, d.short_name), r.number from role o
      left join person p on p.id = o.person_id left join delegation d on d.id = o.delegation_id
      left join roundtable r on r.id = o.roundtable_id where o.id = ${wanted}
    union all
    select p.id, 'report', p.title, null, r.number
      from report p join roundtable r on r.id = p.roundtable_id where p.id = ${wanted}
    union all
    select s.id, 'sentence', '', g.number::text, r.number from sentence s
      join report_paragraph g on g.id = s.paragraph_id join report p on p.id = g.report_id
      join roundtable r on r.id = p.roundtable_id where s.id = ${wanted}
    union all
    select i.id, 'issue', i.title, null, r.number
      from issue i join roundtable r on r.id = i.roundtable_id where i.id = ${wanted}
    union all
    select id, 'practice', title, slug, null from practice where state = 'published' and id = ${wanted}
    union all
    select id, 'text', name, null, null from imported_text where id = ${wanted}
    union all
    select c.id, 'credential', p.name, d.short_name, null from credential c
      join person p on p.id = c.person_id join delegation d on d.id = c.delegation_id where c.id = ${wanted}
    union all
    select q.id, 'question', q.text, q.number::text, r.number
      from question q join roundtable r on r.id = q.roundtable_id where q.id = ${wanted}
    union all
    select p.id, 'paper', p.title, p.slug, r.number
      from paper p join roundtable r on r.id = p.roundtable_id where p.id = ${wanted}`.execute(db);
  return new Map(rows.map(({ id, ...subject }) => [id, subject]));
}
