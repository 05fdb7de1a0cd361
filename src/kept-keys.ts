import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, unwritable } from '#db/folder.ts';
import { Refusal } from '#record/refusals.ts';
import { makeKey, signerFrom, type Signer } from '#record/tree/signer.ts';
import type { Settings } from '#settings.ts';

const fewest = 16;

/**
 * The key that signs sign-in cookies: SECRET where set (several servers share one), else kept in the data directory. Throws
 * `Refusal` where it is so short that what it signs could be forged.
 */
export function readSecret({ secret, dataDirectory }: Settings): string {
  const key = secret ?? keptIn(dataDirectory, 'secret', () => randomBytes(32).toString('base64url'));
  if (key.length >= fewest) return key;
  throw new Refusal({ code: 'server.secret_short', values: { fewest, file: join(dataDirectory, 'secret') } });
}

/** What signs the heads of the record: RECORD_KEY where set, else kept in the data directory, named after this origin. */
export function readSigner({ recordKey, dataDirectory }: Settings, origin: string): Signer {
  const name = `${new URL(origin).host.replaceAll('+', '-')}/record`;
  const signer = signerFrom(recordKey ?? keptIn(dataDirectory, 'record-key', () => `${makeKey(name)}\n`));
  if (signer) return signer;
  throw new Refusal({ code: 'server.record_key_wrong', values: { file: join(dataDirectory, 'record-key') } });
}

/**
 * What stands in a file that only its owner can read; made where there is none. Whoever is cut short leaves none, and of two
 * who make it at once both get the same. Throws `DatabaseUnavailable` where the folder cannot be read or written.
 */
function keptIn(directory: string, name: string, make: () => string): string {
  const file = join(directory, name);
  makeFolder(directory);
  try {
    if (!readIfThere(file)) put(file, make());
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/** Puts a file there whole or not at all. One that somebody else put there meanwhile stays. */
function put(file: string, text: string): void {
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, text, { mode: 0o600, flush: true });
  // A start that was cut short may have left an empty one.
  if (readIfThere(file) === '') rmSync(file, { force: true });
  try {
    linkSync(whole, file);
  } catch (error) {
    // Some file systems know no links.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') copyFileSync(whole, file, constants.COPYFILE_EXCL);
  } finally {
    rmSync(whole, { force: true });
  }
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
