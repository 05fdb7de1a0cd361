import { leafHash, sha256, type Hash } from './hashing.ts';

/** A line of the record as it lies in the database, with what hides it. */
export interface Line {
  sequence: number;
  kind: string;
  act: string;
  actorId: string | null;
  subjectId: string;
  roundtableId: string | null;
  audience: string;
  at: Date;
  /** To the rows written. */
  commitment: Buffer;
  /** 32 bytes that nobody can guess. */
  salt: Buffer;
}

/**
 * What a leaf of the tree is, for anyone to have: the place in the sequence and a hash over the line under its salt. So the
 * tree can be followed by everyone and tells of no line that is not theirs to see, and holds nothing about a person.
 */
export function entryOf(line: Line): Buffer {
  return entryFrom(line.sequence, lineSalt(line.salt), lineText(line));
}

export function entryFrom(sequence: number, salt: Hash, text: string): Buffer {
  return Buffer.from(`rapporteur line ${sequence} ${sha256(salt, text).toString('base64')}\n`);
}

export function leafOf(line: Line): Hash {
  return leafHash(entryOf(line));
}

/** The line in canonical words. Who acted is hidden once more, for those who may see the line and not the person. */
export function lineText(line: Line): string {
  return `${[
    'rapporteur record line 1',
    `sequence ${line.sequence}`,
    `kind ${line.kind}`,
    `act ${line.act}`,
    `actor ${actorHash(line).toString('hex')}`,
    `subject ${line.subjectId}`,
    `roundtable ${line.roundtableId ?? 'none'}`,
    `audience ${line.audience}`,
    `at ${line.at.toISOString()}`,
    `commitment ${line.commitment.toString('hex')}`,
  ].join('\n')}\n`;
}

/** What opens the line's text, and nothing else of it. */
export function lineSalt(salt: Buffer): Hash {
  return sha256(salt, 'line');
}

/** What opens who acted. */
export function actorSalt(salt: Buffer): Hash {
  return sha256(salt, 'actor');
}

function actorHash({ actorId, salt }: Line): Hash {
  return sha256(actorSalt(salt), actorId ?? 'none');
}

/** Entries as tlog-tiles bundles them: each behind its length in two bytes. */
export function bundle(entries: readonly Buffer[]): Buffer {
  return Buffer.concat(entries.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 255]), entry]));
}

/** The leaves of a bundle, or null where it is broken. */
export function leavesOf(bundled: Buffer): Hash[] | null {
  const leaves: Hash[] = [];
  for (let at = 0; at < bundled.length;) {
    if (at + 2 > bundled.length) return null;
    const end = at + 2 + bundled.readUInt16BE(at);
    if (end > bundled.length) return null;
    leaves.push(leafHash(bundled.subarray(at + 2, end)));
    at = end;
  }
  return leaves;
}
