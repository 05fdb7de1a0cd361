import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#project-root.ts';

/** What the thread of the embedded database is told to open, once. */
export interface EmbeddedPlace {
  directory: string;
  socket: string;
  /** Whether a new one gets no tables. */
  isBare: boolean;
}

let warm: Worker | null = null;

/**
 * Starts the thread of the embedded database before anyone knows whether it is needed, and where: getting PGlite ready takes
 * as long as loading the rest of the program does. It opens nothing, and one that nobody takes ends with the process.
 */
export function warmUp(): void {
  const started = start();
  warm = started;
  started.unref();
  const forget = () => {
    if (warm === started) warm = null;
  };
  // Whoever needs one starts another, and hears for themselves what is wrong.
  started.on('error', forget);
  started.on('exit', forget);
}

/** A thread that opens this: the one that was warmed up, where there is one. */
export function threadFor(place: EmbeddedPlace): Worker {
  const thread = warm ?? start();
  warm = null;
  thread.ref();
  thread.postMessage(place);
  return thread;
}

function start(): Worker {
  return new Worker(join(projectRoot, 'src/db/embedded-worker.ts'));
}
