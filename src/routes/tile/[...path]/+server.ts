import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { entriesAt, tileAt } from '#record/tree/queries.ts';
import { readPlace } from '#record/tree/tiles.ts';
import type { RequestHandler } from './$types';

/** A tile of the record’s tree, or a bundle of what its leaves are made of (C2SP tlog-tiles). What is there never changes. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { db } = locals.forum;
  const [, level, path] = /^(entries|[0-5]?\d|6[0-3])\/(.+)$/.exec(params.path) ?? [];
  const asked = path === undefined ? null : readPlace(path);
  const bytes =
    asked &&
    (level === 'entries'
      ? await entriesAt(db, asked.place, asked.width)
      : await tileAt(db, { level: Number(level), place: asked.place }, asked.width));
  if (!bytes) error(404, say('page.not_found', {}, locals.language));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
};
