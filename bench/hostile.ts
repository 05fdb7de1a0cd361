// More than five hundred hostile texts of our own making in every text of every act, as whoever may do it; then the pages that
// show them in a browser whose content policy is switched off: is anything run, does anything break? And the hostile documents
// of HOSTILE_DIR, where it is set: what becomes of each, in how much memory and time. `npm run bench:hostile [-- 1]` (every
// how-manieth text)
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { chromium } from 'playwright-core';
import { acts } from '#acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { openLive } from '#record/live.ts';
import { isExpected } from '#record/refusals.ts';
import { visitor } from '#record/viewer.ts';
import { openRapporteur } from '#open.ts';
import { readSettings } from '#settings.ts';
import { submitComment } from '#statements/acts.ts';
import { rolesForum, type Who } from '../test/access/roles-forum.ts';
import { table as cells } from '../test/access/table.ts';
import { hostileInputs } from './hostile/inputs.ts';
import { readHostileDocuments } from './hostile/documents.ts';
import { table } from './machine.ts';
import { startServer } from './running-server.ts';

const every = Number(process.argv[2] ?? 1);
const inputs = hostileInputs.filter((_, i) => i % every === 0);
const rows: [string, string, string][] = [['what', 'measured', 'target']];
await actsTried();
await pagesWatched();
if (process.env.HOSTILE_DIR) rows.push(...(await readHostileDocuments(process.env.HOSTILE_DIR)));
table(`${inputs.length} hostile texts`, rows);
if (!process.env.HOSTILE_DIR) console.log('Not read: hostile documents. Set HOSTILE_DIR to their folder.');

/** Puts each text into each text of each act's input, in the place of one that is taken, and undoes what that did. */
async function actsTried(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-hostile-'));
  const rapporteur = await openRapporteur(readSettings({ DATA_DIR: directory }));
  const tx = await rapporteur.forum.db.startTransaction().execute();
  const now = () => new Date('2026-06-01T12:00:00Z');
  const forum = { ...rapporteur.forum, db: tx, live: openLive(0), follow: async () => {}, wake: async () => {}, now };
  const { viewers, ids } = await rolesForum(forum);
  const broken = new Map<string, number>();
  let fields = 0;
  let tries = 0;
  for (const [name, [who, input]] of Object.entries(cells(ids))) {
    const act = acts.find((act) => act.name === name)!;
    for (const path of textsIn(input)) {
      fields += 1;
      for (const text of inputs) {
        tries += 1;
        const viewer = viewers[(who[0] ?? 'visitor') as Who] ?? visitor;
        const error = await attempt(forum, () =>
          perform(forum, viewer, act as never, replaced(input, path, text) as never),
        );
        if (error) {
          const what = `${name} ${path.join('.')}: ${String(error).split('\n')[0]!.slice(0, 160)} on ${JSON.stringify(text.slice(0, 40))}`;
          broken.set(what, (broken.get(what) ?? 0) + 1);
        }
      }
    }
  }
  await tx.rollback().execute();
  await rapporteur.close();
  rmSync(directory, { recursive: true, force: true });
  rows.push([`errors that are no refusal, ${tries.toLocaleString('en')} tries in ${fields} texts of acts`, String(broken.size), '0']); // prettier-ignore
  for (const [what, times] of [...broken].slice(0, 30)) console.log(`${times} × ${what}`);
  if (broken.size > 0) process.exitCode = 1;
}

async function attempt(forum: Forum, work: () => Promise<unknown>): Promise<unknown> {
  await sql`savepoint hostile`.execute(forum.db);
  try {
    await work();
    return null;
  } catch (error) {
    return isExpected(error) ? null : error;
  } finally {
    await sql`rollback to savepoint hostile; release savepoint hostile`.execute(forum.db);
  }
}

type Path = (string | number)[];

function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    textsIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function replaced(value: unknown, path: Path, text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((part, i) => (i === first ? replaced(part, rest, text) : part));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first as string], rest, text) };
}

/** Enters every text as a comment and as a guest's name, and looks at every page that shows them. */
async function pagesWatched(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-hostile-'));
  const filling = await startServer({ directory, words: ['--demo'] });
  await filling.stop();
  const rapporteur = await openRapporteur(readSettings({ DATA_DIR: directory }));
  const { db } = rapporteur.forum;
  const { id: roundtable } = await db
    .selectFrom('roundtable')
    .select('id')
    .where('number', '=', '3.1')
    .executeTakeFirstOrThrow();
  let entered = 0;
  for (const text of inputs)
    for (const given of [{ body: text }, { body: `By name: ${text}`, name: text.slice(0, 200) }])
      await perform(rapporteur.forum, visitor, submitComment, { roundtable, ...given }).then(
        () => entered++,
        (error) => {
          if (!isExpected(error)) throw error;
        },
      );
  const { n } = await db.selectFrom('statement').select((eb) => eb.fn.max('number').as('n')).where('roundtable_id', '=', roundtable).executeTakeFirstOrThrow(); // prettier-ignore
  await rapporteur.close();
  const server = await startServer({ directory, words: ['--demo'] });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const ran: string[] = [];
  const failed: string[] = [];
  let looked = 0;
  try {
    const rt = '/lake-forum/rt/3.1';
    const some = Array.from({ length: 40 }, (_, i) => `${rt}/statements/${Math.floor(Number(n) - (i * entered) / 40)}`);
    const searches = inputs
      .filter((_, i) => i % 25 === 0)
      .map((text) => `/lake-forum/search?q=${encodeURIComponent(text)}`);
    const shown = [rt, `${rt}?order=newest`, '/lake-forum', '/lake-forum/record', `${rt}/rulings`, `${rt}/comment?reply=${n}`, ...some, ...searches]; // prettier-ignore
    for (const hasPolicy of [true, false]) {
      const context = await browser.newContext({ baseURL: server.address, bypassCSP: !hasPolicy });
      await context.exposeFunction('hit', () => ran.push('hit'));
      const page = await context.newPage();
      page.on('dialog', (dialog) => (ran.push(`dialog on ${page.url()}`), dialog.dismiss()));
      for (const path of shown) {
        const answer = await page.goto(path, { timeout: 120_000 });
        looked += 1;
        if ((answer?.status() ?? 500) >= 500) failed.push(`${path}: ${answer?.status()}`);
        // What waits to be hovered over, focused or opened gets its chance.
        await page.evaluate(() => {
          for (const one of document.querySelectorAll<HTMLElement>('main *'))
            for (const event of ['mouseover', 'pointerenter', 'focus', 'toggle', 'error'])
              one.dispatchEvent(new Event(event));
        });
        if (!page.url().startsWith(server.address)) ran.push(`led to ${page.url()}`);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  rows.push([`run in a browser, ${entered} entered, ${looked} pages, half of them with the policy off`, String(ran.length), '0']); // prettier-ignore
  rows.push(['pages that broke', String(failed.length), '0']);
  for (const one of [...ran, ...failed].slice(0, 20)) console.log(one);
  if (existsSync('/tmp/hit')) console.log('A command was run: /tmp/hit is there');
  if (ran.length + failed.length > 0 || existsSync('/tmp/hit')) process.exitCode = 1;
}
