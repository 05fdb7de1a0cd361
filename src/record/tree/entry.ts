import { digest, leafHash, sha256, type Hash } from './hashing.ts';

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
 * A line as it is shown to whoever may see it, with what opens its leaf and nothing else: who acted stays a hash, since
 * those who may see a line need not be those who may see the person. Bytes are in hexadecimal.
 */
export interface OpenedLine {
  sequence: number;
  kind: string;
  act: string;
  actor: string;
  subject: string;
  roundtable: string | null;
  audience: string;
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  commitment: string;
  salt: string;
}

/**
 * What a leaf of the tree is, for anyone to have: the place in the sequence and a hash over the line under its salt. So the
 * tree can be followed by everyone and tells of no line that is not theirs to see, and holds nothing about a person.
 */
export function entryOf(line: Line): Buffer {
  return openedEntry(openLine(line));
}

export function openedEntry(line: OpenedLine): Buffer {
  return Buffer.from(entryUnder(Buffer.from(line.salt, 'hex'), line));
}

/** The entry of a line under the salt that opens it. */
export function entryUnder(salt: Buffer, line: Omit<OpenedLine, 'salt'>): string {
  return `rapporteur line ${line.sequence} ${digest('base64', salt, lineText(line))}\n`;
}

export function leafOf(line: Line): Hash {
  return leafHash(entryOf(line));
}

/** What opens the line's text: a salt made from its own, as is the one that hides who acted. One does not give the other. */
export function lineSalt(salt: Buffer): Buffer {
  return sha256(salt, 'line');
}

/** In hexadecimal. */
export function actorHash(salt: Buffer, actorId: string | null): string {
  return digest('hex', sha256(salt, 'actor'), actorId ?? 'none');
}

export function openLine(line: Line): OpenedLine {
  return {
    sequence: line.sequence,
    kind: line.kind,
    act: line.act,
    actor: actorHash(line.salt, line.actorId),
    subject: line.subjectId,
    roundtable: line.roundtableId,
    audience: line.audience,
    at: line.at.toISOString(),
    commitment: line.commitment.toString('hex'),
    salt: lineSalt(line.salt).toString('hex'),
  };
}

/** The line in canonical words. */
function lineText(line: Omit<OpenedLine, 'salt'>): string {
  return (
    `rapporteur record line 1\nsequence ${line.sequence}\nkind ${line.kind}\nact ${line.act}\nactor ${line.actor}\n` +
    `subject ${line.subject}\nroundtable ${line.roundtable ?? 'none'}\naudience ${line.audience}\nat ${line.at}\n` +
    `commitment ${line.commitment}\n`
  );
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
