// How much longer a page, a file or the API takes to say "not found" of a thing that is hidden than of one that is not there:
// near 1, or the time tells what the words do not. `npm run bench:hidden`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/open.server.ts';
import { median, table } from './machine.ts';
import { startServer } from './running-server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const rounds = Number(process.argv[2] ?? 300);
const directory = mkdtempSync(join(tmpdir(), 'rapporteur-hidden-'));
const first = await startServer({ directory, words: ['--demo'] });
await first.stop();
const hidden = await hiddenThings();
const server = await startServer({ directory, words: ['--demo'] });
try {
  const rows: [string, string, string][] = [['what a visitor asks for', 'measured', 'target']];
  for (const [what, there, absent] of hidden) {
    const [a, b] = await timed(there, absent);
    const ratio = a / b;
    rows.push([what, `hidden ${a.toFixed(2)} ms, absent ${b.toFixed(2)} ms, ratio ${ratio.toFixed(2)}`, '0.8–1.25']);
    if (ratio < 0.8 || ratio > 1.25) process.exitCode = 1;
  }
  table(`Hidden and absent, median of ${rounds} each`, rows);
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

/** In turns, so that whatever else the machine does falls on both. */
async function timed(there: string, absent: string): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let n = -10; n < rounds; n++)
    for (const which of n % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      const path = which === 0 ? there : absent;
      const began = performance.now();
      const answer = await fetch(server.address + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
      await answer.text();
      if (n >= 0) times[which].push(performance.now() - began);
      if (answer.status !== 404) throw new Error(`${path} answers ${answer.status}`);
    }
  return [median(times[0]), median(times[1])];
}

/** Things of the demo that no visitor may see, each beside its like that does not exist. */
async function hiddenThings(): Promise<[what: string, hidden: string, absent: string][]> {
  const database = await openDatabase({ directory });
  try {
    const { db } = database;
    const statement = await db
      .selectFrom('statement')
      .innerJoin('roundtable', 'roundtable.id', 'roundtable_id')
      .select(['roundtable.number as rt', 'statement.number as n', 'statement.id'])
      .where('statement.state', '=', 'draft')
      .orderBy('statement.id')
      .executeTakeFirst();
    const practice = await db
      .selectFrom('practice')
      .select('slug')
      .where('state', '<>', 'published')
      .executeTakeFirst();
    const person = await db.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow();
    const desk = '/lake-forum/desk';
    return [
      ...(statement
        ? ([['a statement that is not public', `/lake-forum/rt/${statement.rt}/statements/${statement.n}`, `/lake-forum/rt/${statement.rt}/statements/9999`]] as [string, string, string][]) // prettier-ignore
        : []),
      ...(practice
        ? ([['a practice not yet published', `/lake-forum/practices/${practice.slug}`, '/lake-forum/practices/no-such-practice']] as [string, string, string][]) // prettier-ignore
        : []),
      ['a person of the register', `${desk}/register/persons/${person.id}`, `${desk}/register/persons/${none}`],
      ['a comment to rule on', `${desk}/rulings/3.1/22`, `${desk}/rulings/3.1/9999`],
      ['the notes of a meeting', `${desk}/notes/2.1`, `${desk}/notes/9.9`],
      ['the desk of a floor', `${desk}/floor/2.1`, `${desk}/floor/9.9`],
    ];
  } finally {
    await database.close();
  }
}
