import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { exported } from '#api/export.ts';
import { verifyFile } from '#cli/verify-file.ts';
import { ownTerminal } from '#cli/terminal.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { carriedRecord } from '#record/tree/carried.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { reportFile } from '#report/export/files.ts';
import { enterStatement, reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { carryOutErasure } from '#statements/erasure/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { sumsName } from './zipped.ts';
import { saidIn, verifyWords } from './words.ts';

/** Words of a guest, of a delegate who changed them, of somebody at the meeting; and some that were taken back. */
async function spoken(forum: Forum) {
  const small = await smallForum(forum);
  const { roundtable, delegate } = small;
  await perform(forum, visitor, submitComment, { roundtable, body: 'Forty “night” shifts.\nTo fill.' });
  const { id: revised } = await perform(forum, delegate, submitComment, { roundtable, body: 'The clinic first.' });
  await perform(forum, delegate, reviseStatement, { statement: revised, basedOn: 1, body: 'The clinic, at once.' });
  await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Between villages.', speakers: [] }); // prettier-ignore
  const { id: withdrawn } = await perform(forum, delegate, submitComment, { roundtable, body: 'Taken back.' });
  await perform(forum, delegate, withdrawStatement, { statement: withdrawn });
  return small;
}

async function taken(forum: Forum) {
  const text = (await Array.fromAsync(exported(forum, visitor, 'lake'))).join('');
  return { text, data: JSON.parse(text) as Taken };
}

interface Taken {
  roundtables: { said: { number: number; body: string | null }[] }[];
  record: unknown;
}

describe('the words of an export', () => {
  forumTest('are shown to be those of the record, and by whose hand stays hidden', async ({ forum }) => {
    const small = await spoken(forum);
    const { roundtable } = small;
    const { id: erased } = await perform(forum, visitor, submitComment, { roundtable, body: 'To be forgotten.' });
    await perform(forum, program, carryOutErasure, { edition: small.edition, statement: erased, withWords: true, verifiedHow: 'By a call.' }); // prettier-ignore
    const { text, data } = await taken(forum);
    expect(verifyWords(carriedRecord.parse(data.record), saidIn(data))).toEqual({ proved: 3, unproved: [], findings: [] }); // prettier-ignore
    expect(text).toContain('"by_id');
    expect(text).not.toContain(small.delegate.personId);
    for (const gone of ['Taken back.', 'To be forgotten.', 'The clinic first.']) expect(text).not.toContain(gone);
  });

  forumTest('one word changed, moved or taken out is found and named', async ({ forum }) => {
    await spoken(forum);
    const { data } = await taken(forum);
    const found = (change: (data: Taken, record: ReturnType<typeof carriedRecord.parse>) => void) => {
      const other = structuredClone(data);
      const record = carriedRecord.parse(other.record);
      change(other, record);
      const { findings, unproved } = verifyWords(record, saidIn(other));
      return [...findings.map(({ what, row }) => `${what} ${row ?? ''}`), ...unproved];
    };
    const said = (data: Taken) => data.roundtables.find(({ said }) => said.length > 0)!.said;
    const opened = (record: ReturnType<typeof carriedRecord.parse>) => record.lines.flatMap(({ open = [] }) => open);
    expect(found(() => {})).toEqual([]);
    expect(found((data) => void (said(data)[0]!.body = 'Forty “day” shifts.\nTo fill.'))).toEqual(['words_changed 2.1/1']); // prettier-ignore
    expect(found((data) => void (said(data)[0]!.body = null))).toEqual(['words_missing 2.1/1']);
    const swapped = found((data, record) => {
      const [first, , third] = said(data);
      [first!.body, third!.body] = [third!.body, first!.body];
      const others = new Map([['2.1/1', '2.1/3'], ['2.1/3', '2.1/1']]); // prettier-ignore
      for (const one of opened(record)) one.of = others.get(one.of) ?? one.of;
    });
    expect(swapped).toEqual(['words_moved 2.1/3', 'words_moved 2.1/1']);
    const hidden = found((data, record) => {
      said(data)[0]!.body = 'Other words.';
      for (const line of record.lines) line.open = line.open?.filter(({ of }) => of !== '2.1/1');
    });
    expect(hidden).toEqual(['2.1/1']);
    expect(found((_, record) => void (record.lines.find(({ rows }) => rows)!.rows![0] = '0'.repeat(64)))).toContain('payload_changed '); // prettier-ignore
  });
});

forumTest(
  'a word changed in a report’s archive is named, though its checksums are made anew',
  async ({ forum }) => {
    const { roundtable } = await spoken(forum);
    const { id: report } = await perform(forum, program, enterReport, { roundtable, kind: 'record', title: 'Record of 2.1', source: 'draft', paragraphs: [] }); // prettier-ignore
    for (const to of ['co_chair_review', 'correction_window'] as const) await perform(forum, program, moveReport, { report, to }); // prettier-ignore
    const { bytes } = (await reportFile(forum, visitor, { id: roundtable, number: '2.1' }, 'zip'))!;
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-words-'));
    const verified = async (bytes: Uint8Array) => {
      const path = join(folder, 'report.zip');
      writeFileSync(path, bytes);
      const said: string[] = [];
      const terminal = { ...ownTerminal, print: (text: string) => void said.push(text), error: (text: string) => void said.push(text) }; // prettier-ignore
      return { status: await verifyFile(path, { outside: [], key: null }, terminal), said: said.join('\n') };
    };
    try {
      const whole = await verified(bytes);
      expect(whole).toMatchObject({ status: 0, said: expect.stringContaining('The words of 4 texts in it are those that the record holds.') }); // prettier-ignore
      const parts = unzipSync(bytes);
      const name = Object.keys(parts).find((name) => name.endsWith('.json'))!;
      parts[name] = strToU8(strFromU8(parts[name]!).replace('Between villages.', 'Between cities.'));
      delete parts[sumsName];
      const sums = Object.entries(parts).map(([name, part]) => `${createHash('sha256').update(part).digest('hex')}  ${name}\n`); // prettier-ignore
      const changed = await verified(zipSync({ ...parts, [sumsName]: strToU8(sums.join('')) }));
      expect(changed.status).toBe(1);
      expect(changed.said).toMatch(/^The words of 2\.1\/3 were changed: they are not those that line \d+ wrote\.$/m);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
