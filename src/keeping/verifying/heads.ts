import { readCheckpoint, type Checkpoint } from '#record/tree/checkpoint.ts';
import type { Hash } from '#record/tree/hashing.ts';
import { bytesIn } from './reading.ts';

export interface HeadFinding {
  what: 'head_differs' | 'outside_differs' | 'rolled_back' | 'truncated' | 'no_head';
  /** Over how many lines the head stands. */
  size: number;
}

/** Heads of the tree that were signed earlier, here or kept outside, against the tree as it is computed now. */
export function openHeads(outside: readonly Checkpoint[]) {
  const due = new Map<number, { root: Hash; what: 'head_differs' | 'outside_differs' }[]>();
  const findings: HeadFinding[] = [];
  let newest: Checkpoint | null = null;
  // Asked for in the order of the lines, once all heads are known.
  let sizes: number[] | undefined;
  let passed = 0;
  const expect = (size: number, root: Hash, what: 'head_differs' | 'outside_differs') =>
    void due.set(size, [...(due.get(size) ?? []), { root, what }]);
  for (const { size, root } of outside) expect(size, root, 'outside_differs');
  return {
    findings,
    get newest() {
      return newest;
    },
    /** The sizes at which nothing was found wrong. */
    row(row: { size: number; root: string; note: string }): void {
      const signed = readCheckpoint(row.note);
      expect(row.size, bytesIn(row.root), 'head_differs');
      if (signed?.size === row.size) expect(row.size, signed.root, 'head_differs');
      else findings.push({ what: 'head_differs', size: row.size });
      newest = signed;
    },
    /** Whether one stands over more lines than the first and at most as many as the second. */
    isDue(after: number, upTo: number): boolean {
      sizes ??= [...due.keys()].sort((a, b) => a - b);
      while (passed < sizes.length && sizes[passed]! <= after) passed++;
      return passed < sizes.length && sizes[passed]! <= upTo;
    },
    at(size: number, root: () => Hash): void {
      for (const { root: expected, what } of due.get(size) ?? [])
        if (!expected.equals(root())) findings.push({ what, size });
      due.delete(size);
    },
    end(size: number, head: number): HeadFinding[] {
      if (head !== size) findings.push({ what: 'truncated', size: head });
      for (const [expected, heads] of due)
        for (const { what } of heads)
          findings.push({ what: what === 'outside_differs' ? 'rolled_back' : 'truncated', size: expected });
      return [...new Map(findings.map((one) => [`${one.what} ${one.size}`, one])).values()];
    },
  };
}
