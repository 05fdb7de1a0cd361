import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ownTerminal } from '#cli/terminal.ts';
import { migrationsKnown } from '#db/migrate.ts';
import { openDatabase, type Database } from '#db/open.server.ts';
import { shapesOf } from '#db/shape.ts';
import { handOverEdition } from '#programme/handover/acts.ts';
import { perform } from '#record/act.ts';
import { openQueue } from '#record/queue.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { program } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { forumIn } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { archiveOf, openArchive } from './archive.ts';
import { restore } from './restoring.ts';
import { snapshotOf } from './snapshot.ts';
import { verify } from './verifying/verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-older-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => ({ directory: join(folder, name) });

/** The newest migration that the older version knows. */
const last = '0023_interrupted';

it(
  'a backup that an older version wrote is restored, brought up to date, and goes on',
  { timeout: 240_000 },
  async () => {
    // prettier-ignore
    const older = (await migrationsKnown()).filter((name) => name <= last);
    const file = join(folder, 'older.tar.gz');
    const from = await openDatabase(place('from'), older);
    const queue = await openQueue(from, [], []);
    const { edition, roundtable, delegate } = await written(from);
    await perform(forumIn(from.db), delegate, submitComment, { roundtable, body: 'The clinic first.' });
    await sealRecord(forumIn(from.db));
    await ownTerminal.saveAll(file, archiveOf(from.db, { at: new Date(0), key: forumIn(from.db).signer.key }));
    await queue.close();
    await from.close();

    const archive = await openArchive(file);
    expect(archive.about.migrations).toEqual(older);
    expect(archive.about.shapes.map(({ table }) => table)).not.toContain('handover');
    const to = await openDatabase(place('to'), archive.about.migrations);
    expect((await restore(to, archive)).verdict.findings).toEqual([]);
    // What came since is there, and what is written now is covered with all that was.
    const forum = forumIn(to.db);
    await perform(forum, program, handOverEdition, { edition, sha256: '0'.repeat(64), files: 1, confidential: false });
    await perform(forum, delegate, submitComment, { roundtable, body: 'And the school.' });
    await sealRecord(forum);
    const verdict = await verify(() => snapshotOf(to.db, { withBytes: false }), await shapesOf(to.db));
    expect(verdict.findings).toEqual([]);
    const bodies = await to.db.selectFrom('statement_revision').select('body').orderBy('at').orderBy('body').execute();
    expect(bodies.map(({ body }) => body).sort()).toEqual(['And the school.', 'The clinic first.']);
    await to.close();
  },
);

function written({ db }: Database) {
  return smallForum(forumIn(db));
}
