import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acts } from '#acts.ts';
import en from '#messages/en.ts';
import { reactions } from '#reactions.ts';
import { actsAsMarkdown } from '../scripts/acts.ts';

const root = new URL('../', import.meta.url).pathname;
const sources = filesBelow(join(root, 'src')).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const tests = [...sources.filter(({ file }) => file.endsWith('.test.ts')), ...worldFiles()];

describe('every act', () => {
  it.each(acts.map((act) => [act.name, act] as const))('%s says what it does in a sentence', (name, act) => {
    expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect(act.does).toMatch(/^[A-Z].*\.$/);
  });

  it('is listed, and listed once', () => {
    const written = sources.flatMap(({ file, text }) =>
      file.endsWith('acts.ts') ? [...text.matchAll(/= act\(\{\s*name: '([^']+)'/g)].map((match) => match[1]) : [],
    );
    expect(acts.map((act) => act.name).sort()).toEqual(written.sort());
  });

  it.each(exportedActs())('%s is performed by a test', (exported) => {
    expect(tests.some(({ text }) => text.includes(exported))).toBe(true);
  });

  it('takes no whole number that the database has no room for', () => {
    const tooLarge = acts.flatMap(({ name, input }) => {
      const schema = JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
      return schema.includes(String(Number.MAX_SAFE_INTEGER)) ? [name] : [];
    });
    expect(tooLarge).toEqual([]);
  });

  it('is documented in docs/acts.md as it is now', () => {
    expect(readFileSync(join(root, 'docs/acts.md'), 'utf8')).toBe(actsAsMarkdown());
  });
});

// How a rule or an act names a refusal: it returns or throws its code, or hands it to zod as a field's message.
const refusal = /(?:refuseIf\(|Refusal\(|code: |return |\? |: |, )'([a-z]+\.[a-z_]+)'(?=[;,) ]|$)/g;
const query = /[rR]ecord\w*\(|name: '|select|[jJ]oin|[wW]here|orderBy|onRef|ref\(|^\s*'/;

describe('every refusal', () => {
  const codes = sources
    .filter(({ file }) => /\/(acts|rules)\.ts$/.test(file))
    .flatMap(({ text }) => text.split('\n').filter((line) => !query.test(line)))
    .flatMap((line) => [...line.matchAll(refusal)].map((match) => match[1]!));

  it('is found in the code', () => expect(codes.length).toBeGreaterThan(20));

  it('has a sentence', () => {
    expect([...new Set(codes)].filter((code) => !(code in en))).toEqual([]);
  });
});

// Those after which something stands on the same line.
const goingOn = new Set(['ui.comma', 'ui.semicolon', 'import.confirm']);

it('every message is a sentence or a label, without blanks at its ends', () => {
  const wrong = Object.entries(en).filter(([code, text]) => text.trim() !== text && !goingOn.has(code));
  expect(wrong).toEqual([]);
});

it('every reaction follows from a line that some act records', () => {
  const kinds = recordKinds();
  expect(reactions.filter(({ on }) => !kinds.has(on))).toEqual([]);
});

it('only acts write, and only through rows', () => {
  const wrong = sources.filter(
    ({ file, text }) => file.endsWith('/acts.ts') && /\.(insertInto|deleteFrom)\(/.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

function recordKinds(): Set<string> {
  // Lines are recorded by acts and by what they are made of, never by the reactions themselves.
  const recording = sources.filter(({ file, text }) => !file.endsWith('reactions.ts') && /\brecord\w*\(/.test(text));
  return new Set(
    recording.flatMap(({ text }) => [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1]!)),
  );
}

function exportedActs(): string[] {
  return sources
    .filter(({ file }) => file.endsWith('/acts.ts'))
    .flatMap(({ text }) => [...text.matchAll(/export const (\w+) = act\(/g)].map((match) => match[1]!));
}

function worldFiles() {
  return ['test/world.ts', 'test/world-reports.ts'].map((file) => ({
    file,
    text: readFileSync(join(root, file), 'utf8'),
  }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => join(folder, file));
}
