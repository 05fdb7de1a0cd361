import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { viewerOf, viewerOfSession } from './access.ts';
import { openAccount } from './acts.ts';

forumTest('a session is the viewer it belongs to until it runs out', async ({ forum }) => {
  const { edition, delegate } = await smallForum(forum);
  const account = { edition, person: delegate.personId!, email: 'someone@lakeforum.example' };
  const { id: login } = await perform(forum, program, openAccount, { ...account, password: 'a long enough word' });
  const now = forum.now();
  const expires_at = new Date(now.getTime() + 60_000);
  await forum.db
    .insertInto('login_session')
    .values({ id: 'one', user_id: login, token: 'token', expires_at })
    .execute();

  const session = await viewerOfSession(forum.db, 'token', now);
  expect(session).toEqual({ viewer: await viewerOf(forum.db, delegate.personId), demo: false, expiresAt: expires_at });
  expect(session?.viewer.delegationIds).toHaveLength(1);
  expect(await viewerOfSession(forum.db, 'token', expires_at)).toBeUndefined();
  expect(await viewerOfSession(forum.db, 'another', now)).toBeUndefined();
});
