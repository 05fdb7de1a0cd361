import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** In bytes: what the server takes at most while V8 makes the database faster, and as much again for all else it does. */
const enough = 1.5 * 1024 ** 3;

/** Bytes this process may take: all of the machine’s, or what its container is given. */
export function room(machine = totalmem(), container = process.constrainedMemory()): number {
  // No limit is told as 0, or as more than there is.
  return container > 0 ? Math.min(machine, container) : machine;
}

/**
 * Leaves WebAssembly that is compiled from now on as it was compiled first, where there is little room: PostgreSQL interprets
 * expressions in one function of 100 kB, for which V8’s better compiler takes 600 MB, for half a second of every start. Without
 * it the server has at most 300 MB instead of 870, and the database takes half as long again. Says whether it did.
 */
export function compileForRoom(bytes = room()): boolean {
  if (bytes >= enough) return false;
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  return true;
}
