import { describe, expect } from 'vitest';
import { openAccount } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { acting, reading, type Call } from './answer.ts';
import { perMinute } from './limit.ts';
import { makeToken } from './tokens/acts.ts';

const base = 'http://localhost:3000/api/v1';

function call(forum: Forum, path: string, options: RequestInit & { isFromHere?: boolean } = {}): Call {
  const { isFromHere = true, ...init } = options;
  const url = new URL(`${base}${path}`);
  const address = `10.0.0.${Math.floor(Math.random() * 1e9)}`;
  const request = new Request(url, init);
  return { forum, path: url.pathname.slice('/api/v1'.length), request, url, address, isFromHere, language: 'en' };
}

async function equipped(forum: Forum, scope: 'read' | 'write' = 'write') {
  const small = await smallForum(forum);
  const { token } = await perform(forum, small.delegate, makeToken, { name: 'Test', scope });
  const authorization = `Bearer ${token}`;
  const comment = (body: string, headers: Record<string, string> = {}) =>
    acting(
      call(forum, '/acts/comment.submit', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ roundtable: small.roundtable, body }),
      }),
      'comment.submit',
    );
  return { ...small, token, authorization, comment };
}

const told = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });

describe('reading', () => {
  forumTest('without a token gives the public’s view, to pages elsewhere too', async ({ forum }) => {
    await smallForum(forum);
    const answer = await reading(call(forum, '/editions/lake/roundtables'));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      items: [{ number: '2.1', page: 'http://localhost:3000/lake/rt/2.1' }],
    });
  });

  forumTest('with a token gives its bearer’s view, to no page elsewhere, and no cookie counts', async ({ forum }) => {
    const { authorization } = await equipped(forum, 'read');
    const answer = await reading(call(forum, '/editions', { headers: { authorization, cookie: 'rapporteur=x' } }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  forumTest('says in a problem what is wrong', async ({ forum }) => {
    await smallForum(forum);
    const asked = async (path: string, headers = {}) => told(await reading(call(forum, path, { headers })));
    expect(await asked('/editions/nowhere')).toMatchObject({ status: 404, code: 'page.not_found' });
    expect(await asked('/nothing')).toMatchObject({ status: 404 });
    expect(await asked('/editions?limit=1000')).toMatchObject({ status: 400, code: 'api.limit_wrong' });
    expect(await asked('/editions?cursor=AAAA')).toMatchObject({ status: 400, code: 'api.cursor_wrong' });
    expect(await asked('/editions/lake/record?cursor=AAAA')).toMatchObject({ status: 400, code: 'api.cursor_wrong' });
    const wrong = await reading(call(forum, '/editions', { headers: { authorization: 'Bearer rap_x' } }));
    expect(wrong.headers.get('content-type')).toBe('application/problem+json');
    expect(await told(wrong)).toMatchObject({ status: 401, code: 'api.token_wrong', detail: expect.stringMatching(/^This token .*\.$/) }); // prettier-ignore
  });

  forumTest('by a demo account’s token works from this machine only', async ({ forum }) => {
    const { authorization, edition, delegate } = await equipped(forum, 'read');
    const account = { edition, person: delegate.personId!, email: 'w@example.org', password: 'every voice counts' };
    await perform(forum, program, openAccount, { ...account, demo: true });
    const from = (isFromHere: boolean) => reading(call(forum, '/editions', { headers: { authorization }, isFromHere }));
    expect((await from(true)).status).toBe(200);
    expect(await told(await from(false))).toMatchObject({ status: 401, code: 'account.demo_from_afar' });
  });

  forumTest('too often is told when to come again', async ({ forum }) => {
    await smallForum(forum);
    const one = call(forum, '/editions');
    for (let n = 0; n < perMinute.visitor; n++) expect((await reading({ ...one, path: '/' })).status).toBe(404);
    const refused = await reading(one);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await told(refused)).toMatchObject({ status: 429, code: 'api.too_many' });
    const later = { ...forum, now: () => new Date(testNow.getTime() + 1000) };
    expect((await reading({ ...one, forum: later })).status).toBe(200);
  });
});

describe('acting', () => {
  forumTest('performs the act as the bearer', async ({ forum }) => {
    const { comment, delegate } = await equipped(forum);
    expect(await told(await comment('Through the API.'))).toMatchObject({ status: 200, receipt: expect.any(String) });
    const row = await forum.db.selectFrom('statement').select(['author_id', 'state']).executeTakeFirst();
    expect(row).toEqual({ author_id: delegate.personId, state: 'received' });
  });

  forumTest('under one key is done once, and the key answers for no other request', async ({ forum }) => {
    const { comment } = await equipped(forum);
    const key = { 'idempotency-key': 'order 66' };
    const first = await told(await comment('Once.', key));
    expect(await told(await comment('Once.', key))).toEqual(first);
    expect(await forum.db.selectFrom('statement').select('id').execute()).toHaveLength(1);
    expect(await told(await comment('Twice.', key))).toMatchObject({ status: 409, code: 'api.key_used' });
    expect(await told(await comment('x', { 'idempotency-key': 'ü' }))).toMatchObject({ code: 'api.key_wrong' });
    const tomorrow = new Date(testNow.getTime() + 86_400_001);
    const stale = await forum.db.selectFrom('api_answer').select('key').where('at', '<', tomorrow).execute();
    expect(stale).toHaveLength(1);
  });

  forumTest('that is refused leaves its key free and says the sentence', async ({ forum }) => {
    const { comment } = await equipped(forum);
    const key = { 'idempotency-key': 'again' };
    const refused = await told(await comment(' ', key));
    expect(refused).toMatchObject({ status: 400, code: 'act.invalid_input', fields: { body: expect.stringMatching(/\.$/) } }); // prettier-ignore
    expect((await comment('Better.', key)).status).toBe(200);
  });

  forumTest('takes a token that may act, JSON, and an act that is offered', async ({ forum }) => {
    const { roundtable, delegate } = await equipped(forum, 'read');
    const { token } = await perform(forum, delegate, makeToken, { name: 'Reader', scope: 'read' });
    const writer = await perform(forum, delegate, makeToken, { name: 'Writer', scope: 'write' });
    const send = async (name: string, headers: Record<string, string>, body = JSON.stringify({ roundtable })) =>
      told(await acting(call(forum, `/acts/${name}`, { method: 'POST', headers, body }), name));
    const json = { 'content-type': 'application/json' };
    const authorization = `Bearer ${writer.token}`;
    expect(await send('comment.submit', json)).toMatchObject({ status: 401, code: 'api.token_missing' });
    expect(await send('comment.submit', { ...json, authorization: `Bearer ${token}` })).toMatchObject({ status: 403, code: 'api.token_reads_only' }); // prettier-ignore
    expect(await send('comment.submit', { authorization })).toMatchObject({ status: 415, code: 'api.json_expected' });
    expect(await send('comment.submit', { ...json, authorization }, '{')).toMatchObject({ status: 400, code: 'api.json_wrong' }); // prettier-ignore
    expect(await send('token.make', { ...json, authorization })).toMatchObject({ status: 404 });
    expect(await send('role.assign', { ...json, authorization })).toMatchObject({ status: 404 });
  });

  forumTest('reads dates where an act asks for them, and leaves other words alone', async ({ forum }) => {
    const { authorization, edition, chair } = await equipped(forum);
    const { token } = await perform(forum, chair, makeToken, { name: 'Office', scope: 'write' });
    const date = '2026-07-01T09:00:00Z';
    const body = JSON.stringify({ edition, number: '4', title: date, startsAt: date });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const made = await acting(call(forum, '/acts/roundtable.create', { method: 'POST', headers, body }), 'roundtable.create'); // prettier-ignore
    expect(made.status).toBe(200);
    const row = await forum.db.selectFrom('roundtable').select(['title', 'starts_at']).where('number', '=', '4').executeTakeFirst(); // prettier-ignore
    expect(row).toEqual({ title: date, starts_at: new Date(date) });
    const not = await acting(call(forum, '/acts/roundtable.create', { method: 'POST', headers: { ...headers, authorization }, body }), 'roundtable.create'); // prettier-ignore
    expect(await told(not)).toMatchObject({ status: 409, code: 'act.not_yours' });
  });
});
