import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { longestDays, tokenRefusal } from './rules.ts';

export const makeToken = act({
  name: 'token.make',
  does: 'Makes a personal access token for the API, shown once, with an end and for reading alone or for acting too.',
  input: z.object({
    name: z.string().trim().min(1, 'token.name_missing').max(100, 'token.name_too_long'),
    scope: z.enum(['read', 'write']).default('read'),
    days: z.int32().min(1, 'token.days_wrong').max(longestDays, 'token.days_wrong').default(90),
  }),
  async run({ tx, actor, now, newId, rows, record }, { name, scope, days }) {
    const standing = await tx
      .selectFrom('api_token')
      .select('id')
      .where('person_id', '=', actor.personId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .execute();
    refuseIf(tokenRefusal(actor, standing.length));
    const id = newId();
    const token = `rap_${randomBytes(32).toString('base64url')}`;
    const expires_at = new Date(now.getTime() + days * 86_400_000);
    const of = { id, person_id: actor.personId!, name, scope, created_at: now, expires_at };
    await rows.insert('api_token', { ...of, token_hash: hashOf(token) });
    record('token.made', id, { audience: 'author' });
    return { id, token, expiresAt: expires_at };
  },
});

export const revokeToken = act({
  name: 'token.revoke',
  does: 'Revokes one of one’s own access tokens: what uses it is refused from then on.',
  input: z.object({ token: z.uuid() }),
  async run({ tx, actor, now, rows, record }, { token: id }) {
    const row = await tx.selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirst();
    const token = found(actor.program || (row && row.person_id === actor.personId) ? row : null, 'token');
    refuseIf(token.revoked_at ? 'token.revoked_already' : null);
    await rows.update('api_token', { id }, { revoked_at: now });
    record('token.revoked', id, { audience: 'author' });
  },
});

/** 256 random bits need no slow hash. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
