import { commitmentTo, rowTexts } from '#record/payload.ts';
import type { Written } from '#record/rows.ts';
import { leafOf, type Line } from '#record/tree/entry.ts';
import { growTree, hashLength, type Hash } from '#record/tree/hashing.ts';

/** A line with its payload, as a snapshot holds it. */
export interface StoredLine {
  sequence: number;
  kind: string;
  act: string;
  actor_id: string | null;
  subject_id: string;
  roundtable_id: string | null;
  audience: string;
  at: string;
  commitment: string;
  salt: string;
  payload_salt: string | null;
  payload: string | null;
}

export interface LineFinding {
  what: 'line_changed' | 'line_missing' | 'payload_changed' | 'payload_missing';
  sequence: number;
}

/** Reads lines in order: grows the tree over them, and opens what each commits to. */
export function openLines(known: { leaves: Buffer[]; erased: ReadonlySet<number> }) {
  const tree = growTree();
  const findings: LineFinding[] = [];
  return {
    findings,
    get size() {
      return tree.size;
    },
    root: (): Hash => tree.root(),
    /** Returns the rows it wrote; none where its payload does not hold. */
    take(stored: StoredLine): Written[] {
      const { sequence, payload, payload_salt } = stored;
      const expected = tree.size + 1;
      const line = lineOf(stored);
      const leaf = leafOf(line);
      tree.add(leaf);
      const place = sequence - 1;
      const kept = known.leaves[Math.floor(place / 256)]?.subarray((place % 256) * hashLength, (place % 256 + 1) * hashLength); // prettier-ignore
      if (sequence !== expected) findings.push({ what: 'line_missing', sequence: expected });
      if (kept && kept.length > 0 && !kept.equals(leaf)) findings.push({ what: 'line_changed', sequence });
      if (payload === null || payload_salt === null) {
        if (!known.erased.has(sequence)) findings.push({ what: 'payload_missing', sequence });
        return [];
      }
      if (!commitmentTo(bytesIn(payload_salt), payload).equals(line.commitment)) {
        findings.push({ what: 'payload_changed', sequence });
        return [];
      }
      return rowTexts(payload).map((text) => JSON.parse(text) as Written);
    },
  };
}

function lineOf(stored: StoredLine): Line {
  return {
    sequence: stored.sequence,
    kind: stored.kind,
    act: stored.act,
    actorId: stored.actor_id,
    subjectId: stored.subject_id,
    roundtableId: stored.roundtable_id,
    audience: stored.audience,
    at: new Date(stored.at),
    commitment: bytesIn(stored.commitment),
    salt: bytesIn(stored.salt),
  };
}

/** Bytes as the database writes them in JSON: `\x` and hexadecimal. */
export function bytesIn(text: string): Buffer {
  return Buffer.from(text.startsWith('\\x') ? text.slice(2) : text, 'hex');
}
