import { isSignedBy, readCheckpoint, type Checkpoint } from '#record/tree/checkpoint.ts';
import { leavesOf } from '#record/tree/entry.ts';
import { growTree } from '#record/tree/hashing.ts';
import type { Verifier } from '#record/tree/signed-note.ts';
import { placePath, tileWidth } from '#record/tree/tiles.ts';
import { Refusal } from '#record/refusals.ts';
import { openHeads, type HeadFinding } from './heads.ts';

export interface Followed {
  head: Checkpoint;
  /** Whether the key that was given signed it; null where none was given. */
  isSigned: boolean | null;
  findings: (HeadFinding | { what: 'leaf_missing'; size: number })[];
}

/**
 * Follows a record from outside, as C2SP tlog-tiles: takes the newest head and every leaf, and computes the tree anew, also
 * at the size of each head that was kept. Throws `Refusal` where nothing answers there.
 */
export async function follow(address: string, outside: readonly Checkpoint[], key: Verifier | null): Promise<Followed> {
  const base = address.replace(/\/+$/, '');
  const head = readCheckpoint((await get(`${base}/checkpoint`)).toString());
  if (!head) throw new Refusal({ code: 'verify.no_record', values: { address } });
  const heads = openHeads([...outside, head]);
  const tree = growTree();
  for (let place = 0; tree.size < head.size; place++) {
    const width = Math.min(tileWidth, head.size - place * tileWidth);
    const partial = width < tileWidth ? `.p/${width}` : '';
    const leaves = leavesOf(await get(`${base}/tile/entries/${placePath(place)}${partial}`));
    if (leaves?.length !== width)
      return { head, isSigned: signed(head, key), findings: [{ what: 'leaf_missing', size: tree.size + 1 }] };
    for (const leaf of leaves) {
      tree.add(leaf);
      heads.at(tree.size, tree.root);
    }
  }
  return { head, isSigned: signed(head, key), findings: heads.end(tree.size, head.size) };
}

function signed(head: Checkpoint, key: Verifier | null): boolean | null {
  return key && isSignedBy(head, key);
}

async function get(address: string): Promise<Buffer> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    return Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    throw new Refusal({ code: 'verify.unreachable', values: { address, why: (error as Error).message } });
  }
}
