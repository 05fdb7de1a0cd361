import { connect, type Socket } from 'node:net';
import { describe, expect, it, test } from 'vitest';
import { patienceFrom } from '#operating/patience.ts';
import { freePort, freshDirectory, server } from './programs.ts';

describe('the patience of the server', () => {
  it('is limited without being set, and longer for what is sent than for what is asked', () => {
    expect(patienceFrom({})).toEqual({ headersTimeout: 20_000, requestTimeout: 600_000, connectionsCheckingInterval: 5000 }); // prettier-ignore
  });
  it.each(['0', '-1', 'none', '', 'Infinity', '1e9'])('has no “%s”', (given) => {
    expect(patienceFrom({ HEADER_SECONDS: given, REQUEST_SECONDS: given })).toEqual(patienceFrom({}));
  });
  it('never waits longer for the beginning than for the whole', () => {
    expect(patienceFrom({ REQUEST_SECONDS: '2' })).toMatchObject({ headersTimeout: 2000, requestTimeout: 2000 });
  });
});

test(
  'clients that send byte by byte are let go, half-sent forms change nothing, and others are answered meanwhile',
  { timeout: 120_000 },
  async () => {
    const settings = { HEADER_SECONDS: '6', REQUEST_SECONDS: '8' };
    const running = server({ directory: await freshDirectory(), port: await freePort(), settings });
    await running.ready;
    // Sign-in is loaded when it is first asked for, and whoever connects meanwhile waits.
    expect((await fetch(`${running.address}/sign-in`)).status).toBe(200);
    const before = await recordOf(running.address);
    const { host } = new URL(running.address);
    const form = `POST /sign-in?/password HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n`; // prettier-ignore
    const slow = [
      ...Array.from({ length: 20 }, () => drip(running.address, 'GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ')),
      ...Array.from({ length: 20 }, () => drip(running.address, `${form}origin: ${running.address}\r\n\r\nemail=`)),
    ];
    const answered = await Promise.all(Array.from({ length: 10 }, () => fetch(`${running.address}/sign-in`)));
    expect(answered.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const ends = await Promise.all(slow);
    for (const end of ends) expect(end).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(ends.filter((end) => end.startsWith('HTTP/1.1 408')).length).toBeGreaterThan(0);
    expect(await recordOf(running.address)).toBe(before);
    expect(await underWay(running.address)).toBe('0');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ status: 0, err: '' });
  },
);

/** Sends a beginning and then letter by letter for ever; what it was told, once the server has closed. */
function drip(address: string, beginning: string): Promise<string> {
  return new Promise((resolve) => {
    let told = '';
    const socket: Socket = connect(Number(new URL(address).port), 'localhost', () => socket.write(beginning));
    const letters = setInterval(() => socket.write('a'), 200);
    socket.on('data', (data) => (told += String(data)));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(letters);
      resolve(told);
    });
  });
}

const figure = async (address: string, name: string) =>
  new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`${address}/metrics`)).text())?.[1];
const recordOf = (address: string) => figure(address, 'rapporteur_record_sequence');
const underWay = (address: string) => figure(address, 'rapporteur_requests_under_way');
