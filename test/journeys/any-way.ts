import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessible, onPage, textOf, type Demo } from './journey.ts';

const publicPages = [
  '/lake-forum',
  '/lake-forum/rt/2',
  '/lake-forum/rt/2.1',
  '/lake-forum/rt/3.1',
  '/lake-forum/rt/3.1/comment?reply=23',
  '/lake-forum/rt/3.1/statements/8',
  '/lake-forum/rt/2.1/statements/36',
  '/lake-forum/rt/2.1/report',
  '/lake-forum/rt/3.1/report',
  '/lake-forum/reports',
  '/lake-forum/delegations',
  '/lake-forum/delegations/guatemala',
  '/lake-forum/search?q=cities',
  '/lake-forum/record',
  '/receipts',
  '/sign-in',
  '/nowhere',
];

const phone = { width: 390, height: 844 };
/** A4 without its margins, in CSS pixels. */
const sheet = { width: 658, height: 980 };

/** However someone comes: on a phone, in the dark, on paper, without a mouse. */
export function anyWay({ story, once }: Demo): void {
  once('every public page fits a phone in the dark, and paper', async (page) => {
    for (const address of publicPages) {
      await page.setViewportSize(phone);
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await page.goto(address);
      expect(await page.evaluate(paper), address).toMatch(/^rgb\((\d|[1-5]\d), /);
      expect(await page.evaluate(tooWide), address).toBe(0);
      await accessible(page);
      await page.setViewportSize(sheet);
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      expect(await page.evaluate(tooWide), `${address} on paper`).toBe(0);
      expect(await page.getByRole('navigation', { name: 'Main' }).isVisible(), address).toBe(false);
      expect(await page.getByRole('heading', { level: 1 }).isVisible(), address).toBe(true);
    }
  });

  story('a reader chooses a theme, and keeps it', async (page) => {
    await page.goto('/lake-forum/delegations');
    const light = await page.evaluate(paper);
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/lake-forum/delegations');
    expect(await page.evaluate(paper)).not.toBe(light);
    await page.getByRole('link', { name: 'Reports' }).click();
    await onPage(page, 'Reports');
    expect(await page.evaluate(paper)).not.toBe(light);
    await page.getByRole('button', { name: 'As my device' }).click();
    await page.getByRole('button', { name: 'As my device', pressed: true }).waitFor();
    expect(await page.evaluate(paper)).toBe(light);
  });

  story('someone without a mouse comments', async (page, { hasScript }) => {
    await page.goto('/lake-forum/rt/3.1');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    expect(await page.getByRole('link', { name: 'Skip to content' }).boundingBox()).toMatchObject({
      x: expect.any(Number),
    });
    await page.keyboard.press('Enter');
    await tabTo(page, 'Add your comment');
    await page.keyboard.press('Enter');
    await onPage(page, 'Add your comment');
    await tabTo(page, 'question');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.getByRole('radio', { name: /^Question 6:/ }).isChecked()).toBe(true);
    await tabTo(page, 'body');
    await page.keyboard.type(`Typed ${hasScript ? 'with' : 'without'} script, without a mouse.`);
    await tabTo(page, 'name');
    await tabTo(page, 'Submit and get a receipt');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await textOf(page.getByRole('main'))).toContain('without a mouse.');
  });
}

/** Presses Tab until that is reached, a dozen times at most; wherever the focus is, it can be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), name).not.toBe('none');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`“${name}” is not reached by Tab; the focus is on “${await focused(page)}”`);
}

const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.name || document.activeElement.textContent.trim()');
const tooWide = 'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)';
const paper = 'getComputedStyle(document.body).backgroundColor';
