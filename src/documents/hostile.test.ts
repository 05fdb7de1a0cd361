import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractText } from '#documents/extract.ts';

const folder = process.env['HOSTILE_DIR'] ?? '';
const generated = folder !== '' && existsSync(join(folder, 'manifest.json'));
if (!generated) {
  console.warn('Hostile documents skipped: set HOSTILE_DIR to a folder with them and their manifest.json.');
}

type Entry = { name: string; expect: string };
const manifest = generated ? (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Entry[]) : [];

// Files the manifest leaves open ("rejected or …") and we read, and those it wants read or shown as text.
const accepted =
  /^(accepted|imported as text|text only|as above|flagged where|decoded|tracked changes|macro and external|rejected or (extra entries )?ignored)/;

describe.skipIf(!generated)('hostile documents', { timeout: 60_000 }, () => {
  test.each(manifest)('$name: $expect', async ({ name, expect: wanted }) => {
    const outcome = await extractText({ bytes: readFileSync(join(folder, name)), name }).catch(
      (error: unknown) => error,
    );
    if (accepted.test(wanted)) expect(outcome).toMatchObject({ format: expect.any(String) });
    else
      expect(outcome).toMatchObject({
        name: 'DocumentRefusal',
        values: { name: expect.stringMatching(/^[\x20-\x7e]+$/) },
      });
    expect(outcome).not.toMatchObject({ code: 'reader_failed' });
    expect(JSON.stringify(outcome)).not.toMatch(/root:|DELETED SECRET|�/);
  });

  test('left nothing behind', () => {
    expect(readdirSync('/tmp').filter((name) => name.includes('rapporteur-slip'))).toEqual([]);
  });
});
