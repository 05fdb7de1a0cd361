import { viewerOf } from '#people/access.ts';
import type { Forum } from '#record/forum.ts';
import { found, NotFound } from '#record/refusals.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { performOnce } from './acting.ts';
import { spend } from './limit.ts';
import { offeredActs } from './offered-acts.ts';
import { ApiRefusal, problemOf } from './problem.ts';
import type { Page, Resource } from './resource.ts';
import { resources } from './resources.ts';
import { bearerOf, type Bearer } from './tokens/queries.ts';

export interface Call {
  forum: Forum;
  /** Below `/api/v1`. */
  path: string;
  request: globalThis.Request;
  url: URL;
  /** The caller's address, and whether it is this machine: the demo's tokens work from nowhere else. */
  address: string;
  isFromHere: boolean;
  language: string;
}

/** Reads: without a token what the public may see, which any page elsewhere may read too. */
export async function reading(call: Call): Promise<Response> {
  try {
    const bearer = await bearerIn(call);
    await spend(call.forum, bearer?.tokenId ?? call.address, bearer ? 'read' : 'visitor');
    const { resource, params } = resourceAt(call.path);
    const query = queryOf(resource, call.url);
    const viewer = await viewerFor(call.forum, bearer);
    const answer = await resource.read({ forum: call.forum, viewer, params, query });
    return json(JSON.stringify(answer), bearer ? {} : { 'access-control-allow-origin': '*' });
  } catch (thrown) {
    return problemOf(thrown, call.language);
  }
}

const longestInput = 2 * 1024 * 1024;

/** Performs the act named, for whoever the token speaks for. No cookie counts here. */
export async function acting(call: Call, name: string): Promise<Response> {
  try {
    const bearer = await bearerIn(call);
    if (!bearer) throw new ApiRefusal('api.token_missing', 401, { 'www-authenticate': 'Bearer' });
    if (bearer.scope !== 'write') throw new ApiRefusal('api.token_reads_only', 403);
    await spend(call.forum, bearer.tokenId, 'write');
    const act = found(
      offeredActs.find((act) => act.name === name),
      'act',
    );
    const key = call.request.headers.get('idempotency-key');
    if (key !== null && !/^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(key)) throw new ApiRefusal('api.key_wrong', 400);
    const input = await inputOf(call.request);
    return json(await performOnce(call.forum, await viewerFor(call.forum, bearer), { act, input, key }));
  } catch (thrown) {
    return problemOf(thrown, call.language);
  }
}

async function bearerIn({ forum, request, isFromHere }: Call): Promise<Bearer | null> {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  const bearer = await bearerOf(forum.db, token, forum.now());
  if (bearer && (!bearer.isDemo || isFromHere)) return bearer;
  throw new ApiRefusal(bearer ? 'account.demo_from_afar' : 'api.token_wrong', 401, {
    'www-authenticate': 'Bearer error="invalid_token"',
  });
}

async function viewerFor(forum: Forum, bearer: Bearer | null): Promise<Viewer> {
  return bearer ? viewerOf(forum.db, bearer.personId) : visitor;
}

function resourceAt(path: string): { resource: Resource; params: Record<string, string> } {
  const parts = path.split('/');
  for (const resource of resources) {
    const pattern = resource.path.split('/');
    if (pattern.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((piece, i) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name) params[name] = parts[i]!.replaceAll('\0', '');
      return name ? params[name] !== '' : piece === parts[i];
    });
    if (fits) return { resource, params };
  }
  throw new NotFound('resource');
}

function queryOf(resource: Resource, url: URL): Page {
  const given = resource.query.safeParse(Object.fromEntries(url.searchParams));
  if (!given.success) throw new ApiRefusal(given.error.issues[0]!.message, 400);
  return given.data as unknown as Page;
}

async function inputOf(request: globalThis.Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    throw new ApiRefusal('api.json_expected', 415);
  const text = await request.text();
  if (text.length > longestInput) throw new ApiRefusal('api.too_long', 413);
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiRefusal('api.json_wrong', 400);
  }
}

function json(body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'private, no-cache',
      vary: 'authorization',
      ...headers,
    },
  });
}
