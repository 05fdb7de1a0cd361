import { redirect } from '@sveltejs/kit';
import { addressesIn } from './addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { edition } = await parent();
  if (edition) redirect(303, addressesIn(edition.slug).home);
};
