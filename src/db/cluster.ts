import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { projectRoot } from '#project-root.ts';
import { syncBelow } from './durable-files.ts';

// Among the packages, so that it goes when they change: a cluster is made by the PostgreSQL that will open it.
const template = join(projectRoot, 'node_modules/.cache/rapporteur/cluster');

/**
 * Makes a new, empty database cluster in a folder. It is made beside its place and moved there, so that one whose making
 * was interrupted is never opened. Making takes seconds, copying does not: the first one made is kept to be copied.
 */
export async function makeCluster(folder: string): Promise<void> {
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  if (existsSync(template)) copy(template, making);
  else await make(making);
  // Nothing is acknowledged while it is being made, so it is put on the disk once, when it is whole.
  syncBelow(making);
  renameSync(making, folder);
}

async function make(folder: string): Promise<void> {
  const made = await PGlite.create({ fs: new NodeFS(folder) });
  await made.close();
  const own = `${template}.${process.pid}`;
  try {
    copy(folder, own);
    renameSync(own, template);
  } catch {
    // Another process was quicker, or the packages lie where nothing may be written: the next one is made anew.
    rmSync(own, { recursive: true, force: true });
  }
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}
