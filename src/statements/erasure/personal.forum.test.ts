import { sql } from 'kysely';
import { expect } from 'vitest';
import en from '#messages/en.ts';
import { forumTest } from '#test/forum.ts';
import { impersonal } from './impersonal.ts';
import { personal } from './personal.ts';

/** Every column that can hold something about a person: text, bytes, documents, and whatever refers to one. */
const columns = sql<{ column: string }>`
  select c.table_name || '.' || c.column_name as column from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%' and (
    c.data_type in ('text', 'bytea', 'json', 'jsonb', 'inet', 'character varying') or c.data_type = 'ARRAY'
    or exists (select from information_schema.key_column_usage k
      join information_schema.referential_constraints r using (constraint_schema, constraint_name)
      join information_schema.key_column_usage u on u.constraint_schema = r.unique_constraint_schema
        and u.constraint_name = r.unique_constraint_name and u.ordinal_position = k.ordinal_position
      where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = c.column_name
        and u.table_name in ('person', 'login', 'mail_recipient')))
  order by 1`;

forumTest('every column that can hold something about a person is declared, or said not to', async ({ forum }) => {
  const found = (await columns.execute(forum.db)).rows.map(({ column }) => column);
  expect(found.length).toBeGreaterThan(150);
  const declared = personal.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const known = new Set([...declared, ...impersonal]);
  expect(found.filter((column) => !known.has(column))).toEqual([]);
  expect(declared.filter((column) => impersonal.has(column))).toEqual([]);
});

forumTest('what is declared is there, and the notice says of each table what it is for', async ({ forum }) => {
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'public'`.execute(
    forum.db,
  );
  const all = new Set(rows.map(({ column }) => column));
  const named = personal.flatMap(({ table, columns, of, emptied = {} }) =>
    [...columns, ...Object.values(of), ...Object.keys(emptied)].map((column) => `${table}.${column}`),
  );
  expect([...named, ...impersonal].filter((column) => !all.has(column))).toEqual([]);
  const codes = personal.flatMap(({ table }) => ['what', 'why', 'until'].map((part) => `privacy.${part}.${table}`));
  expect(codes.filter((code) => !(code in en))).toEqual([]);
});
