import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDocument } from '#documents/open-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is read by its path', async () => {
  writeFileSync(join(folder, 'report.txt'), 'Norway said so.\r\n');
  expect(await readDocument(join(folder, 'report.txt'))).toMatchObject({ text: 'Norway said so.\r\n', format: 'text' });
});

test.each([
  ['a file that is not there', 'none.txt', 'file_missing'],
  ['a folder', '.', 'file_is_folder'],
  ['a file beyond the limit', 'report.txt', 'file_too_large'],
])('%s is refused', async (_, name, code) => {
  await expect(readDocument(join(folder, name), 5)).rejects.toMatchObject({
    code,
    values: { name: expect.any(String) },
  });
});
