import { createHash } from 'node:crypto';
import { describe, expect } from 'vitest';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { addTranslation, enterStatement, reviseStatement, submitComment, withdrawStatement } from './acts.ts';

const body = 'A newcomer’s first official conversation is more often with a city clerk than with a border officer.';

describe('submitComment', () => {
  forumTest('by a delegate is received, verified, and frozen with what they are', async ({ forum }) => {
    const { roundtable, questions, kenya, delegate } = await smallForum(forum);
    const { id } = await perform(forum, delegate, submitComment, { roundtable, body, questions: [questions[0]!] });
    const statement = await forum.db.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
    expect(statement).toMatchObject({ number: 1, state: 'received', identity: 'verified', language: 'en' });
    const speaker = await forum.db
      .selectFrom('statement_speaker')
      .selectAll()
      .where('statement_id', '=', id)
      .executeTakeFirst();
    expect(speaker).toMatchObject({
      delegation_id: kenya,
      name: 'Wanjiru Kamau',
      function: 'adviser',
      capacity: 'delegate',
    });
    const line = await forum.db.selectFrom('record_line').selectAll().where('subject_id', '=', id).executeTakeFirst();
    expect(line).toMatchObject({ kind: 'comment.submitted', actor_id: delegate.personId, audience: 'public' });
  });

  forumTest('by someone unknown is held and labelled, never lost', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const { id } = await perform(forum, visitor, submitComment, { roundtable, body, name: 'Amina' });
    const statement = await forum.db.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
    expect(statement).toMatchObject({ state: 'held', identity: 'unidentified', author_id: null });
  });

  forumTest('gives a receipt whose commitment anyone can check', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { receipt: code } = await perform(forum, delegate, submitComment, { roundtable, body });
    const receipt = await forum.db.selectFrom('receipt').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(createHash('sha256').update(receipt.salt!).update(body).digest().equals(receipt.commitment)).toBe(true);
  });

  forumTest('knows the language of the words', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const spanish =
      '¿Cómo llegan las ciudades a quienes evitan toda ventanilla? Conviene saber quién no viene, y por qué.';
    const { id } = await perform(forum, delegate, submitComment, { roundtable, body: spanish });
    const { language } = await forum.db
      .selectFrom('statement')
      .select('language')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(language).toBe('es');
  });

  forumTest('numbers statements in order', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    for (const words of ['First.', 'Second.', 'Third.'])
      await perform(forum, delegate, submitComment, { roundtable, body: words });
    const rows = await forum.db.selectFrom('statement').select('number').orderBy('number').execute();
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  forumTest('is refused at the very second of closing', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const late = perform({ ...forum, now: () => deadline }, delegate, submitComment, { roundtable, body });
    await expect(late).rejects.toMatchObject({ code: 'comment.deadline_past', values: { deadline } });
  });

  forumTest('is refused once comments are closed', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    await perform(forum, program, moveRoundtable, { roundtable, to: 'comment_closed' });
    await expect(perform(forum, delegate, submitComment, { roundtable, body })).rejects.toMatchObject({
      code: 'comment.closed',
    });
  });

  forumTest('is refused without words, and with too many', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const submit = (words: string) => perform(forum, delegate, submitComment, { roundtable, body: words });
    await expect(submit('  ')).rejects.toMatchObject({ fields: { body: 'statement.body_missing' } });
    await expect(submit('x'.repeat(20_001))).rejects.toMatchObject({ fields: { body: 'statement.body_too_long' } });
  });
});

describe('enterStatement', () => {
  const spoken = { kind: 'intervention', body: 'We moved our desk into the bus station.' } as const;

  forumTest('by the desk notes an intervention with who spoke and for whom', async ({ forum }) => {
    const { roundtable, kenya } = await smallForum(forum);
    const speakers = [{ delegation: kenya, name: 'Wanjiru Kamau', capacity: 'co_chair' as const }];
    const { id } = await perform(forum, program, enterStatement, { roundtable, ...spoken, speakers });
    const statement = await forum.db.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
    expect(statement).toMatchObject({ kind: 'intervention', mode: 'oral', state: 'noted', on_record: true });
  });

  forumTest('is refused to a delegate', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const entering = perform(forum, delegate, enterStatement, { roundtable, ...spoken, speakers: [] });
    await expect(entering).rejects.toMatchObject({ code: 'act.not_yours' });
  });

  forumTest('off the record is told to the desk only', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const { id } = await perform(forum, program, enterStatement, {
      roundtable,
      ...spoken,
      onRecord: false,
      speakers: [],
    });
    const line = await forum.db
      .selectFrom('record_line')
      .select('audience')
      .where('subject_id', '=', id)
      .executeTakeFirst();
    expect(line).toEqual({ audience: 'desk' });
  });
});

describe('reviseStatement', () => {
  forumTest('adds a revision and keeps the first words', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    expect(await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'Better words.' })).toEqual({
      revision: 2,
    });
    const revisions = await forum.db.selectFrom('statement_revision').select('body').orderBy('revision').execute();
    expect(revisions.map((revision) => revision.body)).toEqual([body, 'Better words.']);
  });

  forumTest('is refused on words that were revised meanwhile', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'Second.' });
    const outdated = perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'Other second.' });
    await expect(outdated).rejects.toMatchObject({ code: 'statement.revised_meanwhile', values: { revision: 2 } });
  });

  forumTest('of someone else’s statement looks as if there were none', async ({ forum }) => {
    const { roundtable, delegate, chair } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    await expect(perform(forum, chair, reviseStatement, { statement, basedOn: 1, body })).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});

describe('withdrawStatement', () => {
  forumTest('leaves a line that says so', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    await perform(forum, delegate, withdrawStatement, { statement });
    expect(await forum.db.selectFrom('statement').select('state').executeTakeFirst()).toEqual({ state: 'withdrawn' });
    await expect(perform(forum, delegate, withdrawStatement, { statement })).rejects.toMatchObject({
      code: 'statement.withdrawn',
    });
  });

  forumTest('is refused for what was said on the floor', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const { id: statement } = await perform(forum, program, enterStatement, {
      roundtable,
      kind: 'intervention',
      body,
      speakers: [],
    });
    await expect(perform(forum, program, withdrawStatement, { statement })).rejects.toMatchObject({
      code: 'statement.was_spoken',
    });
  });
});

forumTest('addTranslation sets words beside the original, which stays', async ({ forum }) => {
  const { roundtable, delegate } = await smallForum(forum);
  const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
  const translation = { language: 'fr', body: 'La première conversation…', translator: 'the support unit' };
  await perform(forum, program, addTranslation, { statement, ...translation });
  expect(await forum.db.selectFrom('statement_translation').selectAll().executeTakeFirst()).toMatchObject(translation);
  await expect(perform(forum, delegate, addTranslation, { statement, ...translation })).rejects.toMatchObject({
    code: 'act.not_yours',
  });
});
