// More than five hundred hostile texts of our own making: in every text of every act; in every form of every page, as whoever
// has it; and then on all pages, in a browser whose content policy is switched off: is anything run, does anything break? And
// the hostile documents of HOSTILE_DIR, where it is set: what becomes of each, in how much memory and time.
// `npm run bench:hostile [-- 1 acts|pages|crawl|documents]` (every how-manieth text, of those the schemas of acts take; only
// that part; to crawl is the pages without each text by itself in each field)
import { existsSync } from 'node:fs';
import { tryActs } from './hostile/acts.ts';
import { readHostileDocuments } from './hostile/documents.ts';
import { placeOf } from './hostile/forms.ts';
import { hostileInputs } from './hostile/inputs.ts';
import { watchPages } from './hostile/pages.ts';
import { table, type Row } from './machine.ts';

const every = Number(process.argv[2] ?? 1);
const only = process.argv[3];
const inputs = hostileInputs.filter((_, i) => i % every === 0);
const rows: Row[] = [['what', 'measured', 'target']];
const wrong: string[] = [];
if (!only || only === 'acts') {
  const tried = await tryActs(hostileInputs, every);
  rows.push(...tried.rows);
  wrong.push(...tried.broken);
}
if (!only || only === 'pages' || only === 'crawl') {
  const watched = await watchPages(inputs, only === 'crawl');
  rows.push(...watched.rows);
  wrong.push(...watched.wrong);
}
const folder = process.env.HOSTILE_DIR;
if (folder && (!only || only === 'documents')) rows.push(...(await readHostileDocuments(folder)));
table(`${hostileInputs.length} hostile texts`, rows);
// One of each kind, with how many there were.
const whatKind = (one: string) => placeOf(one.split(': ').slice(0, 2).join(': ')).replace(/: [\w.]+ \//, ': /');
for (const same of [...Map.groupBy(wrong, whatKind).values()].slice(0, 60)) console.log(`${same.length} × ${same[0]}`);
if (!folder) console.log('Not read: hostile documents. Set HOSTILE_DIR to their folder.');
if (existsSync('/tmp/hit')) wrong.push('A command was run: /tmp/hit is there');
if (wrong.length > 0) process.exitCode = 1;
