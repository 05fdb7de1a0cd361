import { spawnSync } from 'node:child_process';
import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface Stream {
  nfd?: number;
  node: unknown;
}
interface FileSystem {
  stream_ops: { fsync?: (stream: Stream) => number };
  realPath(node: unknown): string;
}
type Module = { NODEFS?: FileSystem; FS: { filesystems: { NODEFS: FileSystem } } };

/** PGlite never calls fsync by itself, so a commit could be lost with the power. This file system makes it durable. */
export class DurableFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args);
    result.emscriptenOpts.preRun?.push((module: unknown) => syncOnRequest(module as Module));
    return result;
  }
}

/** Puts every file and folder below a folder on the disk, and the folder itself. */
export function syncBelow(folder: string): void {
  // Linux does it for a whole file system in one call, which takes a tenth of the time a thousand files take one by one.
  if (process.platform === 'linux' && spawnSync('sync', ['-f', folder]).status === 0) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) syncPath(join(folder, entry));
  syncPath(folder);
}

function syncOnRequest(module: Module): void {
  const files = module.NODEFS ?? module.FS.filesystems.NODEFS;
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd !== undefined) fdatasyncSync(stream.nfd);
    else syncPath(files.realPath(stream.node));
    return 0;
  };
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
