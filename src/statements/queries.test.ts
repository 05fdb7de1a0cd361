import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson } from '#people/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum, type SmallForum } from '#test/small-forum.ts';
import { enterStatement, submitComment, withdrawStatement } from './acts.ts';
import { giveRuling } from './rulings/acts.ts';
import { roundtablesIn, searchStatements, statementNumbered, statementsByDelegation, statementsOf } from './queries.ts';

async function said(forum: Forum, { edition }: SmallForum, viewer: Viewer) {
  const [roundtable] = await roundtablesIn(forum.db, edition);
  return statementsOf(forum.db, viewer, roundtable!);
}

describe('statementsOf', () => {
  forumTest('gives each with its speaker, delegation and the questions it answers', async ({ forum }) => {
    const small = await smallForum(forum);
    await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'The clinic first.', questions: [small.questions[1]!] }); // prettier-ignore
    const [statement] = await said(forum, small, visitor);
    expect(statement).toMatchObject({
      number: 1,
      body: 'The clinic first.',
      answers: [2],
      speakers: [
        { part: 'speaker', person: 'Wanjiru Kamau', delegation: { slug: 'kenya', name: 'Kenya', kind: 'state' } },
      ],
    });
  });

  forumTest('keeps what was said off the record to the desk', async ({ forum }) => {
    const small = await smallForum(forum);
    const aside = {
      roundtable: small.roundtable,
      kind: 'intervention',
      body: 'Between us.',
      onRecord: false,
      speakers: [],
    } as const;
    await perform(forum, program, enterStatement, { ...aside, speakers: [] });
    expect(await said(forum, small, visitor)).toEqual([]);
    expect(await said(forum, small, small.delegate)).toEqual([]);
    expect(await said(forum, small, small.chair)).toMatchObject([{ body: 'Between us.', onRecord: false }]);
  });

  forumTest(
    'leaves a line without words for what was withdrawn or ruled not relevant, except to its author and the Chair',
    async ({ forum }) => {
      const small = await smallForum(forum);
      const { id } = await perform(forum, small.delegate, submitComment, {
        roundtable: small.roundtable,
        body: 'Forty night shifts to fill.',
      });
      await perform(forum, small.chair, giveRuling, {
        statement: id,
        decision: 'not_relevant',
        reason: 'A',
        words: 'No question.',
      });
      expect(await said(forum, small, visitor)).toMatchObject([
        {
          body: null,
          ruling: { decision: 'not_relevant', reason: 'A', title: 'Another subject', words: 'No question.' },
        },
      ]);
      expect(await said(forum, small, small.delegate)).toMatchObject([{ body: 'Forty night shifts to fill.' }]);
      await perform(forum, small.delegate, withdrawStatement, { statement: id });
      expect(await said(forum, small, visitor)).toMatchObject([{ body: null, state: 'withdrawn' }]);
    },
  );

  forumTest('names nobody where the policy does not attribute', async ({ forum }) => {
    const small = await smallForum(forum);
    const quiet = {
      edition: small.edition,
      number: '9',
      title: 'Under the rule',
      attribution: 'not_attributed',
    } as const;
    const { id: roundtable } = await perform(forum, program, createRoundtable, quiet);
    const speakers = [{ delegation: small.kenya, name: 'Wanjiru Kamau' }];
    await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Frankly.', speakers });
    const place = (await roundtablesIn(forum.db, small.edition)).find(({ id }) => id === roundtable)!;
    expect(await statementNumbered(forum.db, visitor, place, 1)).toMatchObject({ body: null, speakers: [] });
    expect((await statementNumbered(forum.db, small.chair, place, 1))!.body).toBe('Frankly.');
    expect(await statementsByDelegation(forum.db, visitor, small.edition, small.kenya)).toEqual([]);
    expect(await statementsByDelegation(forum.db, small.chair, small.edition, small.kenya)).toHaveLength(1);
  });
});

describe('searchStatements', () => {
  forumTest('finds other forms of a word, in the language of the statement', async ({ forum }) => {
    const small = await smallForum(forum);
    const submit = (body: string, language: string) =>
      perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body, language });
    await submit('Consuls answer the telephone at night.', 'en');
    await submit('Los consulados responden por la noche.', 'es');
    const found = async (words: string) =>
      (await searchStatements(forum.db, visitor, small.edition, words)).map(({ number }) => number);
    expect(await found('consul answering')).toEqual([1]);
    expect(await found('respondiendo')).toEqual([2]);
    expect(await found('"night telephone"')).toEqual([]);
  });

  forumTest('does not find what this person may not read', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id } = await perform(forum, small.delegate, submitComment, {
      roundtable: small.roundtable,
      body: 'A consul at night.',
    });
    await perform(forum, small.delegate, withdrawStatement, { statement: id });
    expect(await searchStatements(forum.db, visitor, small.edition, 'consul')).toEqual([]);
    const { id: other } = await perform(forum, program, admitPerson, { edition: small.edition, name: 'Somebody Else' });
    expect(await searchStatements(forum.db, await viewerOf(forum.db, other), small.edition, 'consul')).toEqual([]);
    expect(await searchStatements(forum.db, small.delegate, small.edition, 'consul')).toHaveLength(1);
  });
});
