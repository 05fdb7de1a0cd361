import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { readSecret, readSigner } from './kept-keys.ts';
import { readSettings } from './settings.ts';

const above = mkdtempSync(join(tmpdir(), 'rapporteur-keys-'));
afterAll(() => rmSync(above, { recursive: true, force: true }));

const origin = 'https://forum.example';
let folder: string;
const settings = (given = {}) => readSettings({ DATA_DIR: folder, ...given });

beforeEach(() => {
  folder = mkdtempSync(join(above, 'data-'));
});

it('keys are made once, for their owner only, and read again', () => {
  const [secret, signer] = [readSecret(settings()), readSigner(settings(), origin)];
  expect(signer.name).toBe('forum.example/record');
  expect(readSecret(settings())).toBe(secret);
  expect(readSigner(settings(), 'https://moved.example').key).toBe(signer.key);
  expect(readdirSync(folder).sort()).toEqual(['record-key', 'secret']);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

it('those in the settings come first, and nothing is kept', () => {
  const key = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
  expect(readSecret(settings({ SECRET: 'sixteen letters.' }))).toBe('sixteen letters.');
  expect(readSigner(settings({ RECORD_KEY: key }), origin).name).toBe('PeterNeumann');
  expect(readdirSync(folder)).toEqual([]);
});

it('a key that anyone could guess, or that is none, is refused', () => {
  expect(() => readSecret(settings({ SECRET: 'fifteen letters' }))).toThrow('server.secret_short');
  expect(() => readSigner(settings({ RECORD_KEY: 'no key' }), origin)).toThrow('server.record_key_wrong');
  writeFileSync(join(folder, 'secret'), 'short');
  writeFileSync(join(folder, 'record-key'), 'PRIVATE+KEY+');
  expect(() => readSecret(settings())).toThrow('server.secret_short');
  expect(() => readSigner(settings(), origin)).toThrow('server.record_key_wrong');
  expect(readFileSync(join(folder, 'record-key'), 'utf8')).toBe('PRIVATE+KEY+');
});

it('an empty file, left by a start that was cut short, is filled', () => {
  writeFileSync(join(folder, 'secret'), '');
  expect(readSecret(settings()).length).toBeGreaterThan(40);
});
