import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openRapporteur } from '#open.ts';
import { perform } from '#record/act.ts';
import { isExpected } from '#record/refusals.ts';
import { visitor } from '#record/viewer.ts';
import { readSettings } from '#settings.ts';
import { submitComment } from '#statements/acts.ts';
import type { Row } from '../machine.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import { fillForms, signIn } from './filling.ts';
import { kindOf, placeOf, readPage, type Form } from './forms.ts';

const logins = ['visitor', 'amina.yusuf', 'marisol.choc', 'wanjiru.kamau', 'leila.haddad', 'ruth.auma', 'jonas.keller', 'grace.nakato']; // prettier-ignore
/** So many addresses of one kind are looked at by each: more take an hour. */
const ofAKind = 1;

/**
 * Every text as a comment and as a guest's name; then every form of every page anyone is shown, with texts typed into it and
 * as no page sends it; then all those pages again, by everyone, in a browser without its content policy. Quick: without each
 * text by itself in each field, and without what no page sends.
 */
export async function watchPages(
  inputs: readonly string[],
  isQuick = false,
): Promise<{ rows: Row[]; wrong: string[] }> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-hostile-'));
  await (await startServer({ directory, words: ['--demo'] })).stop();
  const entered = await enter(directory, inputs);
  const server = await startServer({ directory, words: ['--demo'] });
  const launch = () =>
    chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    });
  const browser = await launch();
  try {
    const cookies = new Map<string, string>();
    for (const who of logins) cookies.set(who, await signIn(server.address, who));
    const { forms, seen } = await walk(server, browser, cookies);
    console.error(`${forms.length} forms on ${[...seen.values()].flat().length} pages`);
    const filled = await fillForms(server.address, launch, cookies, forms, { inputs, isQuick });
    const looked = await look(server, browser, cookies, seen, inputs);
    const rows: Row[] = [
      ['entered as comments and as guests’ names', `${entered} of ${2 * inputs.length} taken`, ''],
      ...filled.rows,
      ...looked.rows,
    ];
    return { rows, wrong: [...filled.wrong, ...looked.wrong] };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function enter(directory: string, inputs: readonly string[]): Promise<number> {
  const { forum, close } = await openRapporteur(readSettings({ DATA_DIR: directory }));
  const { id: roundtable } = await forum.db.selectFrom('roundtable').select('id').where('number', '=', '3.1').executeTakeFirstOrThrow(); // prettier-ignore
  let entered = 0;
  for (const text of inputs)
    for (const given of [{ body: text }, { body: `By name: ${text}`, name: text.slice(0, 200) }])
      await perform(forum, visitor, submitComment, { roundtable, ...given }).then(
        () => entered++,
        (error) => {
          if (!isExpected(error)) throw error;
        },
      );
  await close();
  return entered;
}

/** Follows every link anyone is shown, a few of each kind, and gathers the forms. */
async function walk({ address }: RunningServer, browser: Browser, cookies: ReadonlyMap<string, string>) {
  const reading = await browser.newPage();
  const forms = new Map<string, Form>();
  const seen = new Map<string, string[]>();
  for (const [who, cookie] of cookies) {
    const waiting = ['/lake-forum', '/lake-forum/desk', '/account', '/account/mail', '/account/tokens', '/sign-in', '/sign-in/reset', '/sign-up', '/receipts', '/privacy', '/import', '/api', '/set-up', '/lake-forum/rt/3.2/floor', '/lake-forum/rt/3.1/comment', '/lake-forum/rt/2.1/report/length', '/lake-forum/desk/report/2.1']; // prettier-ignore
    const kinds = new Map<string, number>();
    const here: string[] = [];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = placeOf(path);
      if (here.includes(path) || (kinds.get(kind) ?? 0) >= ofAKind) continue;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const answer = await fetch(address + path, { headers: { cookie, accept: 'text/html' } });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) {
        await answer.body?.cancel();
        continue;
      }
      here.push(path);
      const read = await reading.evaluate(readPage, await answer.text());
      for (const form of read.forms) {
        const whole = { ...form, who, page: path, action: pathOf(form.action, address + path)! };
        const name = `${who} ${kindOf(whole)}`;
        if (whole.action && !forms.has(name)) forms.set(name, whole);
      }
      for (const link of read.links) {
        const next = pathOf(link, address + path);
        if (next && !/\.(csv|json|docx|pdf|atom|zip|txt|xml|md)(\?|$)|\/attachments\/|^\/(tile|_app|search)/.test(next)) waiting.push(next); // prettier-ignore
      }
    }
    seen.set(who, here);
  }
  await reading.close();
  return { forms: [...forms.values()], seen };
}

/** Its path and query; null where it leads elsewhere. */
function pathOf(link: string, base: string): string | null {
  const url = URL.canParse(link, base) ? new URL(link, base) : null;
  return url?.origin === new URL(base).origin ? url.pathname + url.search : null;
}

/** Everything everyone was shown before, and some more of what was entered, with and without the content policy. */
async function look(
  { address }: RunningServer,
  browser: Browser,
  cookies: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, string[]>,
  inputs: readonly string[],
) {
  // prettier-ignore
  const wrong: string[] = [];
  let [looked, broken] = [0, 0];
  const rt = '/lake-forum/rt/3.1';
  const searches = inputs.filter((_, i) => i % 20 === 0).map((text) => `/lake-forum/search?q=${encodeURIComponent(text)}`); // prettier-ignore
  const statements = Array.from({ length: 30 }, (_, i) => `${rt}/statements/${30 + Math.floor((i * 2 * inputs.length) / 30)}`); // prettier-ignore
  const more = [`${rt}?order=newest`, '/lake-forum/record', ...statements, ...searches];
  for (const hasPolicy of [false, true])
    for (const [who, cookie] of cookies) {
      console.error(`${new Date().toISOString().slice(11, 19)} ${looked} pages looked at; ${wrong.length} wrong`);
      if (hasPolicy && !['visitor', 'grace.nakato'].includes(who)) continue;
      const context = await browser.newContext({ baseURL: address, bypassCSP: !hasPolicy });
      await context.addCookies(cookie.split('; ').filter(Boolean).map((one) => ({ name: one.split('=')[0]!, value: one.slice(one.indexOf('=') + 1), url: address }))); // prettier-ignore
      const page = await context.newPage();
      await context.exposeFunction('hit', () => wrong.push(`run on ${page.url()}, seen by ${who}`));
      page.on('dialog', (dialog) => (wrong.push(`a dialog on ${page.url()}`), dialog.dismiss()));
      for (const path of [...seen.get(who)!, ...(who === 'visitor' || who === 'grace.nakato' ? more : [])]) {
        const status = await open(page, path);
        looked += 1;
        if (status === 0 || status >= 500) {
          broken += 1;
          wrong.push(`${status} ${path}, seen by ${who}`);
        }
        await page.evaluate(poke).catch(() => {});
        if (!page.url().startsWith(address)) wrong.push(`led from ${path} to ${page.url()}`);
      }
      await context.close();
    }
  const rows: Row[] = [
    ['pages looked at in a browser, by everyone', `${looked}, most with the content policy off`, ''],
    ['run, or led elsewhere', String(wrong.length - broken), '0'],
    ['pages that broke', String(broken), '0'],
  ];
  return { rows, wrong };
}

/** Goes to a page, or opens a file that is handed over to be kept, as whoever keeps it does; what it was answered with. */
async function open(page: Page, path: string): Promise<number> {
  const going = page.goto(path, { timeout: 120_000, waitUntil: 'domcontentloaded' });
  const answer = await going.catch((error) => (String(error).includes('Download is starting') ? 'file' : null));
  if (answer !== 'file') return answer?.status() ?? 0;
  const file = await page.request.get(path);
  await page.setContent(await file.text(), { waitUntil: 'domcontentloaded' });
  return file.status();
}

/** What waits to be hovered over, focused or opened gets its chance. Runs in the browser. */
function poke(): void {
  for (const one of document.querySelectorAll<HTMLElement>('main *'))
    for (const event of ['mouseover', 'pointerenter', 'focus', 'toggle', 'error']) one.dispatchEvent(new Event(event));
}
