import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkpointText, isSignedBy, readCheckpoint } from './checkpoint.ts';
import { sha256 } from './hashing.ts';
import { readNote, readVerifier, signedBy, signText, writeVerifier } from './signed-note.ts';
import { makeKey, signerFrom, type Signer } from './signer.ts';

/** The key pair and the note that the documentation of Go's sumdb/note package shows. */
const goSecret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const goText =
  'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  );
const goLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';

it('a note is signed and read as Go’s own package does it', () => {
  const signer = signerFrom(goSecret)!;
  expect(signer.key).toBe(goKey);
  expect(signer.sign(goText)).toBe(goLine);
  const note = readNote(`${goText}\n${goLine}\n`)!;
  expect(note.text).toBe(goText);
  expect(signedBy(readVerifier(goKey)!, note.text, note.signatures)).toBeNull();
  expect(signedBy(readVerifier(goKey)!, note.text.replace('answer', 'Answer'), note.signatures)).toBeUndefined();
});

it('a checkpoint is read only where it is one, and trusted only with its own log’s signature', () => {
  const [ours, other] = [makeKey('forum.example/record'), makeKey('forum.example/record')].map((key) =>
    signerFrom(key)!,
  ) as [Signer, Signer];
  const text = checkpointText('forum.example/record', { size: 3, root: sha256('root') });
  const signed = readCheckpoint(`${text}\n${ours.sign(text)}\n`)!;
  expect(signed).toMatchObject({ origin: 'forum.example/record', size: 3, root: sha256('root') });
  expect(isSignedBy(signed, readVerifier(ours.key)!)).toBe(true);
  expect(isSignedBy(signed, readVerifier(other.key)!)).toBe(false);
  for (const wrong of [text, text.replace('3', '03'), text.replace('=', ''), text.replace('3', '-3')])
    expect(readCheckpoint(`${wrong}\nno signature\n`)).toBeNull();
});

it('a witness signs with the time it saw the head', () => {
  const text = checkpointText('forum.example/record', { size: 3, root: sha256('root') });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const witness = readVerifier(writeVerifier('witness.example', publicKey, 4))!;
  const { signatures } = readNote(`${text}\n${signText(text, 'witness.example', privateKey, 1_780_000_000)}\n`)!;
  expect(signedBy(witness, text, signatures)).toEqual(new Date(1_780_000_000_000));
  const earlier = Buffer.from(signatures[0]!.bytes);
  earlier.writeBigUInt64BE(1_770_000_000n);
  expect(signedBy(witness, text, [{ ...signatures[0]!, bytes: earlier }])).toBeUndefined();
  expect(readVerifier(goKey.replace('c74f20a3', 'c74f20a4'))).toBeNull();
});

it('no other text is taken for a private key', () => {
  for (const wrong of ['', 'key', goKey, goSecret.replace('c74f20a3', 'c74f20a4'), goSecret.slice(0, -4)])
    expect(signerFrom(wrong), wrong).toBeNull();
});
