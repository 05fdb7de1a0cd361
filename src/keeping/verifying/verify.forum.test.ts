import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { shapesOf } from '#db/shape.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { removedWith } from '#record/rows.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { submitComment } from '#statements/acts.ts';
import { addAttachment } from '#statements/attachments/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { uncoveredColumns, uncoveredTables } from '#keeping/covered.ts';
import { snapshotOf } from '#keeping/snapshot.ts';
import { canonOf } from './canonical.ts';
import { verify } from './verify.ts';

async function commented(forum: Forum) {
  const small = await smallForum(forum);
  const { id } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'The clinic.' }); // prettier-ignore
  await perform(forum, small.delegate, addAttachment, { statement: id, name: 'a.txt', content: 'TWlyZW1iYQ==' });
  await sealRecord(forum);
  return { ...small, said: id, outside: readCheckpoint((await checkpointAt(forum.db))!.note)! };
}

describe('verify', () => {
  forumTest('names what was changed, removed, added, put elsewhere or cut back behind its back', async ({ forum }) => {
    const { outside, said } = await commented(forum);
    const { db } = forum;
    const shapes = await shapesOf(db);
    const findings = async () => (await verify(() => snapshotOf(db, { withBytes: false }), shapes, [outside])).findings;
    expect(await findings()).toEqual([]);
    await sql`alter table record_line disable trigger record_line_is_final`.execute(db);
    const last = outside.size;
    const tampered = async (change: string) => {
      await sql`savepoint tampering`.execute(db);
      await sql.raw(change).execute(db);
      const found = await findings();
      await sql`rollback to savepoint tampering`.execute(db);
      return found;
    };
    const row = `statement_id ${said}, revision 1`;
    expect(await tampered(`update statement_revision set body = 'Another.'`)).toEqual([
      { what: 'row_changed', table: 'statement_revision', row, sequence: last - 1 },
    ]);
    expect(await tampered(`delete from statement_speaker`)).toMatchObject([{ what: 'row_missing', table: 'statement_speaker' }]); // prettier-ignore
    expect(await tampered(`insert into delegation_alias select id, 'K' from delegation`)).toMatchObject([{ what: 'row_unknown', table: 'delegation_alias' }]); // prettier-ignore
    expect(await tampered(`update roundtable set statements = 7`)).toMatchObject([{ what: 'counter_changed' }]);
    expect(await tampered(`update attachment_file set bytes = 'x'`)).toMatchObject([{ what: 'file_changed' }]);
    expect(await tampered(`delete from attachment_file`)).toMatchObject([{ what: 'file_missing' }]);
    expect(await tampered(`update record_payload set payload = replace(payload, 'clinic', 'Clinic')`)).toContainEqual({ what: 'payload_changed', sequence: last - 1 }); // prettier-ignore
    expect(await tampered(`delete from record_payload where sequence = 2`)).toContainEqual({ what: 'payload_missing', sequence: 2 }); // prettier-ignore
    const edited = await tampered(`update record_line set act = 'edition.close' where sequence = 3`);
    expect(edited).toEqual([
      { what: 'head_differs', size: last },
      { what: 'outside_differs', size: last },
      { what: 'line_changed', sequence: 3 },
    ]);
    const swap = `update record_line set sequence = case sequence when 3 then 4 else 3 end where sequence in (3, 4)`;
    const dropped = `alter table record_payload drop constraint record_payload_sequence_fkey; alter table record_line drop constraint record_line_pkey;`; // prettier-ignore
    expect(await tampered(dropped + swap)).toContainEqual({ what: 'line_changed', sequence: 3 });
    expect(await tampered(`${dropped} delete from record_line where sequence = 3`)).toContainEqual({ what: 'line_missing', sequence: 3 }); // prettier-ignore
    const cut = `${dropped} delete from record_line where sequence = ${last}; delete from record_payload where sequence = ${last}; update record_head set sequence = ${last - 1}; delete from record_checkpoint; delete from attachment_file; delete from attachment`; // prettier-ignore
    expect(await tampered(cut)).toEqual([{ what: 'rolled_back', size: last }]);
    expect(await tampered(`update record_tile set hashes = overlay(hashes placing sha256('x') from 1)`)).toEqual([{ what: 'tile_changed', sequence: 1 }]); // prettier-ignore
  }, 120_000);

  forumTest('sees every column of every table that is not said to be uncovered', async ({ forum }) => {
    const shapes = await shapesOf(forum.db);
    expect(Object.keys(uncoveredTables).filter((name) => !shapes.some(({ table }) => table === name))).toEqual([]);
    for (const shape of shapes.filter(({ table }) => !(table in uncoveredTables))) {
      expect(shape.key.length, shape.table).toBeGreaterThan(0);
      const canon = canonOf(shape);
      const row = Object.fromEntries(shape.columns.map(({ name, type }) => [name, sample(type, 1)]));
      for (const { name, type, derived } of shape.columns) {
        const other = { ...row, [name]: sample(type, 2) };
        const isSeen = !canon.value(row, true).equals(canon.value(other, true));
        expect([`${shape.table}.${name}`, isSeen]).toEqual([
          `${shape.table}.${name}`,
          !derived && !(`${shape.table}.${name}` in uncoveredColumns),
        ]);
      }
    }
  });

  forumTest('what the database removes with another row, the record says', async ({ forum }) => {
    const { rows } = await sql<{ below: string; table: string }>`
      select c.relname as below, p.relname as table from pg_constraint f join pg_class c on c.oid = f.conrelid
      join pg_class p on p.oid = f.confrelid where f.contype = 'f' and f.confdeltype = 'c'
      and f.connamespace = 'public'::regnamespace`.execute(forum.db);
    const said = Object.entries(removedWith).flatMap(([table, all]) => all!.map(([below]) => ({ below, table })));
    const covered = rows.filter(({ table }) => table !== 'login');
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(new Set(covered.map((one) => JSON.stringify(one))));
  });
});

forumTest('nothing writes to a covered table but through rows', async () => {
  const root = new URL('../../', import.meta.url).pathname;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const direct = /(?:insertInto|updateTable|deleteFrom)\('(\w+)'|`\s*(?:insert into|update|delete from) (\w+)/g;
  const known = [
    // The counter, which is held against the numbers; the files, against their fingerprints; when a token was last used.
    'roundtable statements/before-acting.ts',
    'roundtable importing/archive/enter-said.ts',
    'roundtable importing/entering/acts.ts',
    'api_token api/tokens/queries.ts',
    // Committed to as they stand afterwards.
    'person statements/erasure/erasing.ts',
    'statement statements/erasure/erasing.ts',
    'attachment statements/erasure/erasing.ts',
  ];
  const written = files
    .filter((file) => !file.startsWith('keeping/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(direct)].map(([, a, b]) => `${a ?? b} ${file}`),
    )
    .filter((one) => !(one.split(' ')[0]! in uncoveredTables));
  expect([...new Set(written)].filter((one) => !known.includes(one))).toEqual([]);
});

function sample(type: string, n: number): unknown {
  if (type === 'boolean') return n === 1;
  if (type === 'ARRAY') return [`${n}`];
  if (/json/.test(type)) return { n };
  if (/int|real|double|numeric/.test(type)) return n;
  if (type.startsWith('timestamp')) return `2026-06-0${n}T12:00:00+00:00`;
  return type === 'bytea' ? `\\x0${n}` : `${n}`;
}
