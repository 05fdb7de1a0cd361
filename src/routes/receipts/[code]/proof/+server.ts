import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { receiptCalled } from '#statements/queries.ts';
import { proofName, proofOfWords, sealOf } from '#statements/words-proof.ts';
import type { RequestHandler } from './$types';

/**
 * The proof that the words stand in the sealed record, as a file (C2SP tlog-proof): of the first version or of `revision`,
 * and to the newest signed head or to the one over `head` lines, which somebody may have kept.
 */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  const { forum, language } = locals;
  const receipt = await receiptCalled(forum.db, params.code);
  const [revision, size] = [numberIn(url, 'revision') ?? 1, numberIn(url, 'head')];
  if (!receipt || receipt.salt === null) error(404, say('receipt.unknown', {}, language));
  const proof = await proofOfWords(forum.db, receipt.statement.id, { revision, size });
  if (!proof) {
    const seal = await sealOf(forum.db, receipt.statement.id, revision);
    if (!seal) error(404, say('receipt.no_proof', {}, language));
    error(409, say(size === undefined ? 'receipt.not_sealed' : 'receipt.no_such_head', {}, language));
  }
  const name = proofName({ roundtable: receipt.roundtable.number, number: receipt.statement.number }, revision);
  return new Response(proof, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
};

function numberIn(url: URL, name: string): number | undefined {
  const given = url.searchParams.get(name) ?? '';
  return /^[1-9]\d{0,14}$/.test(given) ? Number(given) : undefined;
}
