import { sql } from 'kysely';
import { expect } from 'vitest';
import { shapesOf } from '#db/shape.ts';
import en from '#messages/en.ts';
import type { Forum } from '#record/forum.ts';
import { forumTest } from '#test/forum.ts';
import { impersonal } from './impersonal.ts';
import { personal } from './personal.ts';

const holdsWords = ['text', 'bytea', 'json', 'jsonb', 'inet', 'character varying', 'ARRAY'];

/** Every column that can hold something about a person: text, bytes, documents, and whatever refers to one. */
async function columnsIn({ db }: Forum): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select conrelid::regclass || '.' || attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = any('{person,login,mail_recipient}'::regclass[])`.execute(db);
  const words = (await shapesOf(db)).flatMap(({ table, columns }) =>
    columns.flatMap(({ name, type }) => (holdsWords.includes(type) ? `${table}.${name}` : [])),
  );
  return [...new Set([...words, ...rows.map(({ column }) => column)])].sort();
}

forumTest('every column that can hold something about a person is declared, or said not to', async ({ forum }) => {
  const found = await columnsIn(forum);
  expect(found.length).toBeGreaterThan(150);
  const declared = personal.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const known = new Set([...declared, ...impersonal]);
  expect(found.filter((column) => !known.has(column))).toEqual([]);
  expect(declared.filter((column) => impersonal.has(column))).toEqual([]);
});

forumTest('what is declared is there, and the notice says of each table what it is for', async ({ forum }) => {
  const shapes = await shapesOf(forum.db);
  const all = new Set(shapes.flatMap(({ table, columns }) => columns.map(({ name }) => `${table}.${name}`)));
  const named = personal.flatMap(({ table, columns, of, emptied = {} }) =>
    [...columns, ...Object.values(of), ...Object.keys(emptied)].map((column) => `${table}.${column}`),
  );
  expect([...named, ...impersonal].filter((column) => !all.has(column))).toEqual([]);
  const codes = personal.flatMap(({ table }) => ['what', 'why', 'until'].map((part) => `privacy.${part}.${table}`));
  expect(codes.filter((code) => !(code in en))).toEqual([]);
});
