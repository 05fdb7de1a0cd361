import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncBelow } from './durable-files.ts';
import { migratedCluster } from './migrated-cluster.ts';

/**
 * Makes a new database cluster in a folder: a copy of the migrated one where that is kept, unless it is to be bare. It is
 * made beside its place and moved there, so that one whose making was interrupted is never opened.
 */
export async function makeCluster(folder: string, isBare: boolean): Promise<void> {
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  const template = migratedCluster();
  if (!isBare && existsSync(template)) cpSync(template, making, { recursive: true });
  else await (await PGlite.create({ fs: new NodeFS(making) })).close();
  // Nothing is acknowledged while it is being made, so it is put on the disk once, when it is whole.
  syncBelow(making);
  renameSync(making, folder);
}
