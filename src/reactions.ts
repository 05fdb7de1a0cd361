import { findPoints } from '#analysis/acts.ts';
import { sendReceipt } from '#mail/letters/receipts.ts';
import { closeComments } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Reaction } from '#record/queue.ts';
import { program } from '#record/viewer.ts';

/** What follows from what: record line → effect, after commit, one line each. */
export const reactions: readonly Reaction[] = [
  {
    on: 'comment.submitted',
    name: 'find-points',
    run: (forum, statement) => perform(forum, program, findPoints, { statement }),
  },
  {
    on: 'statement.released',
    name: 'find-points-released',
    run: (forum, statement) => perform(forum, program, findPoints, { statement }),
  },
  {
    on: 'statement.revised',
    name: 'find-points-again',
    run: (forum, statement) => perform(forum, program, findPoints, { statement }),
  },
  {
    on: 'comments.opened',
    name: 'close-comments',
    run: (forum, roundtable) => perform(forum, program, closeComments, { roundtable }),
  },
  {
    on: 'comments.deadline_moved',
    name: 'close-comments-then',
    run: (forum, roundtable) => perform(forum, program, closeComments, { roundtable }),
  },
  { on: 'comment.submitted', name: 'send-receipt', run: sendReceipt },
];
