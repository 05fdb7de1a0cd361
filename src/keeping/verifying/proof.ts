import type { Written } from '#record/rows.ts';
import { Refusal } from '#record/refusals.ts';
import type { Checkpoint } from '#record/tree/checkpoint.ts';
import type { OpenedLine } from '#record/tree/entry.ts';
import { leafOfOpened, openedIn, rowsShown } from '#record/tree/opened.ts';
import { readProof } from '#record/tree/proof-file.ts';
import { isIncluded } from '#record/tree/proofs.ts';
import type { Finding } from './verify.ts';

export interface Proved {
  line: OpenedLine;
  /** What it shows of what the line wrote. */
  rows: Written[];
  head: Checkpoint;
  findings: Finding[];
}

/**
 * Checks a proof of a line (C2SP tlog-proof), offline: that it opens the line and what it shows of it, and leads to its
 * head; and where a head was kept outside, that it is that one. Throws `Refusal` where it is no such file, or leads to
 * another head than the one that was kept, so that nothing follows.
 */
export function verifyProof(text: string, outside: readonly Checkpoint[]): Proved {
  const proof = readProof(text);
  const opened = proof && openedIn(proof);
  if (!proof || !opened) throw new Refusal('verify.no_proof');
  const { line } = opened;
  const { size, root } = proof.checkpoint;
  const leaf = leafOfOpened(line);
  const isThere = line.sequence === proof.index + 1 && isIncluded(leaf, proof.index, size, proof.proof, root);
  const rows = rowsShown(opened);
  const findings: Finding[] = [
    ...(isThere ? [] : [{ what: 'not_included', sequence: line.sequence, size }]),
    ...(rows ? [] : [{ what: 'payload_changed', sequence: line.sequence }]),
  ];
  for (const kept of outside) {
    if (kept.size !== size) throw new Refusal({ code: kept.size < line.sequence ? 'verify.kept_is_older' : 'verify.leads_elsewhere', values: { sequence: line.sequence, size, kept: kept.size } }); // prettier-ignore
    if (!kept.root.equals(root)) findings.push({ what: 'outside_differs', size });
  }
  return { line, rows: rows ?? [], head: proof.checkpoint, findings };
}
