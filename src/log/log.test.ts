import { afterEach, expect, test, vi } from 'vitest';
import { logError } from './log.ts';

afterEach(() => vi.restoreAllMocks());

function said(log: () => void): string {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  log();
  return spy.mock.calls.flat().join('\n');
}

test('an error of the database is told without the row it was about', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "Wanjiru Kamau"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (email)=(wanjiru@kenya.example) already exists.',
  });
  const words = said(() => logError('A page broke', error));
  expect(words).toContain('A page broke: Error 22P02: invalid input syntax for type uuid: “…”');
  expect(words).toMatch(/log\.test\.ts:\d+/);
  expect(words).not.toMatch(/Wanjiru|kenya/i);
});

test('addresses and receipts are left out, of what caused it and of what stands beside it too', () => {
  const cause = new Error('550 <ruth.auma@lakeforum.example> unknown');
  const error = new Error('No letter for 7KQM-2V9X-HD4R', { cause });
  const words = said(() => logError('A letter', error, 'grace@lakeforum.example', { message: 'to a@b.example' }));
  expect(words).toContain('No letter for …-…-… (550 <…@…> unknown); …@…; to …@…');
  expect(words).not.toMatch(/ruth|grace|7KQM/i);
});
