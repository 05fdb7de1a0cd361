import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

/** A network offers what works for it; the support unit reads and publishes it; a State asks to be put in touch. */
export function aPractice({ story }: Demo): void {
  story('a practice is offered, published and asked about', async (page, { hasScript, someoneElse }) => {
    const title = hasScript ? 'A telephone box for newcomers' : 'A reading room for newcomers';
    await signIn(page, 'Amina Yusuf', '/lake-forum/practices');
    await onPage(page, 'Good practices');
    await page.getByRole('link', { name: 'Offer a practice' }).click();
    await onPage(page, 'Offer a good practice');
    expect(await textOf(page.getByRole('main'))).toContain('Harbour Network');
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Summary').fill('The Harbour Network keeps it open on the quay until midnight.');
    await page.getByLabel('Countries').fill('Atlantis');
    await page.getByLabel('Partners').fill('City of Port Alder\nPort chaplains');
    await page.getByLabel('Themes').fill('First services');
    await page.getByLabel('Contact: e-mail address').fill('quay@harbour.example');
    await page.getByRole('button', { name: 'Offer it' }).click();
    expect(await textOf(page.getByRole('alert'))).toContain('“Atlantis” is not a country we know.');
    await accessible(page);
    await page.getByLabel('Countries').fill('Uganda\nKenya');
    await page.getByRole('button', { name: 'Offer it' }).click();
    await onPage(page, title);
    expect(await textOf(page.getByRole('status'))).toContain('Your practice has been received.');
    const address = new URL(page.url()).pathname;

    const reader = await someoneElse();
    expect((await reader.goto(address))!.status()).toBe(404);
    const office = await someoneElse();
    await signIn(office, 'Jonas Keller', '/lake-forum/desk/practices');
    await onPage(office, 'Good practices');
    await office.getByRole('link', { name: title }).click();
    await office.getByRole('button', { name: 'Publish' }).click();
    await office.getByText(/^Published \w+/).waitFor();

    await signIn(reader, 'Marisol Choc', '/lake-forum/practices?theme=First+services');
    await onPage(reader, 'Good practices');
    await reader.getByRole('link', { name: title }).click();
    await onPage(reader, title);
    expect(await reader.content()).not.toContain('quay@harbour.example');
    const letter = 'Nuestro consulado quisiera abrir una igual.';
    await reader.getByRole('radio', { name: 'We look for partners' }).check();
    await reader.getByLabel('Your letter').fill(letter);
    await reader.getByRole('button', { name: 'Send it' }).click();
    await reader.getByText('Your letter is on its way to the contact of this practice.').waitFor();
    await accessible(reader);

    await page.goto(address);
    expect(await textOf(page.getByRole('main'))).toContain(letter);
    expect(await textOf(page.getByRole('main'))).toMatch(/Looks for partners Guatemala/);
    await reader.getByRole('button', { name: 'Take this back' }).click();
    await reader.getByText('Nobody has asked to be put in touch yet.').waitFor();
  });
}
