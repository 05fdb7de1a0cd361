import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { receiptCalled, revisionsOf } from '#statements/queries.ts';
import type { RequestHandler } from './$types';

/** The first version of the words, to the letter and with nothing added: what the fingerprint on the receipt was taken of. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { forum, language } = locals;
  const receipt = await receiptCalled(forum.db, params.code);
  const [first] = receipt && receipt.salt !== null ? await revisionsOf(forum.db, receipt.statement) : [];
  if (!first) error(404, say('receipt.unknown', {}, language));
  return new Response(first.body, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
};
