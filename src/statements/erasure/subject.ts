import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Kept } from './personal.ts';

/** Everything by which rows belong to whoever is to be erased: lists of ids. */
export type Subject = Record<keyof Kept['of'], string[]> & { isPerson: boolean };

/** Whose data it is: a person's with all their statements, or those of one statement of someone without an account. */
export async function subjectOf(
  db: Kysely<DB>,
  { person, statement, request }: { person: string | null; statement: string | null; request: string | null },
): Promise<Subject> {
  const ids = async (query: RawBuilder<{ id: string }>) => (await query.execute(db)).rows.map(({ id }) => id);
  const statements = person
    ? await ids(sql`select id from statement where author_id = ${person}
        union select statement_id from statement_speaker where person_id = ${person} and part = 'speaker'
          and (select count(*) from statement_speaker other where other.statement_id = statement_speaker.statement_id
            and other.part = 'speaker') = 1`)
    : [statement!];
  const login = person ? await ids(sql`select id from login where person_id = ${person}`) : [];
  return {
    isPerson: person !== null,
    person: person ? [person] : [],
    statement: statements,
    login,
    credential: person ? await ids(sql`select id from credential where person_id = ${person}`) : [],
    point: await ids(sql`select id from point where statement_id = any(${statements}::uuid[])`),
    attachment: await ids(sql`select id from attachment where statement_id = any(${statements}::uuid[])`),
    note: await ids(sql`select note.id from note join statement on statement.slot_id = note.slot_id
      where statement.id = any(${statements}::uuid[])`),
    request: request ? [request] : [],
    address: await ids(sql`select id from mail_recipient where address in (
      select lower(email) from login where id = any(${login}::text[])
      union select lower(email) from guest where statement_id = any(${statements}::uuid[]))`),
  };
}

/** Which rows of a table are theirs. What several people said together is only theirs where it names them. */
export function isTheirs({ table, of }: Kept, subject: Subject, row = sql.ref(table)): RawBuilder<boolean> {
  const column = (name: string) => sql`${row}.${sql.ref(name)}`;
  const among = (name: string, ids: string[]) => sql`${column(name)}::text = any(${ids}::text[])`;
  if (table === 'statement_speaker')
    return subject.isPerson
      ? sql`(${among('person_id', subject.person)} or ${column('person_id')} is null
          and ${column('delegation_id')} is null and ${among('statement_id', subject.statement)})`
      : sql`(${among('statement_id', subject.statement)} and ${column('person_id')} is null)`;
  const parts = (Object.entries(of) as [keyof Kept['of'], string][])
    .filter(([what]) => subject[what].length > 0)
    .map(([what, name]) => among(name, subject[what]));
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`;
}
