import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { linksToDelegations, repeatedRows } from './links.ts';

/** What a merge would do, before anybody decides on it. */
export interface MergePreview {
  /** How many rows of a kind point to the one and would point to the other, or go because they would say the same twice. */
  moves: { what: string; moved: number; repeated: number }[];
  /** The names the other one would go by as well. */
  names: string[];
}

interface Entry {
  id: string;
  short_name: string;
  formal_name: string;
  code: string | null;
}

/** What would move from one entry of the register to the other. */
export async function mergePreview(db: Kysely<DB>, from: Entry, into: Entry): Promise<MergePreview> {
  const counts = new Map<string, { moved: number; repeated: number }>();
  for (const link of await linksToDelegations(db)) {
    const { rows } = await sql<{ all: number }>`
      select count(*)::int as all from ${sql.table(link.table)} where ${sql.id(link.column)} = ${from.id}`.execute(db);
    const all = rows[0]!.all;
    if (all === 0) continue;
    const repeated = (await repeatedRows(db, link, from.id, into.id)).length;
    const before = counts.get(link.table) ?? { moved: 0, repeated: 0 };
    counts.set(link.table, { moved: before.moved + all - repeated, repeated: before.repeated + repeated });
  }
  const aliases = await db
    .selectFrom('delegation_alias')
    .select('alias')
    .where('delegation_id', '=', from.id)
    .execute();
  counts.delete('delegation_alias');
  return {
    moves: [...counts].map(([what, count]) => ({ what, ...count })),
    names: namesKept(from, into, aliases.map(({ alias }) => alias)), // prettier-ignore
  };
}

/** All the names of the one that the other does not go by already as its own. */
export function namesKept(from: Entry, into: Entry, aliases: readonly string[]): string[] {
  const own = new Set([into.short_name, into.formal_name, into.code]);
  const names = [from.short_name, from.formal_name, ...(from.code ? [from.code] : []), ...aliases];
  return [...new Set(names)].filter((name) => !own.has(name));
}
