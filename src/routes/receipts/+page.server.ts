import { fail, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { receiptCalled } from '#statements/queries.ts';
import type { Actions } from './$types';

export const actions = {
  default: async ({ request, locals }) => {
    const code = String((await request.formData()).get('code') ?? '');
    const receipt = await receiptCalled(locals.forum.db, code);
    if (!receipt) return fail(404, { code, sentence: say('receipt.unknown', {}, locals.language) });
    redirect(303, `/receipts/${receipt.code}`);
  },
} satisfies Actions;
