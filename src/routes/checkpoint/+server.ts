import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import type { RequestHandler } from './$types';

/** The newest signed head of the record’s tree (C2SP tlog-tiles); the first is made for whoever asks before there is one. */
export const GET: RequestHandler = async ({ locals }) => {
  const { forum, language } = locals;
  let head = await checkpointAt(forum.db);
  if (!head && (await sealRecord(forum)) > 0) head = await checkpointAt(forum.db);
  if (!head) error(404, say('page.not_found', {}, language));
  return new Response(head.note, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
