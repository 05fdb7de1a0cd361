import { expect } from 'vitest';
import { delegationsIn } from '#people/queries.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { recordOf } from '#record/queries.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { draftReport } from '#report/acts.ts';
import { ledgerOf } from '#report/queries.ts';
import { submitComment } from '#statements/acts.ts';
import {
  receiptCalled,
  repliesTo,
  roundtablesIn,
  searchStatements,
  statementNumbered,
  statementsByDelegation,
  statementsFor,
  statementsOf,
} from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { giveRuling, makeAppeal, markAbuse } from './acts.ts';
import { rulingCounts } from './counts.ts';
import { rulingsIn } from './history.ts';

const secret = 'A threat that nobody else should read.';
const why = 'It threatens the clerk of Kiln Road by name.';

forumTest('what is set aside is seen by its author and the offices, and nowhere by anyone else', async ({ forum }) => {
  const small = await smallForum(forum);
  const { edition, delegate, chair, kenya } = small;
  const { db } = forum;
  const first = await perform(forum, chair, submitComment, { roundtable: small.roundtable, body: 'The clinic.' });
  const { id: statement, receipt } = await perform(forum, delegate, submitComment, {
    roundtable: small.roundtable,
    body: secret,
    questions: [small.questions[0]!],
    repliesTo: first.id,
  });
  const [roundtable] = await roundtablesIn(db, edition);
  const { id: report } = await perform(forum, chair, draftReport, { roundtable: small.roundtable });
  await perform(forum, program, markAbuse, { statement, reason: 'threat', words: why });

  /** Every way in which a reader comes by what was said. */
  const all = async (viewer: Viewer) => ({
    thread: await statementsOf(db, viewer, roundtable!),
    page: await statementsFor(forum, viewer, roundtable!),
    alone: await statementNumbered(db, viewer, roundtable!, 2),
    search: await searchStatements(db, viewer, edition, 'threat'),
    delegation: await statementsByDelegation(db, viewer, edition, kenya),
    replies: await repliesTo(db, viewer, roundtable!, first.id),
    ledger: await ledgerOf(db, viewer, { id: report }),
    record: await recordOf(db, viewer, edition),
    rulings: await rulingsIn(db, viewer, edition),
    counts: await rulingCounts(db, roundtable!),
    programme: await programmeOf(db, edition),
  });
  const rapporteur: Viewer = {
    ...visitor,
    personId: crypto.randomUUID(),
    roles: [{ kind: 'rapporteur', editionId: edition, roundtableId: null }],
  };
  for (const viewer of [visitor, { ...delegate, personId: crypto.randomUUID() }, rapporteur]) {
    const seen = await all(viewer);
    expect(JSON.stringify(seen)).not.toContain('threat that nobody');
    expect(JSON.stringify(seen)).not.toContain('Kiln Road');
    expect(seen.alone).toBeUndefined();
    expect(seen.thread.map(({ number }) => number)).toEqual([1]);
    expect(seen.programme[0]).toMatchObject({ statements: 1, questions: [{ answers: 0 }, { answers: 0 }] });
    expect(seen.counts).toMatchObject({ comments: 2, abuse: 1, abuseReasons: [{ code: 'threat', count: 1 }] });
    expect(seen.record.lines.find(({ kind }) => kind === 'statement.abuse_marked')).toMatchObject({ isAside: true });
  }
  expect((await delegationsIn(db, edition)).find(({ slug }) => slug === 'kenya')?.statements).toBe(0);
  for (const viewer of [delegate, chair]) {
    const seen = await statementNumbered(db, viewer, roundtable!, 2);
    expect(seen).toMatchObject({ body: secret, ruling: { decision: 'abuse', reason: 'threat' } });
  }
  expect((await receiptCalled(db, receipt))!.statement).toMatchObject({ body: secret });

  // The ledger counts it, and gives it no line: also to those who may read it.
  const ledger = (await ledgerOf(db, chair, { id: report }))!;
  expect(ledger).toMatchObject({ total: 1, setAside: 1 });

  await perform(forum, chair, giveRuling, { statement, decision: 'relevant' });
  expect(await statementNumbered(db, visitor, roundtable!, 2)).toMatchObject({ body: secret });
});

forumTest('a guest finds what was set aside by its receipt, and can appeal', async ({ forum }) => {
  const { roundtable, chair, edition } = await smallForum(forum);
  const guest = await perform(forum, visitor, submitComment, { roundtable, body: secret, name: 'Ada' });
  await perform(forum, chair, markAbuse, { statement: guest.id, reason: 'threat', words: why });
  const [place] = await roundtablesIn(forum.db, edition);
  expect(await statementsOf(forum.db, visitor, place!)).toEqual([]);
  expect((await receiptCalled(forum.db, guest.receipt))!.statement).toMatchObject({ body: secret });
  await perform(forum, visitor, makeAppeal, { statement: guest.id, words: 'It quotes one.', receipt: guest.receipt });
  expect(await rulingCounts(forum.db, place!)).toMatchObject({ appeals: { made: 1, open: 1 } });
});
