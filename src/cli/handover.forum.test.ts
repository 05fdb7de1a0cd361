import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { enterStatement, submitComment } from '#statements/acts.ts';
import { addAttachment } from '#statements/attachments/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { runCommand } from './commands.ts';
import { ownTerminal, type Terminal } from './terminal.ts';
import { verifyReading } from './verify.ts';

const root = mkdtempSync(join(tmpdir(), 'rapporteur-handover-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function listening(): Terminal & { said: string[] } {
  const said: string[] = [];
  return { ...ownTerminal, said, print: (text) => void said.push(text), error: (text) => void said.push(text) };
}

async function lakeForum(forum: Forum) {
  const small = await smallForum(forum);
  const { roundtable, delegate, kenya } = small;
  const { id: said } = await perform(forum, delegate, submitComment, { roundtable, body: 'The clinic <first>.', questions: [small.questions[0]!] }); // prettier-ignore
  await perform(forum, delegate, addAttachment, { statement: said, name: '../of=ours.txt', content: 'TWlyZW1iYQ==' });
  await perform(forum, visitor, submitComment, { roundtable, body: 'Forty shifts.', repliesTo: said });
  const speakers = [{ delegation: kenya, name: 'Wanjiru Kamau', function: 'adviser' }];
  await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Between us alone.', onRecord: false, speakers }); // prettier-ignore
  const { id: report } = await perform(forum, program, enterReport, {
    roundtable,
    kind: 'record',
    title: 'Record of 2.1',
    source: 'draft',
    paragraphs: [{ section: 'discussion', sentences: [{ text: 'Clinics come first.', cites: [{ kind: 'passage', statement: said, quotation: 'The clinic <first>.' }] }] }], // prettier-ignore
  });
  return { ...small, report };
}

/** Every file below a folder with what is in it, by its path. */
function filesIn(folder: string): Map<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(all.map(({ parentPath, name }) => join(parentPath, name)).map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')])); // prettier-ignore
}

describe('rapporteur handover', () => {
  forumTest(
    'writes a folder whose pages lead to one another, and which holds against a head kept before',
    { timeout: 120_000 },
    async ({ forum }) => {
      // prettier-ignore
      const { report } = await lakeForum(forum);
      for (const to of ['co_chair_review', 'correction_window'] as const) await perform(forum, program, moveReport, { report, to }); // prettier-ignore
      await sealRecord(forum);
      const kept = join(root, 'kept.txt');
      writeFileSync(kept, (await checkpointAt(forum.db))!.note);
      const folder = join(root, 'open');
      mkdirSync(folder);
      const terminal = listening();
      expect(await runCommand('handover', { words: ['Lake', folder], terminal, forum, file: null })).toBe(0);
      expect(terminal.said).toEqual(['0 of 1: RT 2.1 Cities as first hosts', expect.stringContaining('They hold what everyone may read')]); // prettier-ignore
      expect(readdirSync(root).filter((name) => name.includes('.part'))).toEqual([]);

      const files = filesIn(folder);
      for (const name of ['index.html', 'roundtables/2.1/rt-2.1-report.xml', 'roundtables/2.1/rt-2.1-report.docx', 'attachments/2.1-1-1.txt', 'data/statements.csv', 'record/checkpoint.txt']) expect([...files.keys()]).toContain(name); // prettier-ignore
      expect(files.get('roundtables/2.1/index.html')).toContain('The clinic &lt;first&gt;.');
      for (const [name, text] of files) {
        expect(text, name).not.toContain('Between us alone');
        if (!name.endsWith('.html')) continue;
        expect(text, name).not.toMatch(/<script|javascript:/i);
        for (const [, href = ''] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
          // A report says where it was taken from.
          if (href.startsWith(forum.origin)) continue;
          const [path = '', place] = href.split('#');
          const target = path === '' ? name : join(dirname(name), path);
          expect([name, href, files.has(target)]).toEqual([name, href, true]);
          if (place) expect(files.get(target), `${name} → ${href}`).toContain(`id="${place}"`);
        }
      }

      const verified = async (path: string) => {
        const terminal = listening();
        const status = await verifyReading.run([path, '--checkpoint', kept, '--key', forum.signer.key], terminal);
        return [status, ...terminal.said];
      };
      expect(await verified(folder)).toEqual([0, expect.stringContaining('were handed over'), expect.stringContaining('begins with the head you kept')]); // prettier-ignore
      const broken = async (change: (folder: string) => void) => {
        const copy = mkdtempSync(join(root, 'copy-'));
        cpSync(folder, copy, { recursive: true });
        change(copy);
        return verified(copy);
      };
      const edit = (name: string, from: string, to: string) => (at: string) => writeFileSync(join(at, name), files.get(name)!.replaceAll(from, to), 'latin1'); // prettier-ignore
      const csv = 'data/statements.csv';
      expect(await broken(edit(csv, 'Forty', 'Fifty'))).toEqual([1, `The file ${csv} was changed: it is not what the checksums say.`]); // prettier-ignore
      expect(await broken((at) => rmSync(join(at, csv)))).toEqual([1, `The file ${csv} is missing.`]);
      expect(await broken((at) => writeFileSync(join(at, 'more.txt'), ''))).toEqual([1, expect.stringContaining('more.txt does not belong')]); // prettier-ignore
      // Also where the list of checksums was made to fit: the record holds another.
      expect(await broken((at) => { edit('SHA256SUMS', csv, 'data/other.csv')(at); cpSync(join(at, csv), join(at, 'data/other.csv')); rmSync(join(at, csv)); })).toEqual([1, expect.stringContaining('another folder was handed over')]); // prettier-ignore
      expect(await broken(edit('record/record.json', 'comment.submit"', 'comment.remove"'))).toContain(1);
      expect(await broken((at) => rmSync(join(at, 'record'), { recursive: true }))).toEqual([2, expect.stringContaining('no handover of a forum')]); // prettier-ignore
    },
  );

  forumTest(
    'takes along what only the offices see where that is said, and says so on every page',
    { timeout: 120_000 },
    async ({ forum }) => {
      // prettier-ignore
      await lakeForum(forum);
      const folder = join(root, 'all');
      const terminal = listening();
      expect(await runCommand('handover', { words: ['lake', folder, '--confidential'], terminal, forum, file: null })).toBe(0); // prettier-ignore
      const files = filesIn(folder);
      expect(files.get('roundtables/2.1/index.html')).toContain('Between us alone.');
      expect([...files.keys()]).toContain('roundtables/2.1/rt-2.1-report.html');
      for (const name of ['index.html', 'roundtables/2.1/index.html'])
        expect(files.get(name)).toContain('Confidential');
      expect(await verifyReading.run([folder], listening())).toBe(0);
    },
  );

  forumTest('touches no folder with something in it, and leaves nothing half-written', async ({ forum }) => {
    await lakeForum(forum);
    const folder = join(root, 'full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const refused = async (path: string, words = ['lake', path]) => {
      const terminal = listening();
      return [await runCommand('handover', { words, terminal, forum, file: null }), terminal.said.at(-1)];
    };
    expect(await refused(folder)).toEqual([2, expect.stringContaining('is not empty')]);
    expect(readdirSync(folder)).toEqual(['mine.txt']);
    expect(await refused(join(folder, 'mine.txt'))).toEqual([2, expect.stringContaining('Nothing could be written')]);
    expect((await refused('', ['nowhere', join(root, 'new')]))[0]).toBe(2);
    expect(existsSync(join(root, 'new'))).toBe(false);
    const halfway = ownTerminal.saveFolder(join(root, 'half'), (async function* () {
        yield { name: 'a/b.txt', bytes: Buffer.from('b') };
        throw new Error('the database went away');
      })()); // prettier-ignore
    await expect(halfway).rejects.toThrow('went away');
    const outside = ownTerminal.saveFolder(join(root, 'out'), (async function* () { yield { name: '../escaped.txt', bytes: Buffer.alloc(1) }; })()); // prettier-ignore
    await expect(outside).rejects.toThrow('outside');
    expect(readdirSync(root).filter((name) => /half|out|part|escaped/.test(name))).toEqual([]);
  });
});
