import { describe, expect } from 'vitest';
import { exported } from '#api/export.ts';
import { setOnRecord } from '#notes/interventions/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { carriedRecord, type CarriedRecord } from '#record/tree/carried.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { newestCheckpoints } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement, submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { verifyCarried } from './carried.ts';

/** An export of a forum in which things happened one after another, some of them between the offices, and its heads. */
async function taken(forum: Forum) {
  const small = await smallForum(forum);
  await sealRecord(forum);
  const { roundtable } = small;
  const say = (body: string, onRecord = true) =>
    perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, onRecord, speakers: [] });
  for (let n = 0; n < 9; n++) {
    await perform(forum, visitor, submitComment, { roundtable, body: `Comment ${n}.` });
    if (n % 4 === 0) await sealRecord(forum);
  }
  const aside = await say('Between us.', false);
  const { id: taken } = await say('Said, and then taken back from the record.');
  await perform(forum, small.chair, setOnRecord, { statement: taken, onRecord: false, reason: 'At their wish.' });
  const text = (await Array.fromAsync(exported(forum, visitor, 'lake'))).join('');
  const { record } = JSON.parse(text) as { record: CarriedRecord };
  const kept = (await newestCheckpoints(forum.db, 100)).map(({ note }) => readCheckpoint(note)!);
  return { record: carriedRecord.parse(record), kept, hidden: [aside.id, taken] };
}

describe('the record that goes with an export', () => {
  forumTest('is held against every head that was ever signed, without the forum', async ({ forum }) => {
    const { record, kept, hidden } = await taken(forum);
    expect(kept.length).toBeGreaterThan(3);
    for (const outside of kept) expect(verifyCarried(record, [outside]).findings, `${outside.size}`).toEqual([]);
    expect(verifyCarried(record, kept)).toMatchObject({ findings: [], lines: record.lines.length, head: kept[0] });
    const subjects = record.lines.map(({ subject }) => subject);
    for (const id of hidden) expect(subjects).not.toContain(id);
    expect(record.lines.every(({ audience }) => audience === 'public')).toBe(true);
    // As few hashes as do it: fewer than there are lines, though each line carried stands by itself.
    expect(record.tree.length).toBeLessThanOrEqual(kept[0]!.size);
  });

  forumTest('shows what was changed in it, and that it is of another history', async ({ forum }) => {
    const { record, kept } = await taken(forum);
    const [newest, older] = [kept[0]!, kept.at(-2)!];
    const found = (change: (record: CarriedRecord) => void, outside = kept) => {
      const other = structuredClone(record);
      change(other);
      return verifyCarried(other, outside).findings;
    };
    const { sequence } = record.lines[3]!;
    expect(found(({ lines }) => void (lines[3]!.act = 'comment.withdraw'))).toEqual([{ what: 'line_changed', sequence }]); // prettier-ignore
    expect(found(({ lines }) => void (lines[3]!.sequence = lines[4]!.sequence))).toMatchObject([{ what: 'line_changed' }]); // prettier-ignore
    expect(found(({ lines }) => void lines.unshift({ ...lines[3]!, act: 'another' }))).toEqual([{ what: 'line_changed', sequence }]); // prettier-ignore
    expect(found(({ lines }) => void (lines[3]!.sequence = newest.size + 1))).toMatchObject([{ what: 'line_missing' }]);
    for (const at of record.tree.keys())
      expect(found(({ tree }) => void (tree[at] = `${tree[at]!.split(' ')[0]} ${Buffer.alloc(32).toString('base64')}`)).length).toBeGreaterThan(0); // prettier-ignore
    expect(found(({ tree }) => void tree.pop()).map(({ what }) => what)).toContain('truncated');
    const foreign = { ...older, root: Buffer.alloc(32, 1) };
    expect(found(() => {}, [foreign])).toEqual([{ what: 'outside_differs', size: older.size }]);
    // Within a full tree of which no more than its head is told, no head was ever signed.
    const at = record.tree.findIndex((one) => !one.startsWith('0 '));
    const size = record.tree.slice(0, at).reduce((sum, one) => sum + 2 ** Number.parseInt(one), 1);
    expect(found(() => {}, [{ ...older, size }])).toEqual([{ what: 'head_unknown', size }]);
    const later = { ...newest, size: newest.size + 1 };
    expect(() => found(() => {}, [later])).toThrow(expect.objectContaining({ code: 'verify.export_older' }));
    const broken = expect.objectContaining({ code: 'verify.export_broken' });
    expect(() => found(({ tree }) => void tree.unshift(`3 ${tree[0]!.split(' ')[1]}`, tree[0]!))).toThrow(broken);
    expect(() => found((one) => void (one.checkpoints = ['a letter']))).toThrow(broken);
  });
});
