import { join } from 'node:path';

/** The file in which a running server says where commands reach it, and what database it is on. */
export function signOf(dataDirectory: string): string {
  return join(dataDirectory, 'command');
}
