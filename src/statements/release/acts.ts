import { z } from 'zod';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { waitingStatement, wasSentBack } from './before-releasing.ts';
import { longestReturn, releaseRefusal, returnRefusal, revisedRefusal } from './rules.ts';

const waiting = { statement: z.uuid(), revision: z.int32().positive() };

export const releaseStatement = act({
  name: 'statement.release',
  does: 'Publishes a comment that waited for the delegation’s focal point. It counts from the moment it was handed in.',
  input: z.object(waiting),
  async run({ tx, actor, now, rows, record }, input) {
    const draft = await waitingStatement(tx, actor, input.statement);
    refuseIf(releaseRefusal(draft));
    refuseIf(revisedRefusal(draft.revisions, input.revision));
    await rows.update('statement_release', { statement_id: draft.id }, { released_at: now, released_by: actor.personId }); // prettier-ignore
    await rows.update('statement', { id: draft.id }, { state: 'received', identity: 'released' });
    record('statement.released', draft.id, { roundtableId: draft.roundtable_id });
  },
});

export const sendBackStatement = act({
  name: 'statement.send_back',
  does: 'Sends a comment that waits for release back to its author, with words on what to change. Once revised, it waits again.',
  input: z.object({
    ...waiting,
    words: z.string().trim().min(1, 'release.words_missing').max(longestReturn, 'release.words_too_long'),
  }),
  async run({ tx, actor, now, rows, record }, { statement, revision, words }) {
    const draft = await waitingStatement(tx, actor, statement);
    refuseIf(releaseRefusal(draft));
    refuseIf(revisedRefusal(draft.revisions, revision));
    refuseIf(returnRefusal(await wasSentBack(tx, draft.id, revision)));
    await rows.insert('release_return', { statement_id: draft.id, revision, words, by_id: actor.personId, at: now });
    record('statement.sent_back', draft.id, { roundtableId: draft.roundtable_id, audience: 'author' });
  },
});
