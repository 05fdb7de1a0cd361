import { feedAt } from '#routes/feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request }) =>
  feedAt(locals, request, params.edition, params.number);
