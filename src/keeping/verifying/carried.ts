import { Refusal } from '#record/refusals.ts';
import type { CarriedRecord } from '#record/tree/carried.ts';
import { readCheckpoint, type Checkpoint } from '#record/tree/checkpoint.ts';
import { growTree, type Hash } from '#record/tree/hashing.ts';
import { leafOfOpened } from '#record/tree/opened.ts';
import type { Finding } from './verify.ts';

export interface CarriedVerdict {
  head: Checkpoint;
  /** How many lines it carries. */
  lines: number;
  findings: Finding[];
}

/**
 * Checks what of a record goes with an export, offline: computes the tree anew from the hashes it carries, holds it against
 * the signed heads in it and those kept outside, and each line against its leaf. Throws `Refusal` where it cannot be
 * compared: it is broken, or was taken before the head that was kept.
 */
export function verifyCarried(carried: CarriedRecord, outside: readonly Checkpoint[]): CarriedVerdict {
  const heads = carried.checkpoints.map(readCheckpoint);
  const [head] = heads;
  if (!head || heads.includes(null)) throw new Refusal('verify.export_broken');
  for (const kept of outside)
    if (kept.size > head.size) throw new Refusal({ code: 'verify.export_older', values: { size: head.size, kept: kept.size } }); // prettier-ignore
  const due = new Map<number, { root: Hash; what: string }[]>();
  const expect = (what: string) => (one: Checkpoint) =>
    void due.set(one.size, [...(due.get(one.size) ?? []), { root: one.root, what }]);
  (heads as Checkpoint[]).forEach(expect('head_differs'));
  outside.forEach(expect('outside_differs'));
  // A sequence number that stands there twice is two lines to be looked at.
  const lines = Map.groupBy(carried.lines, ({ sequence }) => sequence);
  const findings: Finding[] = [];
  const tree = growTree();
  for (const written of carried.tree) {
    const [height = '', hash = ''] = written.split(' ');
    const sequence = tree.size + 1;
    const bytes = Buffer.from(hash, 'base64');
    if (height === '0') {
      for (const line of lines.get(sequence) ?? [])
        if (!leafOfOpened(line).equals(bytes)) findings.push({ what: 'line_changed', sequence });
      lines.delete(sequence);
    }
    grow(tree, bytes, Number(height));
    for (const { root, what } of due.get(tree.size) ?? [])
      if (!root.equals(tree.root())) findings.push({ what, size: tree.size });
    due.delete(tree.size);
  }
  if (tree.size !== head.size) findings.push({ what: 'truncated', size: head.size });
  for (const [size, missed] of due)
    if (size !== head.size || missed.some(({ what }) => what === 'outside_differs'))
      findings.push({ what: 'head_unknown', size });
  for (const sequence of lines.keys()) findings.push({ what: 'line_missing', sequence });
  return { head, lines: carried.lines.length, findings };
}

function grow(tree: ReturnType<typeof growTree>, hash: Hash, height: number): void {
  if (height > 52 || tree.size % 2 ** height !== 0) throw new Refusal('verify.export_broken');
  tree.add(hash, height);
}
