import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';
import { hashOf } from './acts.ts';

/** Whom a token speaks for, and how far. */
export interface Bearer {
  tokenId: string;
  personId: string;
  scope: 'read' | 'write';
  /** Whether the person signs in as one of the demo's cast. */
  isDemo: boolean;
}

/** The bearer of a token that stands: neither expired nor revoked. */
export async function bearerOf(db: Kysely<DB>, token: string, now: Date): Promise<Bearer | undefined> {
  if (!/^rap_[\w-]{43}$/.test(token)) return undefined;
  const row = await db
    .selectFrom('api_token')
    .leftJoin('login', 'login.person_id', 'api_token.person_id')
    .select(['api_token.id', 'api_token.person_id', 'scope', 'last_used_at', 'login.demo'])
    .where('token_hash', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  await noteUse(db, row, now);
  const { id: tokenId, person_id: personId, scope, demo } = row;
  return { tokenId, personId, scope: scope as Bearer['scope'], isDemo: demo === true };
}

const minute = 60_000;

/** When a token was last used, to the minute. Like a reading mark it is not recorded: nothing follows from it. */
async function noteUse(db: Kysely<DB>, { id, last_used_at }: { id: string; last_used_at: Date | null }, now: Date) {
  if (last_used_at && now.getTime() - last_used_at.getTime() < minute) return;
  await db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', id).execute();
}

/** One's own tokens that were not revoked, newest first. */
export function ownTokens(db: Kysely<DB>, viewer: Viewer) {
  return db
    .selectFrom('api_token')
    .select(['id', 'name', 'scope', 'created_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', viewer.personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}
