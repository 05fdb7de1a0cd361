import { expect } from 'vitest';
import { startServer, type RunningServer } from '#bench/running-server.ts';
import type { Page } from 'playwright-core';
import { startOpenIdProvider, type OpenIdProvider } from '#test/openid-provider.ts';
import { accessible, onPage, textOf, type Demo, type Telling } from './journey.ts';

const password = 'a sentence to keep';

// Beside the ports of the demo's server.
const port = 3899;

/** Someone sets an empty forum up with the code from the server's console, invites a second, and forgets the password. */
export function anInstaller({ once }: Demo): void {
  once(
    'an installer goes from the set-up code to the Chair’s desk, and comes back in after losing the password',
    async (page, telling) => {
      // A forum is set up once: told again, the story needs another.
      const ministry = await startOpenIdProvider();
      const { issuer, clientId, clientSecret } = ministry;
      const oidc = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
      const settings = { ...oidc, OIDC_NAME: 'Ministry of Rivers' };
      const server = await startServer({ words: ['--empty'], port, settings });
      try {
        await setUp(server, page, telling);
        await byPasskey(page);
        await throughTheMinistry(page, ministry);
      } finally {
        await server.stop();
        await ministry.close();
      }
    },
    { baseURL: `http://localhost:${port}` },
  );
}

async function setUp(server: RunningServer, page: Page, { someoneElse }: Telling): Promise<void> {
  const code = await printed(server, /with the code (\S+)/);
  await page.goto('/set-up');
  await onPage(page, 'Set up your forum');
  await page.getByLabel('Set-up code').fill('7KQ4-M2XD-09TB');
  await page.getByRole('button', { name: 'Open the form' }).click();
  expect(await textOf(page.getByRole('alert'))).toContain('This is not the set-up code.');
  await page.getByLabel('Set-up code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Open the form' }).click();
  await page.getByLabel('Name of this edition').fill('River Forum on Water and Work 2027');
  await accessible(page);
  await page.getByLabel('Short name').fill('River Forum');
  await page.getByLabel('Time zone').selectOption('America/Lima');
  await page.getByLabel('First day').fill('2027-03-02');
  await page.getByLabel('Last day').fill('2027-03-04');
  await page.getByLabel('Spanish').check();
  await page.getByLabel('Your name').fill('Ana Quispe');
  await page.getByLabel('E-mail').fill('ana@river.example');
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same once more').fill('another');
  await page.getByRole('button', { name: 'Open the forum' }).click();
  expect(await textOf(page.getByRole('alert'))).toContain('The two new passwords are not the same.');
  expect(await page.getByLabel('Short name').inputValue()).toBe('River Forum');
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same once more').fill(password);
  await page.getByRole('button', { name: 'Open the forum' }).click();
  await onPage(page, 'Nothing awaits a decision');
  expect(new URL(page.url()).pathname).toBe('/river-forum/desk');

  const late = await someoneElse();
  await late.goto('/set-up');
  expect(await textOf(late.getByRole('main'))).toContain('This forum has been set up');

  await page.getByRole('link', { name: 'Accounts and offices' }).click();
  await onPage(page, 'One account');
  await page.getByLabel('E-mail').fill('paulo@river.example');
  await page.getByLabel('Name', { exact: true }).fill('Paulo Reis');
  await page.getByLabel('Office', { exact: true }).selectOption('Chair’s office');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  expect(await textOf(page.getByRole('status'))).toBe('The invitation is on its way.');
  await late.goto(await printed(server, /(http\S+\/invitation\/\S+)/));
  await onPage(late, 'An invitation for Paulo Reis');
  await late.getByLabel('New password').fill(password);
  await late.getByLabel('The same once more').fill(password);
  await late.getByRole('button', { name: 'Accept the invitation' }).click();
  await late.getByRole('link', { name: 'Desk' }).waitFor();
  expect(await textOf(late.getByRole('banner'))).toContain('Paulo Reis');

  await anyoneSignsUp(server, await someoneElse());

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('ana@river.example');
  await page.getByLabel('Password').fill('something else');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  expect(await textOf(page.getByRole('alert').first())).toContain('do not go together');
  await page.getByRole('link', { name: 'Forgotten the password?' }).click();
  await onPage(page, 'Choose a new password');
  await page.getByLabel('E-mail').fill('ana@river.example');
  await page.getByRole('button', { name: 'Send the link' }).click();
  expect(await textOf(page.getByRole('status'))).toContain('If there is an account with the address');
  const link = await printed(server, /(http\S+\/sign-in\/reset\/\S+)/);
  await page.goto(link);
  await onPage(page, 'Your new password');
  await page.getByLabel('New password').fill('a longer sentence to keep');
  await page.getByLabel('The same once more').fill('a longer sentence to keep');
  await page.getByRole('button', { name: 'Set the new password' }).click();
  await onPage(page, 'Your password was changed');
  await page.goto(link);
  expect(await textOf(page.getByRole('main'))).toContain('This link opens no more');
  await page.goto('/sign-in?back=%2Faccount');
  await page.getByLabel('E-mail').fill('ana@river.example');
  await page.getByLabel('Password').fill('a longer sentence to keep');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await onPage(page, 'Ana Quispe');
  expect(await textOf(page.getByRole('main'))).toContain('this one');
}

/** She adds a passkey – her device is Chromium's own virtual one – and comes in with nothing else. */
async function byPasskey(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByLabel('A name for the passkey').fill('my telephone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Remove the passkey my telephone' }).waitFor();
  await accessible(page);
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/sign-in?back=%2Faccount');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await onPage(page, 'Ana Quispe');
  await page.getByRole('button', { name: 'Remove the passkey my telephone' }).click();
  await page.getByText('No passkey yet').waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
}

/** She comes in through the ministry; whoever stops there, or has no account here, is told so. */
async function throughTheMinistry(page: Page, ministry: OpenIdProvider): Promise<void> {
  const go = async () => {
    await page.goto('/sign-in?back=%2Faccount');
    await page.getByRole('link', { name: 'Sign in through Ministry of Rivers' }).click();
  };
  await go();
  expect(await textOf(page.getByRole('alert').first())).toContain('You stopped at Ministry of Rivers.');
  const official = { sub: 'official-7', email: 'luis@river.example', email_verified: true, name: 'Luis Paredes' };
  ministry.official = official;
  await go();
  expect(await textOf(page.getByRole('alert').first())).toContain('Ministry of Rivers');
  ministry.official = { ...official, email: 'ana@river.example', name: 'Ana Quispe' };
  await go();
  await onPage(page, 'Ana Quispe');
}

/** Somebody nobody invited opens an account by a letter, without a password, and sees that they speak for nobody yet. */
async function anyoneSignsUp(server: RunningServer, page: Page): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Ana Quispє');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  expect(await textOf(page.getByRole('alert').first())).toContain('mixes letters of two alphabets');
  await accessible(page);
  await page.getByLabel('Name').fill('Ada Kimani');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  expect(await textOf(page.getByRole('status'))).toContain('A letter is on its way to ada@example.org');
  const link = await printed(server, /(http\S+\/sign-up\/open\S+)/);
  await page.goto(link);
  await page.getByRole('button', { name: 'Open the account' }).click();
  await onPage(page, 'Ada Kimani');
  expect(await textOf(page.getByRole('region', { name: 'Whom you speak for' }))).toContain('Nobody yet');
  await page.goto(link);
  expect(await textOf(page.getByRole('main'))).toContain('This link opens no more');
}

/** What the server's console says, once it does. */
async function printed(server: RunningServer, pattern: RegExp): Promise<string> {
  const found = () => pattern.exec(server.said())?.[1] ?? '';
  await expect.poll(found, { timeout: 10_000 }).not.toBe('');
  return found();
}
