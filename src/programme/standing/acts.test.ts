import { describe, expect } from 'vitest';
import { askCredential } from '#people/credentials/acts.ts';
import { createRoundtable, moveRoundtable } from '#programme/acts.ts';
import { correctEdition, correctRoundtable } from '#programme/correcting/acts.ts';
import { addPaper } from '#programme/papers/acts.ts';
import { addQuestion } from '#programme/questions/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { moveEdition } from './acts.ts';
import type { EditionState } from './rules.ts';

async function planned(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, chair, roundtable } = small;
  const move = (to: EditionState, who = chair) => perform(forum, who, moveEdition, { edition, to });
  const take = (to: 'comment_closed' | 'open_for_comment' | 'ready' | 'in_session' | 'adjourned' | 'record_draft') =>
    perform(forum, chair, moveRoundtable, { roundtable, to });
  const state = async () => (await forum.db.selectFrom('edition').select('state').executeTakeFirstOrThrow()).state;
  return { ...small, move, take, state };
}

describe('moveEdition', () => {
  forumTest('goes through its states, each a public line of the record, and back', async ({ forum }) => {
    const { edition, move, take, state } = await planned(forum);
    await take('comment_closed');
    for (const to of ['preparatory', 'planning', 'preparatory', 'in_session', 'reporting', 'in_session'] as const)
      await move(to);
    for (const to of ['reporting', 'closed', 'archived', 'closed', 'reporting'] as const) await move(to);
    expect(await state()).toBe('reporting');
    const lines = await forum.db.selectFrom('record_line').select(['subject_id', 'audience']).where('kind', '=', 'edition.moved').execute(); // prettier-ignore
    expect(lines).toHaveLength(11);
    expect(lines[0]).toEqual({ subject_id: edition, audience: 'public' });
  });

  forumTest('is refused out of order, to others, and where there is no such edition', async ({ forum }) => {
    const { roundtable, delegate, move } = await planned(forum);
    await expect(move('closed')).rejects.toMatchObject({ code: 'edition.cannot_move', values: { from: 'planning', to: 'closed' } }); // prettier-ignore
    for (const who of [delegate, visitor])
      await expect(move('preparatory', who)).rejects.toMatchObject({ code: 'act.not_yours' });
    const nowhere = perform(forum, program, moveEdition, { edition: roundtable, to: 'preparatory' });
    await expect(nowhere).rejects.toMatchObject({ name: 'NotFound' });
  });

  forumTest('is refused while a meeting goes on or comments are open', async ({ forum }) => {
    const { move, take, state } = await planned(forum);
    await move('preparatory');
    const open = { code: 'edition.open_still', values: { numbers: '2.1', count: 1 } };
    await expect(move('planning')).rejects.toMatchObject(open);
    await move('in_session');
    await move('reporting');
    await expect(move('closed')).rejects.toMatchObject(open);
    for (const to of ['comment_closed', 'ready', 'in_session'] as const) await take(to);
    await expect(move('closed')).rejects.toMatchObject({ code: 'edition.in_session_still' });
    expect(await state()).toBe('reporting');
  });
});

describe('the first of its roundtables', () => {
  forumTest('to be opened for comment begins the preparation, and to meet the session', async ({ forum }) => {
    const { take, state } = await planned(forum);
    await take('comment_closed');
    expect(await state()).toBe('planning');
    await take('open_for_comment');
    expect(await state()).toBe('preparatory');
    for (const to of ['comment_closed', 'ready', 'in_session'] as const) await take(to);
    expect(await state()).toBe('in_session');
  });
});

describe('an edition that is over', () => {
  forumTest('is opened for no comment and no meeting; its records are still made final', async ({ forum }) => {
    const { edition, roundtable, delegate, kenya, move, take } = await planned(forum);
    for (const to of ['comment_closed', 'ready', 'in_session', 'adjourned'] as const) await take(to);
    for (const to of ['reporting', 'closed'] as const) await move(to);
    await expect(take('in_session')).rejects.toMatchObject({ code: 'edition.closed' });
    await take('record_draft');
    const ask = { edition, delegation: kenya, function: 'consul' };
    await expect(perform(forum, delegate, askCredential, ask)).rejects.toMatchObject({ code: 'credential.edition_over' }); // prettier-ignore
    const open = { edition, number: '2.2', title: 'Schools', state: 'open_for_comment' } as const;
    await expect(perform(forum, program, createRoundtable, open)).rejects.toMatchObject({ code: 'edition.closed' });
    await perform(forum, program, addQuestion, { roundtable, text: 'Who pays?' });
  });

  forumTest('takes nothing in once it is archived', async ({ forum }) => {
    const { edition, roundtable, move, take } = await planned(forum);
    await take('comment_closed');
    for (const to of ['preparatory', 'in_session', 'reporting', 'closed', 'archived'] as const) await move(to);
    const archived = { code: 'edition.archived' };
    const place = { roundtable, basedOn: 1, number: '2.1', title: 'Cities', lead: '', description: '', room: null };
    const none = { startsAt: null, endsAt: null, commentsCloseAt: null, attribution: null };
    const name = { name: 'Lake', shortName: 'Lake', number: null, place: null, timeZone: 'UTC', startsOn: null, endsOn: null }; // prettier-ignore
    const kept = { ...name, languages: ['en'], attribution: 'attributed' as const, commentsDeadline: null };
    for (const adding of [
      () => take('ready'),
      () => perform(forum, program, createRoundtable, { edition, number: '2.2', title: 'Schools' }),
      () => perform(forum, program, correctRoundtable, { ...place, ...none }),
      () => perform(forum, program, correctEdition, { edition, basedOn: 1, ...kept }),
      () => perform(forum, program, addQuestion, { roundtable, text: 'Who pays?' }),
      () =>
        perform(forum, program, addPaper, {
          roundtable,
          kind: 'concept_note',
          title: 'Note',
          slug: 'note',
          language: 'en',
          text: 'One.',
        }),
      () => perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Late.', speakers: [] }),
    ])
      await expect(adding()).rejects.toMatchObject(archived);
  });
});
