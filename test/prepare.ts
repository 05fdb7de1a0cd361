import { keepNewForum } from '#open.ts';

/** Makes the database that is kept for new forums before any worker asks for it. */
export async function setup(): Promise<void> {
  await keepNewForum();
}
