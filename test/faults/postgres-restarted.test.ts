import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import { startPostgres } from '../../scripts/postgres.ts';
import { freePort, newFolder, server } from './programs.ts';

const postgres = await startPostgres();
if (!postgres) console.log('Skipped: a PostgreSQL that is restarted. Its programs are not installed.');

const page = '/lake-forum/rt/3.1';

test.skipIf(!postgres)(
  'a database that is restarted or killed in mid-traffic: everyone is answered or told to come again, nothing twice',
  { timeout: 300_000 },
  async () => {
    const place = { port: await freePort(), databaseUrl: postgres!.url, directory: newFolder(), words: ['--demo'] };
    const running = server(place);
    await running.ready;
    const form = await (await fetch(`${running.address}${page}/comment`)).text();
    const [, roundtable = ''] = /name="roundtable" value="([^"]+)"/.exec(form) ?? [];
    const token = crypto.randomUUID();
    const comment = (body: string, token: string) =>
      fetch(`${running.address}${page}/comment`, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', origin: running.address },
        body: new URLSearchParams({ roundtable, body, token }),
      });
    const told = new Map<number, number>();
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      let isUp = false;
      const again = postgres!.again(signal).then(() => (isUp = true));
      for (let n = 0; !isUp; n++) {
        const asked =
          n % 2 ? comment('Told in mid-restart.', token) : fetch(`${running.address}/lake-forum/search?q=water${n}`);
        const answer = await asked;
        const text = await answer.text();
        told.set(answer.status, (told.get(answer.status) ?? 0) + 1);
        expect([200, 303, 429, 503]).toContain(answer.status);
        if (answer.status === 503) expect([say('database.lost'), say('database.busy')].some((words) => text.includes(words))).toBe(true); // prettier-ignore
      }
      await again;
      // Sent again until it is taken, as somebody does who was told to.
      let taken = await comment('Told in mid-restart.', token);
      while (taken.status === 503) taken = await comment('Told in mid-restart.', token);
      expect(taken.status).toBe(303);
    }
    expect(told.get(503), 'nobody was there while it was away').toBeGreaterThan(0);
    const html = await (await fetch(`${running.address}${page}?order=newest`)).text();
    expect(html.split('Told in mid-restart.').length - 1).toBeGreaterThan(0);
    const all = await (await fetch(`${running.address}/lake-forum/export/statements.csv`)).text();
    expect(all.split('Told in mid-restart.').length - 1).toBe(1);
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ status: 0 });
    await postgres!.stop();
  },
);
