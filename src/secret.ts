import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#settings.ts';

/** The key that signs sign-in cookies: SECRET where set (several servers share one), else a file only its owner can read. */
export function readSecret({ secret, dataDirectory }: Settings): string {
  if (secret) return secret;
  const file = join(dataDirectory, 'secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(dataDirectory, { recursive: true });
    const made = randomBytes(32).toString('base64url');
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  }
}
