import { chmodSync, existsSync, mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseUnavailable } from './unavailable.ts';

/** Makes a folder and those above it. Refuses with `unwritable` where that cannot be. */
export function makeFolder(folder: string): void {
  try {
    makeUpwards(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

// Node's own `recursive` never returns where a file system takes no folders, such as below /proc.
function makeUpwards(folder: string): void {
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) makeUpwards(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

/** Lets nobody else on the machine into a folder, as PostgreSQL does with its own. One that is not ours stays as it is. */
export function keepToOwner(folder: string): void {
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

function isFolder(path: string): boolean {
  return existsSync(`${path}/.`);
}

export function unwritable(directory: string, error: unknown): DatabaseUnavailable {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DatabaseUnavailable('full');
  return new DatabaseUnavailable('unwritable', { directory: shortened(directory), reason: message.split(',')[0]! });
}

function shortened(path: string): string {
  return path.length > 120 ? `${path.slice(0, 60)}…${path.slice(-50)}` : path;
}

/** How many bytes of its disk a folder may still fill. */
export function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** How many bytes the files of a folder hold. */
export function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
