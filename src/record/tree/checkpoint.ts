import type { Head } from './proofs.ts';
import { readNote, signedBy, type Note, type Verifier } from './signed-note.ts';

/** The head of the tree at a size, with who signed it (C2SP tlog-checkpoint). */
export interface Checkpoint extends Head {
  /** The name of the log: where it is kept, without a scheme. */
  origin: string;
  note: Note;
}

export function checkpointText(origin: string, { size, root }: Head): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Null where it is no checkpoint. Whoever uses it looks at its signatures. */
export function readCheckpoint(written: string): Checkpoint | null {
  const note = readNote(written);
  const [origin, size, root] = note?.text.split('\n') ?? [];
  if (!note || !origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) return null;
  const hash = Buffer.from(root ?? '', 'base64');
  if (hash.length !== 32 || hash.toString('base64') !== root) return null;
  return { origin, size: Number(size), root: hash, note };
}

/** Whether the log itself signed it: the key bears the log's name. */
export function isSignedBy({ origin, note }: Checkpoint, verifier: Verifier): boolean {
  return verifier.name === origin && signedBy(verifier, note.text, note.signatures) !== undefined;
}
