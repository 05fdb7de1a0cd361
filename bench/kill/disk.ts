import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of this size in memory, which only root can mount. */
export const smallDisk = {
  isPossible: process.platform === 'linux' && process.getuid?.() === 0 && canMount(),
  mount(size: string): { folder: string; unmount(): void } {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-disk-'));
    mountAt(folder, size);
    chmodSync(folder, 0o777);
    return {
      folder,
      unmount() {
        execFileSync('umount', ['-l', folder]);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Fills a disk to its last byte; returns how to empty it again. */
export function fill(folder: string): () => void {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  const megabyte = Buffer.alloc(1024 * 1024, 1);
  try {
    for (;;) writeSync(file, megabyte);
  } catch {
    // It is full, which is what was wanted.
  }
  closeSync(file);
  return () => rmSync(path, { force: true });
}

function mountAt(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mount-'));
  try {
    mountAt(folder, '1m');
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
