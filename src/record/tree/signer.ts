import { createPublicKey, randomBytes } from 'node:crypto';
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
 * The signer of a private key, written as Go's note package writes them: `PRIVATE+KEY+name+hash+base64`. It goes by the name
 * the key was made with. Null where it is no such key.
 */
export function signerFrom(written: string): Signer | null {
  const parts = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(written.trim());
  const bytes = Buffer.from(parts?.[3] ?? '', 'base64');
  if (!parts || bytes.length !== 33 || bytes[0] !== 1) return null;
  const name = parts[1]!;
  const secret = privateKey(bytes.subarray(1));
  const key = writeVerifier(name, createPublicKey(secret));
  if (readVerifier(key)!.id.toString('hex') !== parts[2]) return null;
  return { name, key, sign: (text) => signText(text, name, secret) };
}

/** A new key for a log of this name. */
export function makeKey(name: string): string {
  const seed = randomBytes(32);
  const { id } = readVerifier(writeVerifier(name, createPublicKey(privateKey(seed))))!;
  return `PRIVATE+KEY+${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([1]), seed]).toString('base64')}`;
}
