import { expect } from 'vitest';
import { onPage, signIn, textOf, type Demo } from './journey.ts';

/** The Chair's office works through its queue: rules, sees that it cannot delete, rules anew, and answers an appeal. */
export function theChairRules({ story, once }: Demo): void {
  story('the Chair’s office rules on a comment and undoes it by a new ruling', async (page, { hasScript }) => {
    await signIn(page, 'Grace Nakato', '/lake-forum/desk');
    await onPage(page, /await a decision$/);
    await page.getByRole('link', { name: /comments await a ruling$/ }).click();
    await onPage(page, /comments await a ruling$/);
    expect(await textOf(page.getByRole('main'))).toContain('A ruling cannot be deleted.');
    const place = hasScript ? '3.1/22' : '3.1/23';
    const comment = page.getByRole('article', { name: `Comment ${place}` });
    await comment.getByText('Rule on this comment').click();
    await comment.getByRole('radio', { name: /^Not relevant: reason A/ }).check();
    await comment.getByRole('button', { name: 'Give this ruling' }).click();
    await page.getByRole('alert').waitFor();
    expect(await textOf(page.getByRole('alert'))).toContain('Say in words why: its author will read it.');
    const again = page.getByRole('article', { name: `Comment ${place}` });
    await again.getByRole('textbox', { name: `In words, on ${place}` }).fill('It asks another roundtable.');
    await again.getByRole('button', { name: 'Give this ruling' }).click();
    await page.getByRole('link', { name: `See what was ruled on ${place}, or rule anew` }).click();
    await onPage(page, 'Ruled not relevant');
    await page.getByRole('radio', { name: 'Relevant', exact: true }).check();
    await page.getByRole('button', { name: 'Give this ruling' }).click();
    await onPage(page, 'Ruled relevant');
    expect(await textOf(page.getByRole('main'))).toContain('A later ruling took its place.');
  });

  once('an appeal is answered by keyboard alone, and counted in public', async (page) => {
    await signIn(page, 'Grace Nakato', '/lake-forum/desk/rulings/appeals');
    await onPage(page, 'One appeal awaits an answer');
    await page.getByRole('link', { name: 'Answer it' }).press('Enter');
    await onPage(page, 'Ruled not relevant, and appealed');
    await page.getByRole('radio', { name: 'New ruling: relevant' }).press('Space');
    const words = page.getByRole('textbox', { name: 'In words' }).first();
    await words.press('H');
    await words.pressSequentially('ow drivers see the nurse is an answer to question 1.');
    await words.press('Control+Enter');
    await onPage(page, 'Ruled relevant');
    await page.goto('/lake-forum/rt/3.1/rulings');
    await onPage(page, /ruling$/);
    expect(await textOf(page.getByRole('main'))).toContain('one gave way to a new one, and none awaits an answer.');
    expect(await textOf(page.getByRole('row', { name: /^Set aside/ }))).toContain('Spam: 1');
  });
}
