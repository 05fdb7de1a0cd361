import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

const desk = '/lake-forum/desk/notes/3.2';

/** Ruth Auma takes the notes of RT 3.2: a line at a time without script; with it, through a lost connection. */
export function aNoteTaker({ story, once }: Demo): void {
  story('a note-taker keeps a line, corrects it and decides which of two stands', async (page, { hasScript }) => {
    await signIn(page, 'Ruth Auma', desk);
    await onPage(page, /lines?, all kept$/);
    const line = page.getByLabel(/^(Type: who, what they did, their words|Correct the line)/);
    const kept = page.getByRole('list', { name: /line/ }).first();
    const words = hasScript ? 'who pays for the second night' : 'who pays for the third night';
    if (hasScript) {
      await page.getByText('Every keystroke is kept on this machine').waitFor();
      await line.pressSequentially('gu', { delay: 5 });
      await line.press('Tab');
      expect(await line.inputValue()).toBe('gtm ');
      await line.pressSequentially(`q ${words}`, { delay: 5 });
      const reading = page.getByRole('region', { name: 'What the engine reads' });
      await reading.getByText(`Guatemala questioned ${words}.`).waitFor();
      await line.press('Enter');
    } else {
      await line.fill(`gtm q ${words}`);
      await page.getByRole('button', { name: 'Keep the line' }).click();
    }
    await kept.getByText(words).first().waitFor();
    if (hasScript) {
      await line.press('ArrowUp');
      expect(await line.inputValue()).toBe(`gtm q ${words}`);
      await line.press('End');
      await line.pressSequentially(', and the third');
      await line.press('Enter');
      await kept.getByText(`${words}, and the third`).first().waitFor();
      await line.press('Alt+2');
    } else
      await page
        .getByRole('link', { name: `Correct ${words}` })
        .first()
        .waitFor();
    await page.getByRole('heading', { level: 1, name: /all kept$/ }).waitFor();
    await accessible(page);
    await page.goto('/lake-forum/rt/3.2/meeting');
    await onPage(page, /on the record/);
    expect(await textOf(page.getByRole('main'))).toContain('check against delivery');
  });

  once('a note-taker loses the connection, and no keystroke', async (page) => {
    await signIn(page, 'Ruth Auma', desk);
    const line = page.getByLabel('Type: who, what they did, their words');
    await page.getByText('Every keystroke is kept on this machine').waitFor();
    await page.getByText('This desk opens without a network too.').waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^Working without a connection since/).waitFor();
    for (const words of ['first without a line', 'second without a line', 'third without a line']) {
      await line.pressSequentially(`ken st ${words}`);
      await line.press('Enter');
    }
    await line.pressSequentially('ken p half a sen');
    await page.getByRole('heading', { level: 1, name: /3 wait on this machine$/ }).waitFor();
    await page.close();

    const again = await page.context().newPage();
    again.setDefaultTimeout(15_000);
    // With no network at all: the desk opens as it was left, the line in hand included.
    await again.goto(desk);
    await again.getByRole('heading', { level: 1, name: /3 wait on this machine$/ }).waitFor();
    const inHand = again.getByLabel('Type: who, what they did, their words');
    expect(await inHand.inputValue()).toBe('ken p half a sen');
    await inHand.press('End');
    await inHand.pressSequentially('tence');
    await inHand.press('Enter');
    await again.context().setOffline(false);
    await again.getByRole('heading', { level: 1, name: /all kept$/ }).waitFor();
    await again.reload();
    await again.getByText('Every keystroke is kept on this machine').waitFor();
    const all = await textOf(again.getByRole('main'));
    for (const words of ['first', 'second', 'third']) expect(all).toContain(`${words} without a line`);
    expect(all).toContain('half a sentence');
  });
}
