// `npm run pictures`: starts the demo and takes the README's pictures of it, as anyone would see it on the first visit.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startServer } from '#bench/running-server.ts';

const desk = { viewport: { width: 1360, height: 1400 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: 'dark' } as const;

const pictures = [
  { name: 'home', address: '/lake-forum', seen: desk },
  { name: 'roundtable', address: '/lake-forum/rt/3.1', seen: desk },
  // A sentence's letter has been followed: its exact words stand open in the margin.
  { name: 'report', address: '/lake-forum/rt/2.1/report#s3b', seen: desk },
  { name: 'phone-dark', address: '/lake-forum/rt/2.1/statements/36', seen: phone },
];

const folder = new URL('../docs/pictures/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const server = await startServer({ words: ['--demo'] });
const words = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: words });
try {
  for (const { name, address, seen } of pictures) {
    const page = await browser.newPage(seen);
    await page.goto(server.address + address);
    const clip = { x: 0, y: 0, ...seen.viewport };
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: true, clip });
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await browser.close();
  await server.stop();
}
