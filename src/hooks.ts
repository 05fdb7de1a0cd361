import type { Transport } from '@sveltejs/kit/hooks';
import { isUnsent } from '#routes/unsent.ts';

export const transport: Transport = {
  unsent: { encode: (value: unknown) => isUnsent(value) && 'unsent', decode: () => ({}) },
};
