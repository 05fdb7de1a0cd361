import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '#project-root.ts';

// The thread of the embedded database reads this, and a start waits for whatever it imports.

// Among the packages, so that it goes when they change: a cluster is made by the PostgreSQL that will open it.
const shelf = join(projectRoot, 'node_modules/.cache/rapporteur');
const migrations = join(projectRoot, 'src/db/migrations');

/** Where the cluster stands, or will, that has been through these very migrations and holds no line, key or secret. */
export function migratedCluster(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) hash.update(file).update(readFileSync(join(migrations, file)));
  return join(shelf, `cluster-${hash.digest('hex').slice(0, 16)}`);
}

/**
 * Making a cluster and migrating it takes seconds, copying does not: where none is kept, one is made by `open`, which opens
 * and closes a data directory, and is kept for all that follow.
 */
export async function keepMigrated(open: (directory: string) => Promise<unknown>): Promise<void> {
  const template = migratedCluster();
  if (existsSync(template)) return;
  const own = `${template}.${process.pid}`;
  try {
    await open(own);
    renameSync(join(own, 'pg'), template);
    clearBeside(template);
  } catch {
    // Another process was quicker, or the packages lie where nothing may be written: a new database is then made anew.
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** What was kept for other migrations, and what a process left that was ended while it made one. */
function clearBeside(template: string): void {
  for (const name of readdirSync(shelf)) {
    const maker = /\.(\d+)$/.exec(name)?.[1];
    if (name !== basename(template) && !(maker && isRunning(Number(maker))))
      rmSync(join(shelf, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
