// A proof as a file (C2SP tlog-proof): what has to stand beside a leaf, the head this leads to, and what opens the leaf.
import { readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { hashLength, type Hash } from './hashing.ts';

export interface ProofFile {
  /** Whatever the leaf is made from; nobody has signed it. Null where there is none. */
  extra: Buffer | null;
  /** The leaf's place, from 0. */
  index: number;
  proof: Hash[];
  checkpoint: Checkpoint;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
export const proofEnding = '.tlog-proof';

/** `note`: the signed head that the proof leads to. */
export function writeProof(of: { extra: Uint8Array; index: number; proof: readonly Hash[]; note: string }): string {
  const { extra, index, proof, note } = of;
  const hashes = proof.map((hash) => hash.toString('base64'));
  return `${[firstLine, `extra ${Buffer.from(extra).toString('base64')}`, `index ${index}`, ...hashes].join('\n')}\n\n${note}`;
}

export function isProof(text: string): boolean {
  return text.startsWith(`${firstLine}\n`);
}

/** Null where it is no such file. */
export function readProof(text: string): ProofFile | null {
  const end = text.indexOf('\n\n');
  if (!isProof(text) || end < 0) return null;
  const checkpoint = readCheckpoint(text.slice(end + 2));
  const lines = text.slice(0, end).split('\n').slice(1);
  const extra = lines[0]?.startsWith('extra ') ? Buffer.from(lines.shift()!.slice(6), 'base64') : null;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isPlain = proof.every((hash, i) => hash.length === hashLength && hash.toString('base64') === lines[i]);
  if (!checkpoint || index === undefined || !isPlain || proof.length > 63) return null;
  return { extra, index: Number(index), proof, checkpoint };
}
