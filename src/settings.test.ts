import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it.each([
  ['PORT', ['eighty', '0', '65536', '80.5', '1e3', '-1', '0x50'], 'server.port_wrong'],
  [
    'ORIGIN',
    ['forum.example', 'localhost:3000', 'ftp://forum.example', 'https://', 'https://forum.example/de', 'https://a@b'],
    'server.origin_wrong',
  ],
])('%s is refused where it can be none', (name, wrong, code) => {
  for (const given of wrong) expect(() => readSettings({ [name]: given }), given).toThrow(code);
});

it('the address people type has no slash at its end', () => {
  expect(readSettings({ ORIGIN: 'https://forum.example/' }).origin).toBe('https://forum.example');
  expect(readSettings({ ORIGIN: 'http://localhost:3000' }).origin).toBe('http://localhost:3000');
  expect(readSettings({}).origin).toBeUndefined();
});
