import { growTree, hashLength, type Hash } from '#record/tree/hashing.ts';
import { tileWidth } from '#record/tree/tiles.ts';
import type { LinesRead } from './reading.ts';

export interface LineFinding {
  what: 'line_changed' | 'line_missing' | 'payload_changed' | 'payload_missing';
  sequence: number;
}

interface Known {
  /** The lowest tiles of the tree, as they are stored. */
  leaves: Buffer[];
  erased: ReadonlySet<number>;
  /** Whether a head was signed over some of the lines after a size, up to another. */
  isDue(after: number, upTo: number): boolean;
  /** Called with each size at which the head may be asked for. */
  at(size: number, root: () => Hash): void;
}

const tileHeight = Math.log2(tileWidth);

/** Takes lines in their order: grows the tree over them, and holds each against its place and its tile. */
export function openLines(known: Known) {
  const tree = growTree();
  const findings: LineFinding[] = [];
  const root = () => tree.root();
  const takeOne = (sequence: number, leaf: Buffer) => {
    const expected = tree.size + 1;
    tree.add(leaf);
    if (sequence !== expected) findings.push({ what: 'line_missing', sequence: expected });
    const kept = tileOf(sequence)
      .subarray(((sequence - 1) % tileWidth) * hashLength)
      .subarray(0, hashLength);
    if (kept.length > 0 && !kept.equals(leaf)) findings.push({ what: 'line_changed', sequence });
    known.at(tree.size, root);
  };
  const tileOf = (sequence: number) => known.leaves[Math.floor((sequence - 1) / tileWidth)] ?? Buffer.alloc(0);
  return {
    findings,
    root,
    get size() {
      return tree.size;
    },
    take({ sequences, leaves, head, changed, missing }: LinesRead): void {
      const bytes = Buffer.from(leaves.buffer, leaves.byteOffset, leaves.byteLength);
      const isAsKept = head && sequences[0] === tree.size + 1 && tileOf(sequences[0]).equals(bytes);
      if (isAsKept && !known.isDue(tree.size, tree.size + tileWidth - 1)) {
        tree.add(Buffer.from(head), tileHeight);
        known.at(tree.size, root);
      } else
        for (const [i, sequence] of sequences.entries())
          takeOne(sequence, bytes.subarray(i * hashLength, (i + 1) * hashLength));
      for (const sequence of changed) findings.push({ what: 'payload_changed', sequence });
      for (const sequence of missing)
        if (!known.erased.has(sequence)) findings.push({ what: 'payload_missing', sequence });
    },
  };
}
