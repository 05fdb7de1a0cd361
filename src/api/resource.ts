import { z } from 'zod';
import type { Forum } from '#record/forum.ts';
import type { Viewer } from '#record/viewer.ts';
import { ApiRefusal } from './problem.ts';

/** Something the API can be asked for: what it is, where, and the schema of its answer, from which it is documented. */
export interface Resource {
  /** With its parts in braces: `/editions/{edition}`. */
  path: string;
  says: string;
  answer: z.ZodType;
  /** What the address may carry after its question mark. */
  query: z.ZodObject;
  read(asked: Asked): Promise<unknown>;
}

export interface Asked {
  forum: Forum;
  viewer: Viewer;
  /** The parts of the path. */
  params: Record<string, string>;
  query: Page;
}

export interface Page {
  limit: number;
  cursor: string | undefined;
}

const paging = z.object({
  limit: z.coerce.number('api.limit_wrong').int('api.limit_wrong').min(1, 'api.limit_wrong').max(200, 'api.limit_wrong').default(50), // prettier-ignore
  cursor: z.string().max(200, 'api.cursor_wrong').optional(),
});

/** One thing. */
export function one<S extends z.ZodType>(definition: {
  path: string;
  says: string;
  answer: S;
  read(asked: Asked): Promise<z.input<S>>;
}): Resource {
  return { ...definition, query: z.object({}) };
}

/** A list, in pages: `next` is the cursor to ask for the page that follows, or null. */
export function list<S extends z.ZodType>(definition: {
  path: string;
  says: string;
  item: S;
  /** Names an item's place in the list, once and for all. */
  key(item: z.input<S>): string;
  read(asked: Asked): Promise<z.input<S>[]>;
}): Resource {
  const { path, says, item, key, read } = definition;
  return {
    path,
    says,
    answer: pageOf(item),
    query: paging,
    async read(asked) {
      const items = await read(asked);
      const { limit, cursor } = asked.query;
      const after = cursor === undefined ? -1 : items.findIndex((item) => key(item) === readCursor(cursor));
      if (cursor !== undefined && after < 0) throw new ApiRefusal('api.cursor_wrong', 400);
      const page = items.slice(after + 1, after + 1 + limit);
      const isLast = after + 1 + limit >= items.length;
      return { items: page, next: isLast ? null : writeCursor(key(page.at(-1)!)) };
    },
  };
}

/** A list that is looked up page by page. */
export function pages<S extends z.ZodType>(definition: {
  path: string;
  says: string;
  item: S;
  /** The page after this place, and the place of its last item where more follow. */
  read(asked: Asked, after: string | null): Promise<{ items: z.input<S>[]; last: string | null }>;
}): Resource {
  const { path, says, item, read } = definition;
  return {
    path,
    says,
    answer: pageOf(item),
    query: paging,
    async read(asked) {
      const { cursor } = asked.query;
      const { items, last } = await read(asked, cursor === undefined ? null : readCursor(cursor));
      return { items, next: last === null ? null : writeCursor(last) };
    },
  };
}

function pageOf(item: z.ZodType) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

function writeCursor(place: string): string {
  return Buffer.from(place).toString('base64url');
}

function readCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
