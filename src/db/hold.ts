import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseUnavailable } from './unavailable.ts';

/**
 * Takes the data directory for this process alone and returns how to release it.
 * The lock is SQLite's exclusive file lock: the kernel lets go of it even after kill -9.
 */
export function holdDirectory(directory: string): () => void {
  const lock = new DatabaseSync(join(directory, 'lock'));
  try {
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
  } catch {
    lock.close();
    throw new DatabaseUnavailable('directory_in_use', { directory });
  }
  return () => lock.close();
}
