import { offeredActs } from '#api/offered-acts.ts';
import { resources } from '#api/resources.ts';
import type { PageServerLoad } from './$types';

/** The API in words: every address and every act, from what the description is made of. */
export const load: PageServerLoad = ({ locals }) => ({
  base: `${locals.forum.origin}/api/v1`,
  resources: resources.map(({ path, says }) => ({ path, says })),
  acts: offeredActs.map(({ name, does }) => ({ name, does })),
});
