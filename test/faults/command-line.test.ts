import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '#cli/commands.ts';
import { readings } from '#cli/reading.ts';
import { tellApart } from '#cli/words.ts';
import { longestText } from '#importing/rules.ts';
import { say } from '#messages/say.ts';
import { rapporteur } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = new URL('../../', import.meta.url).pathname;

describe('said wrongly', { timeout: 60_000 }, () => {
  it.each([
    [['bogus'], say('cli.unknown_command', { name: 'bogus' })],
    [['points', 'x.txt', '--loud'], say('cli.usage', { usage: 'points FILE… [--author NAME] [--table]' })],
    [
      ['draft'],
      say('cli.usage', { usage: 'draft NUMBER [--minutes MINUTES | --words WORDS | --whole] [--edition NAME]' }),
    ],
  ])('rapporteur %j is one sentence and status 2', async (words, sentence) => {
    expect(await rapporteur(words)).toEqual({ status: 2, out: '', err: `${sentence}\n` });
  });

  it.each([
    ['read', []],
    ['read', ['a.txt', '--table']],
    ['points', ['a.txt', '--author']],
    ['import', []],
    ['import', ['a.txt', 'b.txt']],
    ['import', ['a.txt', '--yes=maybe']],
    ['draft', ['2.1', '2.2']],
    ['ledger', ['2.1', '--csv']],
    ['act', []],
    ['acts', ['comment.submit']],
  ])('%s %j is told how to say it', (name, words) => {
    const known = [...readings, ...commands].find((one) => one.name === name)!;
    expect(() => tellApart(known, words)).toThrow('cli.usage');
  });
});

describe('a file that cannot be read', { timeout: 60_000 }, () => {
  it.each([
    ['is empty', 'empty.txt', Buffer.alloc(0), 'document.file_empty'],
    ['is a program', 'program.txt', Buffer.from('7f454c460201010000000000', 'hex'), 'document.file_binary'],
    [
      'is bytes',
      'bytes.txt',
      Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 37) % 256)),
      'document.file_binary',
    ],
  ])('%s', async (_, name, bytes, code) => {
    writeFileSync(join(folder, name), bytes);
    expect(await rapporteur(['import', join(folder, name), '--yes'])).toEqual({
      status: 2,
      out: '',
      err: `${say(code, { name })}\n`,
    });
  });

  it('is far too long', async () => {
    const name = 'long.txt';
    writeFileSync(join(folder, name), 'Ghana supported the proposal and asked for data.\n'.repeat(1_050_000));
    expect(await rapporteur(['import', join(folder, name), '--yes'])).toEqual({
      status: 2,
      out: '',
      err: `${say('document.too_long', { name, most: longestText })}\n`,
    });
  });

  it('leaves the others to be read, and the status tells of it', async () => {
    const report = join(root, 'src/importing/golden/report.txt');
    const said = await rapporteur(['points', join(folder, 'missing.txt'), report]);
    expect(said.status).toBe(2);
    expect(said.err).toContain(say('document.file_missing', { name: 'missing.txt' }));
    expect(said.out.trim().split('\n').length).toBeGreaterThan(5);
  });
});

describe('what comes and goes by pipes', { timeout: 60_000 }, () => {
  const text = readFileSync(join(root, 'src/importing/golden/report.txt'), 'utf8');

  it('is read from standard input, whatever its line ends', async () => {
    const [unix, windows] = await Promise.all([
      rapporteur(['points', '-'], { input: text }),
      rapporteur(['points', '-'], { input: text.replaceAll('\n', '\r\n') }),
    ]);
    const who = ({ out }: { out: string }) =>
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { actors: string[]; act: string }).actors.join());
    expect(unix.status).toBe(0);
    expect(who(windows)).toEqual(who(unix));
  });

  it('reads the lines of Windows-1252 within UTF-8 as what they are, and says which', async () => {
    const accents = Buffer.concat([
      Buffer.from(`Report\n\nCôte d’Ivoire supported the proposal.\n\n`),
      Buffer.from('Türkiye supported the call for data.\n', 'latin1'),
    ]);
    const said = await rapporteur(['points', '-', '--table'], { input: accents });
    expect(said.err.trim()).toBe(say('document.warning.encoding_mixed', { lines: '5' }));
    expect(said.out).toMatch(/Türkiye/);
  });

  it('ends quietly when nobody reads on', async () => {
    const script = '"$0" --no-warnings src/cli/rapporteur.ts points "$1" "$1" "$1" | head -1; echo "${PIPESTATUS[0]}"';
    const report = join(root, 'src/importing/golden/report.txt');
    const child = spawn('bash', ['-c', script, process.execPath, report], { cwd: root });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data));
    child.stderr.on('data', (data: Buffer) => (err += data));
    await once(child, 'close');
    expect(out.trim().split('\n').at(-1)).toBe('0');
    expect(err).not.toMatch(/EPIPE|at .*\.ts/);
  });
});
