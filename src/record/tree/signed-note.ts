// Signed notes (C2SP signed-note): a text, an empty line, and one line for each signature. Ed25519 only.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { sha256 } from './hashing.ts';

/** What a signature line is made with: 1 for a note's own author, 4 for a witness with the time it saw it. */
export const algorithms = { author: 1, witness: 4 } as const;

export interface Verifier {
  name: string;
  /** The first four bytes of SHA-256 over name and key: tells apart the signatures of one name. */
  id: Buffer;
  algorithm: number;
  key: KeyObject;
}

export interface Signature {
  name: string;
  id: Buffer;
  /** What follows the id: 64 bytes of Ed25519, after eight bytes of time where it is a witness's. */
  bytes: Buffer;
  line: string;
}

export interface Note {
  /** Ends with a line feed, and is what was signed. */
  text: string;
  signatures: Signature[];
}

/** `name+0a1b2c3d+base64` as a key. Null where it is none, or of an algorithm that is not known here. */
export function readVerifier(written: string): Verifier | null {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(written.trim());
  if (!parts) return null;
  const bytes = Buffer.from(parts[3]!, 'base64');
  const id = idOf(parts[1]!, bytes);
  const algorithm = bytes[0]!;
  const isKnown = algorithm === algorithms.author || algorithm === algorithms.witness;
  if (bytes.length !== 33 || !isKnown || id.toString('hex') !== parts[2]) return null;
  return { name: parts[1]!, id, algorithm, key: publicKey(bytes.subarray(1)) };
}

/** A key as it is handed on: `name+hash+key`. */
export function writeVerifier(name: string, key: KeyObject, algorithm: number = algorithms.author): string {
  const bytes = Buffer.concat([Buffer.from([algorithm]), rawKey(key)]);
  return `${name}+${idOf(name, bytes).toString('hex')}+${bytes.toString('base64')}`;
}

/** Null where it is no signed note. */
export function readNote(written: string): Note | null {
  const end = written.lastIndexOf('\n\n');
  if (end < 0 || !written.endsWith('\n')) return null;
  const lines = written.slice(end + 2, -1).split('\n');
  const signatures = lines.map(readSignature);
  if (lines.length > 100 || signatures.includes(null)) return null;
  return { text: written.slice(0, end + 1), signatures: signatures as Signature[] };
}

export function readSignature(line: string): Signature | null {
  const parts = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
  const bytes = Buffer.from(parts?.[2] ?? '', 'base64');
  if (!parts || bytes.length < 5) return null;
  return { name: parts[1]!, id: bytes.subarray(0, 4), bytes: bytes.subarray(4), line };
}

export function signatureLine(name: string, id: Buffer, bytes: Buffer): string {
  return `— ${name} ${Buffer.concat([id, bytes]).toString('base64')}`;
}

/** The line with which a private key signs a text; a witness says when, in seconds since 1970, what it signs with it. */
export function signText(text: string, name: string, key: KeyObject, at?: number): string {
  const algorithm = at === undefined ? algorithms.author : algorithms.witness;
  const { id } = readVerifier(writeVerifier(name, createPublicKey(key), algorithm))!;
  const signature = sign(null, Buffer.from(signedText(text, at)), key);
  return signatureLine(name, id, Buffer.concat([at === undefined ? Buffer.alloc(0) : timeBytes(at), signature]));
}

/** When the holder of the key signed the text (null where the signature says no time); undefined where they did not. */
export function signedBy(verifier: Verifier, text: string, signatures: readonly Signature[]): Date | null | undefined {
  const signature = signatures.find(({ name, id }) => name === verifier.name && id.equals(verifier.id));
  if (!signature) return undefined;
  const isWitness = verifier.algorithm === algorithms.witness;
  if (signature.bytes.length !== (isWitness ? 72 : 64)) return undefined;
  const at = isWitness ? Number(signature.bytes.readBigUInt64BE()) : undefined;
  const isGood = verify(null, Buffer.from(signedText(text, at)), verifier.key, signature.bytes.subarray(-64));
  if (!isGood) return undefined;
  return at === undefined ? null : new Date(at * 1000);
}

// C2SP tlog-cosignature, version 1.
function signedText(text: string, at: number | undefined): string {
  return at === undefined ? text : `cosignature/v1\ntime ${at}\n${text}`;
}

function timeBytes(at: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(at));
  return bytes;
}

function idOf(name: string, key: Buffer): Buffer {
  return sha256(`${name}\n`, key).subarray(0, 4);
}

// The 32 bytes of a key stand at the end of its DER, behind what says that it is Ed25519.
const publicFront = Buffer.from('302a300506032b6570032100', 'hex');
const privateFront = Buffer.from('302e020100300506032b657004220420', 'hex');

function publicKey(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicFront, raw]), format: 'der', type: 'spki' });
}

export function privateKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateFront, seed]), format: 'der', type: 'pkcs8' });
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}
