import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/open.server.ts';
import { say } from '#messages/say.ts';
import { makeDataDirectory } from '#test/database.ts';
import { freePort, rapporteur, server } from './programs.ts';

const report = new URL('../../src/importing/golden/report.txt', import.meta.url).pathname;
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();
if (!canMount) console.log('Skipped: a full disk. Run the tests as root on Linux, where a small disk can be mounted.');

describe.skipIf(!canMount)('a full disk', { timeout: 60_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-small-disk-'));
  const ballast = join(directory, 'ballast');

  beforeAll(async () => {
    mount(directory, '110m');
    await makeDataDirectory(directory);
  });
  afterAll(() => {
    execFileSync('umount', ['-l', directory]);
    rmSync(directory, { recursive: true, force: true });
  });

  it('refuses an import with a sentence and leaves nothing of it; pages are still read', async () => {
    const running = server({ directory, port: await freePort() });
    await running.ready;
    fill(ballast, 60);
    const imported = await rapporteur(['import', report, '--yes'], { directory });
    expect(imported).toMatchObject({ status: 2, err: `${say('database.full')}\n` });
    expect((await fetch(running.address)).status).toBe(200);
    rmSync(ballast);
    const again = await rapporteur(['import', report, '--yes'], { directory });
    expect(again).toMatchObject({ status: 0, err: '' });
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ status: 0 });
  });

  it('that leaves the database no log to write ends it with a sentence, and it opens again as it was', async () => {
    const database = await openDatabase({ directory });
    await sql`create table filling as select n, 'a' as words from generate_series(1, 100) n`.execute(database.db);
    fill(ballast, 100);
    let lost: { code: string } | undefined;
    void database.lost.then((reason) => (lost = reason));
    // Each is refused or done, until there is no room for the log of the next.
    while (!lost) await sql`update filling set words = md5(random()::text)`.execute(database.db).catch(() => {});
    expect(lost).toMatchObject({ code: 'database.full' });
    await database.close();
    rmSync(ballast);
    const again = await openDatabase({ directory });
    const { rows } = await sql<{ n: number }>`select count(*) as n from filling`.execute(again.db);
    expect(rows).toEqual([{ n: 100 }]);
    await again.close();
  });
});

function fill(file: string, megabytes: number): void {
  try {
    writeFileSync(file, Buffer.alloc(megabytes * 1024 * 1024, 1));
  } catch {
    // It is full now, which is what was wanted.
  }
}

function mount(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
}

/** Some containers do not let even root mount. */
function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mount-'));
  try {
    mount(folder, '1m');
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
