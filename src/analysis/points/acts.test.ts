import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { findPoints, nameIssue } from '#analysis/acts.ts';
import { issuesOf, pointsIn } from '#analysis/queries.ts';
import { registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { acceptPoint, editPoint, mergePoints, rejectPoint, splitPoint, undoDecision } from './acts.ts';

const body = 'Kenya called for more data and open registers. It questioned how cities reach people.';

async function found(forum: Forum, words = body) {
  const small = await smallForum(forum);
  const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
  const say = async (of: string, text: string, onRecord = true) => {
    const said = { roundtable: small.roundtable, kind: 'intervention' as const, body: text, onRecord, speakers: [{ delegation: of }] }; // prettier-ignore
    const { id } = await perform(forum, program, enterStatement, said);
    const { points } = await perform(forum, program, findPoints, { statements: [id] });
    return { statement: id, points: points[0]! };
  };
  const { statement, points } = await say(small.kenya, words);
  return { ...small, peru, say, statement, points, first: points[0]!, second: points[1]! };
}

/** Everything that is kept of the points of these statements, and of the issues they belong to. */
async function standing(forum: Forum, roundtable: string, statements: string[]) {
  return { points: await pointsIn(forum.db, statements), issues: await issuesOf(forum.db, roundtable) };
}

describe('acceptPoint', () => {
  forumTest('makes a finding somebody’s own, which stays when the words are read again', async ({ forum }) => {
    const { statement, first, chair } = await found(forum);
    await perform(forum, chair, acceptPoint, { points: [first] });
    await perform(forum, program, findPoints, { statements: [statement] });
    const points = await pointsIn(forum.db, [statement]);
    expect(points.map(({ id, state }) => [id === first, state])).toEqual([[true, 'accepted'], [false, 'proposed']]); // prettier-ignore
    const lines = await forum.db.selectFrom('record_line').select(['subject_id', 'audience']).where('kind', '=', 'point.accepted').execute(); // prettier-ignore
    expect(lines).toEqual([{ subject_id: statement, audience: 'desk' }]);
  });

  forumTest('not twice, nor by someone who does not report, nor a point that is none', async ({ forum }) => {
    const { first, roundtable } = await found(forum);
    await perform(forum, program, acceptPoint, { points: [first] });
    const accept = (who: typeof visitor, point: string) => perform(forum, who, acceptPoint, { points: [point] });
    await expect(accept(program, first)).rejects.toMatchObject({ code: 'point.accepted_already' });
    await expect(accept(visitor, first)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(accept(program, roundtable)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('editPoint', () => {
  forumTest('changes what was misread, in exact words of the statement', async ({ forum }) => {
    const { statement, first } = await found(forum);
    await perform(forum, program, editPoint, { point: first, words: 'more  data', act: 'emphasised', actors: ['Peru'], wording: 'Data' }); // prettier-ignore
    const [point] = await pointsIn(forum.db, [statement]);
    expect(point).toMatchObject({ message: 'more data', verb: '', act: 'emphasised', wording: 'Data', state: 'edited', actors: [{ delegation: { slug: 'peru' } }] }); // prettier-ignore
    expect(body.slice(point!.messageStart, point!.messageEnd)).toBe('more data');
    await perform(forum, program, findPoints, { statements: [statement] });
    expect(await pointsIn(forum.db, [statement])).toHaveLength(2);
  });

  forumTest('may take words from another sentence, which then is the point’s', async ({ forum }) => {
    const { statement, first } = await found(forum);
    await perform(forum, program, editPoint, { point: first, words: 'cities reach people', verb: 'questioned' });
    const point = (await pointsIn(forum.db, [statement])).find(({ id }) => id === first)!;
    expect(body.slice(point.sentenceStart, point.sentenceEnd)).toBe('It questioned how cities reach people.');
  });

  forumTest('not with words nobody said, or said twice, or a verb from elsewhere', async ({ forum }) => {
    const { first } = await found(forum, `${body} It called for data, and again for data.`);
    const edit = (change: object) => perform(forum, program, editPoint, { point: first, ...change });
    await expect(edit({ words: 'less data' })).rejects.toMatchObject({ code: 'point.words_not_there' });
    await expect(edit({ words: 'for data' })).rejects.toMatchObject({ code: 'point.words_twice' });
    await expect(edit({ verb: 'demanded' })).rejects.toMatchObject({ code: 'point.verb_not_there' });
    await expect(edit({ span: { start: 4, end: 4000 } })).rejects.toMatchObject({ code: 'point.outside_statement' });
    await expect(edit({ words: ' ' })).rejects.toMatchObject({ fields: { words: 'point.words_missing' } });
  });
});

describe('rejectPoint', () => {
  forumTest('takes a point out of every list, and it is not found again', async ({ forum }) => {
    const { statement, first, roundtable } = await found(forum);
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Data', points: [first] });
    await perform(forum, program, rejectPoint, { point: first, reason: 'A heading.' });
    await perform(forum, program, findPoints, { statements: [statement] });
    const now = await standing(forum, roundtable, [statement]);
    expect(now.points.map(({ act }) => act)).toEqual(['questioned']);
    expect(now.issues[0]!.points).toEqual([]);
  });

  forumTest('not without a reason, nor twice, nor one that is told with others', async ({ forum }) => {
    const { say, kenya, first } = await found(forum);
    const { points } = await say(kenya, 'Kenya called for data.');
    const reject = (point: string, reason = 'None.') => perform(forum, program, rejectPoint, { point, reason });
    await expect(reject(first, ' ')).rejects.toMatchObject({ fields: { reason: 'point.reason_missing' } });
    await perform(forum, program, mergePoints, { into: first, points });
    await expect(reject(first)).rejects.toMatchObject({ code: 'point.is_merged' });
    await expect(reject(points[0]!)).rejects.toMatchObject({ code: 'point.is_merged' });
    const { points: other } = await say(kenya, 'Kenya called for tents.');
    await reject(other[0]!);
    await expect(reject(other[0]!)).rejects.toMatchObject({ code: 'point.rejected_already' });
  });
});

describe('splitPoint', () => {
  forumTest('makes two of one before a word, under the same issues', async ({ forum }) => {
    const { statement, first, roundtable } = await found(forum);
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Data', points: [first] });
    const { points: made } = await perform(forum, program, splitPoint, { point: first, at: body.indexOf('and open') });
    await perform(forum, program, findPoints, { statements: [statement] });
    const now = await standing(forum, roundtable, [statement]);
    expect(now.points.map(({ message }) => message)).toEqual([
      'more data',
      'open registers',
      'how cities reach people',
    ]);
    expect(now.issues[0]!.points.sort()).toEqual([...made].sort());
    await expect(perform(forum, program, acceptPoint, { points: [first] })).rejects.toMatchObject({ code: 'point.stands_no_more' }); // prettier-ignore
  });

  forumTest('not within a word, nor where a part would be empty', async ({ forum }) => {
    const { first } = await found(forum);
    for (const at of [body.indexOf('ore data'), body.indexOf('more data'), 3, 4000])
      await expect(perform(forum, program, splitPoint, { point: first, at })).rejects.toMatchObject({ code: 'point.split_nowhere' }); // prettier-ignore
  });
});

describe('mergePoints', () => {
  forumTest('tells points together and keeps each, its speaker and its words', async ({ forum }) => {
    const { say, peru, first, statement, roundtable } = await found(forum);
    const { statement: other, points } = await say(peru, 'Peru called for more data.');
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Data', points: [first] });
    await perform(forum, program, mergePoints, { into: first, points });
    const now = await standing(forum, roundtable, [statement, other]);
    expect(now.points.find(({ id }) => id === points[0])).toMatchObject({ mergedInto: first, message: 'more data' });
    // Whoever is told with a point is counted with it.
    expect(now.issues[0]!.points.sort()).toEqual([first, points[0]!].sort());
  });

  forumTest('takes along what was merged before', async ({ forum }) => {
    const { say, peru, kenya, first } = await found(forum);
    const [a, b] = [await say(peru, 'Peru called for data.'), await say(kenya, 'Kenya called for data.')];
    await perform(forum, program, mergePoints, { into: a.points[0]!, points: b.points });
    await perform(forum, program, mergePoints, { into: first, points: a.points });
    const points = await pointsIn(forum.db, [a.statement, b.statement]);
    expect(points.map(({ mergedInto }) => mergedInto)).toEqual([first, first]);
  });

  forumTest('not what does not say the same', async ({ forum }) => {
    const { say, peru, first, second } = await found(forum);
    const merge = async (text: string, into = first, onRecord = true) => {
      const { points } = await say(peru, text, onRecord);
      return perform(forum, program, mergePoints, { into, points: points.slice(0, 1) });
    };
    await expect(merge('Peru opposed more data.')).rejects.toMatchObject({ code: 'point.merge_opposed' });
    await expect(merge('Peru questioned more data.')).rejects.toMatchObject({ code: 'point.merge_other_act' });
    await expect(merge('Peru called for more data.', first, false)).rejects.toMatchObject({ code: 'point.merge_off_record' }); // prettier-ignore
    const { points: ratify } = await say(peru, 'Peru proposed to ratify the Convention.');
    await expect(merge('Peru proposed to consider ratifying the Convention.', ratify[0]!)).rejects.toMatchObject({ code: 'point.merge_other_strength' }); // prettier-ignore
    await expect(perform(forum, program, mergePoints, { into: second, points: [second] })).rejects.toMatchObject({ code: 'point.merge_itself' }); // prettier-ignore
  });
});

describe('undoDecision', () => {
  forumTest('takes each decision back, the last one first, and is kept itself', async ({ forum }) => {
    const { statement, first, second, say, peru, roundtable } = await found(forum);
    const { statement: other, points } = await say(peru, 'Peru called for more data.');
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Data', points: [first] });
    const doings = [
      async () => (await perform(forum, program, acceptPoint, { points: [first] })).decisions[0]!,
      async () => (await perform(forum, program, editPoint, { point: first, words: 'data', act: 'stated', polarity: -1, opposedBy: ['Peru'], topic: 'T', wording: 'W' })).decision, // prettier-ignore
      async () => (await perform(forum, program, editPoint, { point: first, words: body.slice(17, 45), act: 'proposed', polarity: 1 })).decision, // prettier-ignore
      async () => (await perform(forum, program, mergePoints, { into: first, points })).decision,
    ];
    const before = [await standing(forum, roundtable, [statement, other])];
    const decisions: string[] = [];
    for (const doing of doings) {
      decisions.push(await doing());
      before.push(await standing(forum, roundtable, [statement, other]));
    }
    const undo = (decision: string) => perform(forum, program, undoDecision, { decision });
    await expect(undo(decisions[0]!)).rejects.toMatchObject({ code: 'point.undo_later_first' });
    for (const decision of decisions.reverse()) {
      expect(await standing(forum, roundtable, [statement, other])).toEqual(before.pop());
      await undo(decision);
    }
    expect(await standing(forum, roundtable, [statement, other])).toEqual(before[0]);
    await expect(undo(decisions[0]!)).rejects.toMatchObject({ code: 'point.undone_already' });
    for (const one of [
      await perform(forum, program, splitPoint, { point: first, at: body.indexOf('and open') }),
      await perform(forum, program, rejectPoint, { point: second, reason: 'None.' }),
    ])
      await undo(one.decision);
    expect(await standing(forum, roundtable, [statement, other])).toEqual(before[0]);
    const kept = await forum.db.selectFrom('point_decision').select('kind').execute();
    expect(kept.filter(({ kind }) => kind === 'undone')).toHaveLength(6);
  });

  forumTest(
    'whatever is merged and split in whatever order, no word is lost and undoing leads back',
    async ({ forum }) => {
      const { statement, first, say, peru, roundtable } = await found(forum);
      const { statement: other, points } = await say(
        peru,
        'Peru called for more data and open registers, schools, and clinics.',
      );
      const start = await standing(forum, roundtable, [statement, other]);
      const spans = (some: Awaited<ReturnType<typeof pointsIn>>) =>
      some.flatMap(({ statementId, messageStart, messageEnd, message }) =>
        [...message.matchAll(/[\p{L}]+/gu)].filter(([word]) => word !== 'and').map(({ index }) => `${statementId} ${messageStart + index} ${messageEnd > 0}`)); // prettier-ignore
      const choice = fc.tuple(fc.constantFrom('split', 'merge', 'accept'), fc.nat(20), fc.nat(80));
      await fc.assert(
        fc.asyncProperty(fc.array(choice, { maxLength: 6 }), async (choices) => {
          const done: string[] = [];
          for (const [kind, which, at] of choices) {
            const now = await pointsIn(forum.db, [statement, other]);
            const one = now[which % now.length]!;
            const another = now[(which + at) % now.length]!;
            const doing =
            kind === 'split'
              ? perform(forum, program, splitPoint, { point: one.id, at: one.messageStart + at })
              : kind === 'merge'
                ? perform(forum, program, mergePoints, { into: one.id, points: [another.id] })
                : perform(forum, program, acceptPoint, { points: [one.id] }).then(({ decisions }) => ({ decision: decisions[0]! })); // prettier-ignore
            const outcome = await doing.catch(({ name }: Error) => void expect(name).toBe('Refusal'));
            if (outcome) done.push(outcome.decision);
          }
          expect(spans((await standing(forum, roundtable, [statement, other])).points).sort()).toEqual(spans(start.points).sort()); // prettier-ignore
          for (const decision of done.reverse()) await perform(forum, program, undoDecision, { decision });
          expect(await standing(forum, roundtable, [statement, other])).toEqual(start);
        }),
        { numRuns: 12, seed: 7, endOnFailure: true },
      );
      expect([first, ...points].length).toBeGreaterThan(1);
    },
  );
});
