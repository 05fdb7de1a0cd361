import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateKey, readVerifier, signText, writeVerifier } from './signed-note.ts';

/** Signs the heads of this forum's record. Its private key is never in the database. */
export interface Signer {
  /** The name of the log: `forum.example/record`. */
  name: string;
  /** The public half, as it is handed on: `name+hash+key`. */
  key: string;
  sign(text: string): string;
}

/**
 * The signer of the key given, or kept in a file of the data directory that only its owner can read, or made now. It is
 * written as Go's note package writes private keys, `PRIVATE+KEY+name+hash+base64`, and goes by the name it was made with.
 */
export function openSigner(of: { recordKey?: string | undefined; dataDirectory: string }, origin: string): Signer {
  return signerFrom(of.recordKey ?? keptIn(of.dataDirectory, origin));
}

/** Throws where it is no such key. */
export function signerFrom(written: string): Signer {
  const parts = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(written.trim());
  const bytes = Buffer.from(parts?.[3] ?? '', 'base64');
  if (!parts || bytes.length !== 33 || bytes[0] !== 1) throw new Error('the key of the record is not one');
  const name = parts[1]!;
  const secret = privateKey(bytes.subarray(1));
  const key = writeVerifier(name, createPublicKey(secret));
  if (readVerifier(key)!.id.toString('hex') !== parts[2]) throw new Error('the key of the record is damaged');
  return { name, key, sign: (text) => signText(text, name, secret) };
}

/** A new key for a log of this name. */
export function makeKey(name: string): string {
  const seed = randomBytes(32);
  const { id } = readVerifier(writeVerifier(name, createPublicKey(privateKey(seed))))!;
  return `PRIVATE+KEY+${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([1]), seed]).toString('base64')}`;
}

export const keyFile = 'record-key';

function keptIn(directory: string, origin: string): string {
  const file = join(directory, keyFile);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(directory, { recursive: true });
    const made = makeKey(`${new URL(origin).host.replaceAll('+', '-')}/record`);
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  }
}
