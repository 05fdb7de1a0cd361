import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '#bench/running-server.ts';
import { demoPassword } from '#test/world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromiumWords =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** The demo forum, served by the real server on a data directory of its own, and a browser to walk through it. */
export function inTheDemo(words: string[] = ['--demo']) {
  const stage: { server: RunningServer; browser: Browser } = {} as never;
  beforeAll(async () => {
    stage.server = await startServer({ words });
    stage.browser = await chromium.launch({ executablePath: process.env.CHROMIUM!, args: chromiumWords });
  });
  afterAll(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
  });
  return {
    stage,
    /** A story told once with JavaScript and once without. */
    story(name: string, walk: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
      for (const javaScriptEnabled of [true, false])
        test(`${name}, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
          const context = await stage.browser.newContext({
            baseURL: stage.server.address,
            javaScriptEnabled,
            locale: 'en',
            ...options,
          });
          const page = await context.newPage();
          const complaints: string[] = [];
          page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
          page.on('pageerror', (error) => complaints.push(error.message));
          try {
            await walk(page);
            expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
          } finally {
            await context.close();
          }
        });
    },
  };
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** No violation of WCAG 2.2 AA that a machine can find. The browser's own evaluation works where the page's script is off. */
export async function accessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    interface Violation {
      id: string;
      nodes: { html: string }[];
    }
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({ runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, wcag);
  expect(violations, page.url()).toEqual([]);
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
