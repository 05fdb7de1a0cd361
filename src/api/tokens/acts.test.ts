import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { makeToken, revokeToken } from './acts.ts';
import { bearerOf, ownTokens } from './queries.ts';

const day = 86_400_000;

describe('makeToken', () => {
  forumTest('shows a token once, and keeps neither it nor its hash in the record', async ({ forum }) => {
    const { delegate } = await smallForum(forum);
    const { id, token } = await perform(forum, delegate, makeToken, { name: 'Notebook', scope: 'write', days: 1 });
    expect(token).toMatch(/^rap_[\w-]{43}$/);
    expect(await bearerOf(forum.db, token, testNow)).toMatchObject({ personId: delegate.personId, scope: 'write' });
    expect(await ownTokens(forum.db, delegate)).toMatchObject([{ id, name: 'Notebook', last_used_at: testNow }]);
    const line = await forum.db
      .selectFrom('record_line')
      .innerJoin('record_payload', 'record_payload.sequence', 'record_line.sequence')
      .select(['kind', 'audience', 'payload'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({ kind: 'token.made', audience: 'author' });
    const kept = await forum.db.selectFrom('api_token').select('token_hash').executeTakeFirstOrThrow();
    expect(line.payload).not.toMatch(/rap_/);
    expect(line.payload).not.toContain(kept.token_hash.toString('hex'));
  });

  forumTest('ends at its time, and nothing like it opens anything', async ({ forum }) => {
    const { delegate } = await smallForum(forum);
    const { token } = await perform(forum, delegate, makeToken, { name: 'A day', days: 1 });
    expect(await bearerOf(forum.db, token, new Date(testNow.getTime() + day))).toBeUndefined();
    for (const wrong of [`${token}x`, token.toUpperCase(), 'rap_', '', `${token.slice(0, -1)}_`])
      expect(await bearerOf(forum.db, wrong, testNow)).toBeUndefined();
  });

  forumTest('is refused to nobody in particular, without a name or an end, and beyond twenty', async ({ forum }) => {
    const { delegate } = await smallForum(forum);
    const make = (viewer: typeof visitor, given: object = {}) =>
      perform(forum, viewer, makeToken, { name: 'One more', ...given });
    await expect(make(visitor)).rejects.toMatchObject({ code: 'token.not_signed_in' });
    await expect(make(program)).rejects.toMatchObject({ code: 'token.not_signed_in' });
    await expect(make(delegate, { name: ' ' })).rejects.toMatchObject({ fields: { name: 'token.name_missing' } });
    await expect(make(delegate, { days: 9999 })).rejects.toMatchObject({ fields: { days: 'token.days_wrong' } });
    for (let n = 0; n < 20; n++) await make(delegate);
    await expect(make(delegate)).rejects.toMatchObject({ code: 'token.too_many', values: { most: 20 } });
  });
});

forumTest('revokeToken ends one’s own token at once', async ({ forum }) => {
  const { delegate, chair } = await smallForum(forum);
  const { id, token } = await perform(forum, delegate, makeToken, { name: 'Lost notebook' });
  await expect(perform(forum, chair, revokeToken, { token: id })).rejects.toMatchObject({ name: 'NotFound' });
  await perform(forum, delegate, revokeToken, { token: id });
  expect(await bearerOf(forum.db, token, testNow)).toBeUndefined();
  expect(await ownTokens(forum.db, delegate)).toEqual([]);
  await expect(perform(forum, delegate, revokeToken, { token: id })).rejects.toMatchObject({
    code: 'token.revoked_already',
  });
});
