import { request } from 'node:http';
import { expect } from 'vitest';
import type { server } from './programs.ts';

/**
 * Stops a server while a form is half on its way and a browser watches a floor: the form is answered, the browser is told
 * when to come back, whoever is new is turned away, and the log stays empty.
 */
export async function stopsWell(running: ReturnType<typeof server>, floor: string): Promise<void> {
  const watching = await fetch(`${running.address}${floor}/events`);
  expect(watching.status).toBe(200);
  const form = new URLSearchParams({ email: 'nobody@lakeforum.example', password: 'a guess' }).toString();
  const headers = {
    origin: running.address,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': form.length,
  };
  const sending = request(`${running.address}/sign-in?/password`, { method: 'POST', headers });
  const answered = new Promise<{ status?: number; connection?: string }>((resolve, reject) => {
    sending.once('error', reject);
    sending.once('response', ({ statusCode: status, headers: { connection } }) =>
      resolve({ status: status!, connection: connection! }),
    );
  });
  sending.write(form.slice(0, 10));
  await untilUnderWay(running.address);
  running.child.kill('SIGTERM');
  expect(await watching.text()).toMatch(/retry: \d{4}\n\n$/);
  await expect(fetch(`${running.address}/healthz`)).rejects.toThrow();
  sending.end(form.slice(10));
  expect(await answered).toEqual({ status: 400, connection: 'close' });
  expect(await running.ended).toMatchObject({ status: 0, err: '' });
}

/** Until the stream and the form have both reached the server. */
async function untilUnderWay(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const figures = await (await fetch(`${address}/metrics`)).text();
    if (/^rapporteur_requests_under_way 2$/m.test(figures)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server has not got the requests');
}
