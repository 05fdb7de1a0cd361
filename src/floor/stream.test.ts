import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openLive } from '#record/live.ts';
import { openFloorStreams } from './stream.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server with one floor, whose page says what `words` say. */
async function aFloor() {
  const live = openLive(7);
  const reported: object[] = [];
  const streams = openFloorStreams(live, (letGo) => reported.push(letGo));
  const floor = { words: 'Kenya' };
  const server = createServer((request, response) => {
    if (streams.take(request, response)) return;
    const isThere = request.url === '/lake/rt/2.1/floor';
    response.statusCode = isThere ? 200 : 404;
    response.end(`<main><div id="live">${floor.words}</div><hr id="live-ends"></main>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  ends.push(() => (streams.close(), server.closeAllConnections(), server.close()));
  let sequence = 7;
  const announce = (words: string) => {
    floor.words = words;
    live.announce(++sequence, [{ kind: 'floor.given' } as never]);
  };
  return { streams, reported, announce, port, at: `http://127.0.0.1:${port}/lake/rt/2.1/floor` };
}

async function watching(url: string): Promise<{ response: IncomingMessage; seen: (words: string) => Promise<void> }> {
  const [response] = (await once(get(url), 'response')) as [IncomingMessage];
  let text = '';
  response.on('data', (chunk) => (text += chunk)).on('error', () => {});
  return { response, seen: (words) => expect.poll(() => text.includes(words), { timeout: 10_000 }).toBe(true) };
}

it('begins with what stands, or with a beat for whoever has it, and goes on with what changes', async () => {
  const { at, announce, streams } = await aFloor();
  const [late, early] = [await watching(`${at}/events`), await watching(`${at}/events?since=7`)];
  await late.seen('Kenya');
  await early.seen('event: beat');
  announce('Zambia');
  await Promise.all([late.seen('id: 8'), early.seen('Zambia')]);
  expect(streams.watching()).toBe(2);
});

it('is asked where streams are blocked, and answers nothing to whoever has it', async () => {
  const { at, announce } = await aFloor();
  expect(await (await fetch(`${at}/now?since=3`)).json()).toMatchObject({ sequence: '7', html: expect.stringContaining('Kenya') }); // prettier-ignore
  expect((await fetch(`${at}/now?since=7`)).status).toBe(204);
  announce('Zambia');
  await expect.poll(async () => (await fetch(`${at}/now?since=7`)).status).toBe(200);
  expect(await (await fetch(`${at}/now?since=7`)).json()).toMatchObject({ sequence: '8', html: expect.stringContaining('Zambia') }); // prettier-ignore
  expect((await fetch(at.replace('2.1', '2.9') + '/now')).status).toBe(404);
  expect((await fetch(at.replace('2.1', '2.9') + '/events')).status).toBe(404);
  const [before, time, after] = [Date.now(), Number(await (await fetch(`${at}/time`)).text()), Date.now()];
  expect(before <= time && time <= after).toBe(true);
});

it('lets go of whoever never reads, says so, and goes on with those who do', async () => {
  const { at, port, announce, streams, reported } = await aFloor();
  const reader = await watching(`${at}/events`);
  const deaf = connect({ port, host: '127.0.0.1' });
  ends.push(() => deaf.destroy());
  deaf.on('error', () => {});
  deaf.pause();
  deaf.write('GET /lake/rt/2.1/floor/events HTTP/1.1\r\nhost: floor\r\n\r\n');
  await expect.poll(() => streams.watching()).toBe(2);
  for (let i = 0; streams.dropped() === 0 && i < 200; i++) {
    announce(`${i} ${'words '.repeat(50_000)}`);
    await reader.seen(`>${i} words`);
  }
  expect([streams.dropped(), streams.watching()]).toEqual([1, 1]);
  expect(reported).toEqual([{ count: 1, all: 1, unread: 128 }]);
  announce('the last word');
  await reader.seen('the last word');
});
