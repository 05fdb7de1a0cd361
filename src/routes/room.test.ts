import { expect, test } from 'vitest';
import { program, visitor } from '#record/viewer.ts';
import { inRoom, openRooms } from './room.ts';

const delegate = { ...program, program: false, personId: 'd' };

function request(size: number | null, viewer = visitor, id = '/[edition]/rt/[number]/comment') {
  const headers: Record<string, string> =
    size === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': `${size}` };
  return {
    request: { method: 'POST', headers: new Headers(headers) } as Request,
    locals: { viewer, language: 'en' } as App.Locals,
    route: { id } as never,
  };
}

/** Answers that are given when the test says so, and how many have begun. */
function answers() {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const answer = () => {
    begun += 1;
    return new Promise<number>((done) => waiting.push(() => done(begun)));
  };
  return { answer, begun: () => begun, finish: () => waiting.shift()!() };
}

const large = 50 * 1024 * 1024;
const soon = () => new Promise((done) => setTimeout(done, 0));

test('three large forms of guests are read at once, the next when one is done; those of accounts beside them', async () => {
  const rooms = openRooms();
  const { answer, begun, finish } = answers();
  const all = Array.from({ length: 5 }, () => inRoom(request(large), answer, rooms));
  expect(begun()).toBe(3);
  expect(await inRoom(request(900_000), () => 'small', rooms)).toBe('small');
  void inRoom(request(large, delegate), answer, rooms);
  expect(begun()).toBe(4);
  finish();
  await soon();
  expect(begun()).toBe(5);
  for (let n = 0; n < 5; n++) {
    finish();
    await soon();
  }
  await Promise.all(all);
  expect(rooms.guest).toEqual({ inside: 0, waiting: [] });
});

test('a place is given on where an answer fails', async () => {
  const rooms = openRooms();
  const failing = inRoom(request(null), () => Promise.reject(new Error('broken')), rooms);
  await expect(failing).rejects.toThrow('broken');
  expect(rooms.guest.inside).toBe(0);
});

test('who comes when too many wait is asked to come again', async () => {
  const rooms = openRooms();
  const { answer } = answers();
  for (let n = 0; n < 43; n++) void inRoom(request(large), answer, rooms);
  await expect(inRoom(request(large), answer, rooms)).rejects.toMatchObject({ status: 503 });
});

test('where no file is asked for nothing large is read', async () => {
  const refused = inRoom(request(large, delegate, '/sign-in'), () => 'read', openRooms());
  await expect(refused).rejects.toMatchObject({ status: 413 });
  expect(await inRoom(request(2000, visitor, '/sign-in'), () => 'read', openRooms())).toBe('read');
});
