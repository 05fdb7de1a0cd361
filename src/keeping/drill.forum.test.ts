import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import type { Database } from '#db/open.server.ts';
import { performAll, perform } from '#record/act.ts';
import { openQueue } from '#record/queue.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { openTestDatabase } from '#test/database.ts';
import { forumIn } from '#test/forum.ts';
import { loadWorld } from '#test/world.ts';
import { ownTerminal } from '#cli/terminal.ts';
import { archiveOf, openArchive } from './archive.ts';
import { restore } from './restoring.ts';
import { snapshotOf } from './snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-drill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every table and file, so that two databases are compared by all they hold. */
async function contents({ db }: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for await (const piece of snapshotOf(db, { withBytes: true })) {
    const [name, rows] = 'file' in piece ? [`file ${piece.file.table}`, [piece.file.key + piece.file.sha256]] : [piece.table, piece.rows]; // prettier-ignore
    (all[name] ??= []).push(...rows);
  }
  return all;
}

it('what was kept while people wrote comes back row for row, from the embedded database into this one', async () => {
  const from = await openTestDatabase('embedded');
  const queue = await openQueue(from, [], []);
  const forum = { ...forumIn(from.db), follow: queue.follow };
  await performAll(forum, loadWorld);
  const open = await from.db.selectFrom('roundtable').select(['id', 'comments_close_at']).where('state', '=', 'open_for_comment').where('comments_close_at', 'is not', null).executeTakeFirstOrThrow(); // prettier-ignore
  const now = new Date(open.comments_close_at!.getTime() - 60_000);
  const writing = { ...forum, now: () => now };
  const file = join(folder, 'backup.tar.gz');
  let isDone = false;
  const comments = (async () => {
    for (let n = 0; !isDone; n++) await perform(writing, visitor, submitComment, { roundtable: open.id, body: `Comment ${n}.`, name: 'Ada' }); // prettier-ignore
  })();
  await sealRecord(forum);
  await ownTerminal.saveAll(file, archiveOf(from.db, { at: now, key: forum.signer.key }));
  isDone = true;
  await comments;

  const archived: Record<string, string[]> = {};
  for await (const piece of (await openArchive(file)).pieces) {
    const [name, rows] = 'file' in piece ? [`file ${piece.file.table}`, [piece.file.key + piece.file.sha256]] : [piece.table, piece.rows]; // prettier-ignore
    (archived[name] ??= []).push(...rows);
  }
  await queue.close();
  await from.close();
  const to = await openTestDatabase();
  for (const [broken, code] of brokenCopies(file)) {
    const restoring = (async () => restore(to, await openArchive(broken)))();
    await expect(restoring, broken).rejects.toMatchObject({ code });
    expect((await to.db.selectFrom('edition').select('id').execute()).length).toBe(0);
  }
  const { about } = await openArchive(file);
  const pieces = (async function* () {
    yield { table: 'edition', rows: ['{"id":"no id"}'] };
  })();
  await expect(restore(to, { about, pieces })).rejects.toMatchObject({ code: 'restore.rows_wrong' });
  const { verdict } = await restore(to, await openArchive(file));
  expect(verdict.findings).toEqual([]);
  const { jobs: waiting = [], ...rest } = await contents(to);
  const { jobs = [], ...kept } = archived;
  expect(Object.keys(rest).sort()).toEqual(Object.keys(kept).sort());
  for (const [name, rows] of Object.entries(kept)) expect(rest[name], name).toEqual(rows);
  expect(waiting.length).toBe(jobs.filter((job) => job.includes('"reactions"')).length);
  await expect(openArchive(file).then((archive) => restore(to, archive))).rejects.toMatchObject({ code: 'restore.not_empty' }); // prettier-ignore
  await to.close();
}, 120_000);

/** Cut short, not a backup at all, of a newer version, with a letter changed and the sums put right, and so on. */
function brokenCopies(file: string): [string, string][] {
  const copy = (name: string, change: (path: string) => void) => {
    const path = join(folder, name);
    copyFileSync(file, path);
    change(path);
    return path;
  };
  const rewrite = (path: string, change: (bytes: Buffer) => Buffer) =>
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path))), { level: 1 }));
  const replaced = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
  return [
    [copy('short', (path) => truncateSync(path, readFileSync(path).length - 5000)), 'restore.broken'],
    [copy('foreign', (path) => writeFileSync(path, 'a letter')), 'restore.foreign'],
    [copy('empty', (path) => truncateSync(path, 0)), 'restore.broken'],
    [copy('other', (path) => writeFileSync(path, gzipSync('a letter'))), 'restore.broken'],
    [copy('newer', (path) => rewrite(path, replaced('"format": 1', '"format": 2'))), 'restore.too_new'],
    [copy('changed', (path) => rewrite(path, replaced('Kenya', 'Genya'))), 'restore.part_wrong'],
    [copy('about', (path) => rewrite(path, replaced('"format"', '"format\u0001'))), 'restore.broken'],
    [copy('manifest', (path) => rewrite(path, replaced('"sha256": {', '"sha257": {'))), 'restore.broken'],
    [copy('row', (path) => rewrite(path, replaced('"number":"', '"number:":'))), 'restore.broken'],
    [copy('longer', (path) => appendFileSync(path, 'more')), 'restore.foreign'],
    [join(folder, 'nowhere'), 'restore.unreadable'],
  ];
}
