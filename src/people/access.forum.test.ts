import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { viewerOf, viewerOfSession } from './access.ts';
import { sessionsOf } from './accounts/sessions.ts';
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

forumTest('a session ends thirty days after it began, however long it would still last', async ({ forum }) => {
  const { edition, delegate } = await smallForum(forum);
  const account = { edition, person: delegate.personId!, email: 'someone@lakeforum.example' };
  const { id: user_id } = await perform(forum, program, openAccount, { ...account, password: 'a long enough word' });
  const days = (n: number) => new Date(forum.now().getTime() + n * 86_400_000);
  const values = { id: 'one', user_id, token: 'token', created_at: days(0), expires_at: days(37) };
  await forum.db.insertInto('login_session').values(values).execute();
  expect(await viewerOfSession(forum.db, 'token', days(29.9))).toBeDefined();
  expect(await viewerOfSession(forum.db, 'token', days(30))).toBeUndefined();
  expect(await sessionsOf(forum.db, user_id, days(29.9), 'token')).toHaveLength(1);
  expect(await sessionsOf(forum.db, user_id, days(30), 'token')).toEqual([]);
});
