import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '#bench/running-server.ts';
import { demoDirectory } from '#test/demo-once.ts';
import { demoPassword } from '#test/world/demo-password.ts';
import { kindsOnPage } from './kinds-on-page.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browserWords =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** One telling of a story: in a browser that has script or has none. */
export interface Telling {
  hasScript: boolean;
  /** Another reader, on another machine so to speak: nothing of the first one's session is theirs. */
  someoneElse(): Promise<Page>;
  /** Where the server answers. */
  address: string;
  /** What the server has printed: where there is no mail server, secret letters stand there only. */
  console(): string;
}

type Walk = (page: Page, telling: Telling) => Promise<void>;
type Browsing = Omit<BrowserContextOptions, 'javaScriptEnabled'>;

export interface Demo {
  /** A story, told once with script and once without. Both happen in one forum, the second after the first. */
  story(name: string, walk: Walk, options?: Browsing): void;
  /** One that no script has a part in; `timeout` in milliseconds, where it is long. */
  once(name: string, walk: Walk, options?: Browsing & { timeout?: number }): void;
}

/** The demo forum, served by the real server on a data directory of its own, and a browser to walk through it. */
export function inTheDemo(): Demo {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer({ directory: await demoDirectory(), words: ['--demo'] });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM!, args: browserWords });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  async function told(walk: Walk, hasScript: boolean, options: Browsing): Promise<void> {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    const someoneElse = async () => {
      const settings = { baseURL: server.address, javaScriptEnabled: hasScript, locale: 'en', ...options };
      const context = await browser.newContext(settings);
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      if (!hasScript) scriptless.add(page);
      origins.set(page, server.address);
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      return page;
    };
    try {
      await walk(await someoneElse(), {
        hasScript,
        someoneElse,
        address: server.address,
        console: () => server.said(),
      });
      // A browser reports every refusal it is answered with; those are read on the pages themselves.
      expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    } finally {
      for (const context of contexts) await context.close();
    }
  }
  return {
    story(name, walk, options = {}) {
      test(`${name}, with script`, () => told(walk, true, options));
      test(`${name}, without script`, () => told(walk, false, options));
    },
    once: (name, walk, { timeout, ...options } = {}) => test(name, () => told(walk, true, options), timeout),
  };
}

/** Signs in by e-mail and password, without a look at the form, and opens the page at an address. */
export async function signIn(page: Page, name: string, then = '/lake-forum'): Promise<void> {
  const email = `${name.toLowerCase().replace(' ', '.')}@lakeforum.example`;
  const answer = await page.request.post('/sign-in?/password', {
    form: { email, password: demoPassword },
    headers: { accept: 'text/html', origin: origins.get(page)! },
    maxRedirects: 0,
  });
  expect(answer.status(), email).toBe(303);
  await page.goto(then);
  expect(await textOf(page.getByRole('banner'))).toContain(name);
}

/** The page with this heading has come, and everyone can use it. */
export async function onPage(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await accessible(page);
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const scriptless = new WeakSet<Page>();
const origins = new WeakMap<Page, string>();

/** What a reader sees there, in one line. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.innerText()).replace(/\s+/g, ' ').trim();
}

const looked = new Set<string>();

/**
 * No violation of WCAG 2.2 AA that a machine can find. Elements of the kinds that were looked at before, on whatever page and
 * with whatever words, are not looked at again.
 */
export async function accessible(page: Page): Promise<void> {
  const kinds = await page.evaluateHandle(kindsOnPage);
  const unseen = (await kinds.evaluate((all) => [...all.keys()])).filter((kind) => !looked.has(kind));
  if (unseen.length === 0) return;
  // Where script is off no timer ever fires, and the checker waits for one; a kept promise serves it as well.
  if (scriptless.has(page)) await page.evaluate('globalThis.setTimeout = (work) => (Promise.resolve().then(work), 0)');
  await page.evaluate(axeSource);
  const violations = await kinds.evaluate(
    async (all, { unseen, options }) => {
      interface Violation {
        id: string;
        nodes: { html: string }[];
      }
      type Run = (within: { include: Element[] }, options: object) => Promise<{ violations: Violation[] }>;
      const { axe } = window as unknown as { axe: { run: Run } };
      const elements = new Set(unseen.map((kind) => all.get(kind)!));
      const isWithin = (element: Element | null): boolean =>
        element !== null && (elements.has(element) || isWithin(element.parentElement));
      const outermost = [...elements].filter((element) => !isWithin(element.parentElement));
      const { violations } = await axe.run({ include: outermost }, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    },
    { unseen, options: { runOnly: wcag, resultTypes: ['violations'] } },
  );
  expect(violations, page.url()).toEqual([]);
  // Only now: a story that is told again, as it failed, fails again for the same page.
  for (const kind of unseen) looked.add(kind);
}
