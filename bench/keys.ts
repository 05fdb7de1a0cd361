// A thousand idempotency keys, each sent fifty times at once to what answers the API's acts: as many rows as keys, and one
// answer for each; then each is sent once more, long after it was answered. On the embedded database and on PostgreSQL, there
// from two processes' pools. `npm run bench:keys [-- 1000 50]`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performOnce } from '#api/acting.ts';
import { offeredActs } from '#api/offered-acts.ts';
import { openRapporteur } from '#open.ts';
import { readSettings } from '#settings.ts';
import { startPostgres } from '../scripts/postgres.ts';
import { smallForum } from '../test/small-forum.ts';
import { table } from './machine.ts';

const [keys, sends] = [1000, 50].map((usual, i) => Number(process.argv[2 + i] ?? usual)) as [number, number];
const rows: [string, string, string][] = [['database', 'measured', 'target']];
const postgres = await startPostgres();
rows.push(['embedded', await sending(undefined), `${keys} rows, 0 wrong answers`]);
if (postgres) rows.push(['PostgreSQL', await sending(postgres.url), `${keys} rows, 0 wrong answers`]);
await postgres?.stop();
table(`${keys} idempotency keys × ${sends} concurrent sends`, rows);

async function sending(databaseUrl: string | undefined): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-keys-'));
  const settings = readSettings({ DATA_DIR: directory, DATABASE_URL: databaseUrl ?? '' });
  const processes = [await openRapporteur(settings)];
  if (databaseUrl) processes.push(await openRapporteur(settings));
  try {
    const now = () => new Date('2026-06-01T12:00:00Z');
    const forums = processes.map(({ forum }) => ({ ...forum, now }));
    const { roundtable, delegate } = await smallForum(forums[0]!);
    const act = offeredActs.find(({ name }) => name === 'comment.submit')!;
    let wrong = 0;
    const began = performance.now();
    const requestOf = (i: number) => ({ act, input: { roundtable, body: `Key ${i}` }, key: `key-${i}` });
    const answered: string[] = [];
    // So many keys at a time that all their sends together fill every pool many times over.
    for (let from = 0; from < keys; from += 20)
      await Promise.all(
        Array.from({ length: Math.min(20, keys - from) }, async (_, i) => {
          const answers = await Promise.all(
            Array.from({ length: sends }, (_, n) =>
              performOnce(forums[n % forums.length]!, delegate, requestOf(from + i)),
            ),
          );
          if (new Set(answers).size !== 1) wrong += 1;
          answered[from + i] = answers[0]!;
        }),
      );
    const seconds = (performance.now() - began) / 1000;
    const again = performance.now();
    for (const [i, answer] of answered.entries())
      if ((await performOnce(forums[i % forums.length]!, delegate, requestOf(i))) !== answer) wrong += 1;
    const each = (performance.now() - again) / keys;
    const { n } = await forums[0]!.db.selectFrom('statement').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(); // prettier-ignore
    if (n !== keys || wrong > 0) process.exitCode = 1;
    return `${n} rows, ${wrong} wrong answers, ${seconds.toFixed(0)} s; sent again later: ${each.toFixed(2)} ms each`;
  } finally {
    for (const one of processes) await one.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
