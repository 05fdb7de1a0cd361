import { z } from 'zod';
import { isFocalPoint } from '#people/credentials/before-acting.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { releaseRefusal } from './rules.ts';

export const releaseStatement = act({
  name: 'statement.release',
  does: 'Publishes a comment that waited for the delegation’s focal point. It counts from the moment it was handed in.',
  input: z.object({ statement: z.uuid(), revision: z.number().int().positive() }),
  async run({ tx, actor, now, rows, record }, input) {
    const waiting = found(
      await tx
        .selectFrom('statement_release as release')
        .innerJoin('statement', 'statement.id', 'release.statement_id')
        .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
        .select(['statement.id', 'statement.roundtable_id', 'statement.revisions', 'release.delegation_id'])
        .select(['release.released_at', 'release.taken_back_at', 'roundtable.edition_id'])
        .select('roundtable.state as roundtable')
        .where('statement.id', '=', input.statement)
        .forUpdate(['statement', 'release'])
        .executeTakeFirst(),
      'statement',
    );
    const { edition_id, delegation_id, released_at: releasedAt, taken_back_at: takenBackAt } = waiting;
    // A draft is nobody's to know of but its author's and the focal point's.
    const mayRelease = actor.program || (await isFocalPoint(tx, actor, edition_id, delegation_id));
    found(mayRelease ? waiting : null, 'statement');
    refuseIf(releaseRefusal({ releasedAt, takenBackAt, roundtable: waiting.roundtable }));
    const revision = waiting.revisions;
    refuseIf(revision === input.revision ? null : { code: 'release.revised_meanwhile', values: { revision } });
    await rows.update('statement_release', { statement_id: waiting.id }, { released_at: now, released_by: actor.personId }); // prettier-ignore
    await rows.update('statement', { id: waiting.id }, { state: 'received', identity: 'released' });
    record('statement.released', waiting.id, { roundtableId: waiting.roundtable_id });
  },
});
