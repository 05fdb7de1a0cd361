import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { signed } from '#record/signed.ts';
import { visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { actions, load } from './[statement]/+page.server.ts';

const comment = { body: 'The clinic first.', name: 'Ada Kimani', email: 'ada@example.org' };

async function submitted(forum: Forum) {
  const { roundtable } = await smallForum(forum);
  return perform(forum, visitor, submitComment, { roundtable, ...comment });
}

function visit(forum: Forum, statement: string, signature: string) {
  const url = new URL(`http://localhost:3000/confirm/${statement}?s=${signature}`);
  return { url, params: { statement }, locals: { forum, viewer: visitor, language: 'en' }, setHeaders() {} } as never;
}

describe('the link in a letter to a guest', () => {
  forumTest('confirms nothing when it is only followed, and does at the press of a button, once', async ({ forum }) => {
    const { id, receipt } = await submitted(forum);
    const signature = signed(forum.secret, 'confirm', id);
    const state = async () => (await forum.db.selectFrom('statement').select('state').executeTakeFirstOrThrow()).state;
    expect(await load(visit(forum, id, signature))).toMatchObject({ comment: { name: 'Ada Kimani', receipt } });
    expect(await state()).toBe('held');
    const pressed = actions.default(visit(forum, id, signature));
    await expect(pressed).rejects.toMatchObject({ status: 303, location: `/receipts/${receipt}?confirmed#main` });
    expect(await state()).toBe('received');
    expect(await actions.default(visit(forum, id, signature))).toMatchObject({
      status: 409,
      data: { code: 'comment.confirmed_already' },
    });
  });

  forumTest('made for something else, or cut short, leads nowhere', async ({ forum }) => {
    const { id } = await submitted(forum);
    const wrong = [signed(forum.secret, 'unsubscribe', id), signed(forum.secret, 'confirm', id).slice(1), ''];
    for (const signature of wrong) {
      await expect(load(visit(forum, id, signature))).rejects.toMatchObject({ status: 404 });
      await expect(actions.default(visit(forum, id, signature))).rejects.toMatchObject({ status: 404 });
    }
  });
});
