import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { room } from './room.ts';

const gigabyte = 1024 ** 3;

test('a container’s limit counts where there is one, and never for more than the machine has', () => {
  expect(room(8 * gigabyte, 0)).toBe(8 * gigabyte);
  expect(room(8 * gigabyte, gigabyte)).toBe(gigabyte);
  expect(room(8 * gigabyte, 2 ** 63)).toBe(8 * gigabyte);
});

test.each([
  [1.4, 0],
  [1.6, 1],
])('with %d GB, hot code of the database is compiled again: %d', (gigabytes, times) => {
  // A function that counts to a hundred million, which V8 compiles anew while it runs, unless it is told not to.
  const program = `
    import { compileForRoom } from ${JSON.stringify(new URL('room.ts', import.meta.url).href)};
    compileForRoom(${gigabytes * gigabyte});
    const bytes = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0,
      10, 24, 1, 22, 1, 1, 127, 3, 64, 32, 0, 65, 1, 106, 34, 0, 65, 128, 194, 215, 47, 72, 13, 0, 11, 11]);
    const { instance } = await WebAssembly.instantiate(bytes);
    for (let n = 0; n < 3; n++) { instance.exports.f(); await new Promise((done) => setTimeout(done, 50)); }`;
  const words = [
    '--trace-wasm-compilation-times',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
  ];
  const said = execFileSync(process.execPath, [...words, program], { encoding: 'utf8' });
  expect(said).toMatch(/using Liftoff/);
  expect(Math.min(said.match(/using TurboFan/g)?.length ?? 0, 1)).toBe(times);
});
