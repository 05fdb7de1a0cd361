import { describe, expect } from 'vitest';
import { moveRoundtable } from '#programme/acts.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { addQuestion, moveQuestion, rewordQuestion } from './acts.ts';

const asked = async (forum: Forum, edition: string) =>
  (await programmeOf(forum.db, edition))[0]!.questions.map(({ number, text }) => `${number} ${text}`);

describe('addQuestion', () => {
  forumTest('comes after the others', async ({ forum }) => {
    const { edition, roundtable, chair } = await smallForum(forum);
    await perform(forum, chair, addQuestion, { roundtable, text: 'Who counts?' });
    expect(await asked(forum, edition)).toEqual(['1 Which services open first?', '2 Who pays?', '3 Who counts?']);
  });

  forumTest(
    'is refused to a delegate, without words, beyond fifty, and once the record is final',
    async ({ forum }) => {
      const { roundtable, chair, delegate } = await smallForum(forum);
      const add = (text: string, who = chair) => perform(forum, who, addQuestion, { roundtable, text });
      await expect(add('Why?', delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
      await expect(add(' ')).rejects.toMatchObject({ fields: { text: 'question.text_missing' } });
      for (let n = 3; n <= 50; n++) await add(`Question ${n}?`);
      await expect(add('One too many?')).rejects.toMatchObject({ code: 'question.too_many' });
      for (const to of ['comment_closed', 'ready', 'in_session', 'adjourned', 'record_draft', 'record_final'] as const)
        await perform(forum, chair, moveRoundtable, { roundtable, to });
      await expect(add('Too late?')).rejects.toMatchObject({ code: 'roundtable.is_final' });
    },
  );
});

describe('rewordQuestion', () => {
  forumTest('keeps the question, its answers and its earlier wording', async ({ forum }) => {
    const { edition, roundtable, chair, delegate, questions } = await smallForum(forum);
    const [question] = questions as [string];
    await perform(forum, delegate, submitComment, { roundtable, body: 'The clinic.', questions: [question] });
    await perform(forum, chair, rewordQuestion, { question, basedOn: 1, answersSeen: 1, text: 'What opens first?' });
    const [first] = (await programmeOf(forum.db, edition))[0]!.questions;
    expect(first).toMatchObject({ id: question, text: 'What opens first?', answers: 1 });
    const wordings = await forum.db.selectFrom('question_wording').select(['version', 'text', 'by_id']).execute();
    expect(wordings).toEqual([{ version: 1, text: 'Which services open first?', by_id: chair.personId }]);
  });

  forumTest('is refused with answers unseen, on an older wording, and to a delegate', async ({ forum }) => {
    const { roundtable, chair, delegate, questions } = await smallForum(forum);
    const [question] = questions as [string];
    const reword = (change: object, who = chair) =>
      perform(forum, who, rewordQuestion, { question, basedOn: 1, answersSeen: 0, text: 'New?', ...change });
    await perform(forum, delegate, submitComment, { roundtable, body: 'The clinic.', questions: [question] });
    await expect(reword({})).rejects.toMatchObject({ code: 'question.answers_unseen', values: { answers: 1 } });
    await expect(reword({ answersSeen: 1 }, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await reword({ answersSeen: 1 });
    const older = reword({ answersSeen: 1, text: 'Newer?' });
    await expect(older).rejects.toMatchObject({ code: 'question.reworded_meanwhile' });
  });
});

describe('moveQuestion', () => {
  forumTest('changes the order and keeps who answered what', async ({ forum }) => {
    const { edition, roundtable, chair, delegate, questions } = await smallForum(forum);
    await perform(forum, chair, addQuestion, { roundtable, text: 'Who counts?' });
    await perform(forum, delegate, submitComment, { roundtable, body: 'The State.', questions: [questions[1]!] });
    await perform(forum, chair, moveQuestion, { question: questions[1]!, to: 1 });
    expect(await asked(forum, edition)).toEqual(['1 Who pays?', '2 Which services open first?', '3 Who counts?']);
    expect((await programmeOf(forum.db, edition))[0]!.questions[0]!.answers).toBe(1);
    await perform(forum, chair, moveQuestion, { question: questions[1]!, to: 99 });
    expect(await asked(forum, edition)).toEqual(['1 Which services open first?', '2 Who counts?', '3 Who pays?']);
    await expect(perform(forum, delegate, moveQuestion, { question: questions[0]!, to: 2 })).rejects.toMatchObject({ code: 'act.not_yours' }); // prettier-ignore
  });
});
