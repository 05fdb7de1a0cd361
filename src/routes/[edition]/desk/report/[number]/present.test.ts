import { tmpdir } from 'node:os';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openRapporteur } from '#open.ts';
import { openLive, type Live } from '#record/live.ts';
import { readSettings } from '#settings.ts';
import { beHere, type Here } from './present.ts';

const report = '00000000-0000-4000-8000-000000000001';
const [one, two] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const at = (window: string, paragraph: string | null = null): Here => ({ window, person: window, name: window.toUpperCase(), paragraph }); // prettier-ignore

test('whoever is at a desk is seen there in both processes, in their paragraph, until they have not asked for a while', () => {
  const words: string[] = [];
  const processes: Live[] = [];
  const carry = (word: string) => {
    words.push(word);
    for (const live of processes) live.hear(word);
  };
  processes.push(openLive(0, carry), openLive(0, carry));
  const [here, there] = processes as [Live, Live];
  let now = Date.now();
  const ask = (live: Live, me: Here) => beHere(live, report, me, now);
  expect(ask(here, at('ana'))).toEqual([]);
  expect(ask(there, at('ben', two)), 'before the other has mentioned herself again').toEqual([]);
  expect(ask(here, at('ana', one))).toEqual([at('ben', two)]);
  expect(ask(there, at('ben', two))).toEqual([at('ana', one)]);
  expect(beHere(there, two, at('cem'), now), 'at the desk of another report').toEqual([]);
  // Who stays where they are is mentioned every few seconds and no oftener.
  const before = words.length;
  now += 1000;
  ask(here, at('ana', one));
  expect(words).toHaveLength(before);
  now += 2500;
  ask(here, at('ana', one));
  expect(words).toHaveLength(before + 1);
  now += 4000;
  expect(ask(here, at('ana', one)), 'one who has gone').toEqual([]);
  for (const word of ['{', '{"at":"report"}', '']) expect(() => there.hear(word)).not.toThrow();
  expect(words.every((word) => word.length < 1000)).toBe(true);
});

const postgres = process.env.TEST_DATABASE_URL;

test.skipIf(!postgres)('two web processes on one PostgreSQL tell each other, and the record is not moved by it', { timeout: 60_000 }, async () => {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  await client.query('create database present');
  const url = new URL(postgres!);
  url.pathname = '/present';
  const settings = readSettings({ DATABASE_URL: url.href, DATA_DIR: tmpdir(), SECRET: 'a key that both processes have' });
  const processes = [await openRapporteur(settings), await openRapporteur(settings)];
  try {
    const [here, there] = processes.map(({ forum }) => forum.live) as [Live, Live];
    const before = [here.sequence, there.sequence];
    beHere(there, report, at('ben', two));
    await expect.poll(() => beHere(here, report, at('ana', one)), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => beHere(there, report, at('ben', one)), { timeout: 10_000 }).toEqual([at('ana', one)]);
    await expect.poll(() => beHere(here, report, at('ana', one)), { timeout: 10_000 }).toEqual([at('ben', one)]);
    expect([here.sequence, there.sequence]).toEqual(before);
  } finally {
    for (const one of processes) await one.close();
    await client.query('drop database present with (force)');
    await client.end();
  }
}); // prettier-ignore
