import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unwritable } from './folder.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/**
 * Takes the data directory for this process alone and returns how to release it.
 * The lock is SQLite's exclusive file lock: the kernel lets go of it even after kill -9.
 * Refuses with `directory_in_use` when another process holds it, with `unwritable` when it cannot be taken at all.
 */
export function holdDirectory(directory: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(directory, 'lock'));
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock?.close();
    if ((error as { errcode?: number }).errcode === busy)
      throw new DatabaseUnavailable('directory_in_use', { directory });
    throw unwritable(directory, error);
  }
  return () => lock.close();
}

const busy = 5;
