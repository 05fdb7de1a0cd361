import type { RequestEvent } from '@sveltejs/kit';
import { acting, reading, type Call } from '#api/answer.ts';
import { openApi } from '#api/description.ts';
import { isFromHere } from '#routes/from-here.ts';
import type { RequestHandler } from './$types';

const open = { 'access-control-allow-origin': '*' };

/** Reads a resource; `openapi.json` describes them all. */
export const GET: RequestHandler = (event) => {
  if (event.params.path !== 'openapi.json') return reading(callOf(event));
  const text = JSON.stringify(openApi(event.locals.forum.origin));
  return new Response(text, { headers: { ...open, 'content-type': 'application/json' } });
};

/** `acts/NAME` performs the act. */
export const POST: RequestHandler = (event) => {
  const [, name = ''] = /^acts\/([a-z_.]{1,60})$/.exec(event.params.path) ?? [];
  return acting(callOf(event), name);
};

/** A page elsewhere may read what is public, and nothing more: no header of ours is let through. */
export const OPTIONS: RequestHandler = () =>
  new Response(null, { status: 204, headers: { ...open, 'access-control-allow-methods': 'GET' } });

function callOf(event: RequestEvent): Call {
  const { locals, params, request, url } = event;
  return {
    forum: locals.forum,
    language: locals.language,
    path: `/${params.path}`,
    request,
    url,
    address: event.getClientAddress(),
    isFromHere: isFromHere(event),
  };
}
