import { template } from './database.ts';

/** Makes the migrated template before any worker asks for it. */
export async function setup(): Promise<void> {
  await template();
}
