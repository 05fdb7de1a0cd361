import { describe, expect } from 'vitest';
import { composeIntervention, setOnRecord } from '#notes/interventions/acts.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { forumIn, forumTest } from '#test/forum.ts';
import { atTheMeeting } from '#test/meeting.ts';
import { askCorrection, confirmIntervention, decideCorrection, openCorrections } from './acts.ts';

async function afterTheMeeting(forum: Forum) {
  const meeting = await atTheMeeting(forum);
  const { take, ruth, turn, chair, roundtable, kenya, delegate, edition } = meeting;
  await take(ruth, 'o a separation of files');
  const { id: statement } = await perform(forum, program, composeIntervention, { slot: turn });
  await perform(forum, chair, moveRoundtable, { roundtable, to: 'adjourned' });
  const closesAt = new Date('2026-06-05T12:00:00Z');
  await perform(forum, chair, openCorrections, { roundtable, closesAt });
  const { id } = await perform(forum, program, admitPerson, { edition, name: 'Leila Haddad' });
  await perform(forum, program, assignRole, { edition, roundtable, kind: 'rapporteur', person: id });
  const rapporteur = await viewerOf(forum.db, id);
  const own = { statement, delegation: kenya, revision: 1 };
  const ask = (who: Viewer, more: object = {}, at: Forum = forum) =>
    perform(at, who, askCorrection, { ...own, body: 'Kenya opposed a complete separation.', reason: 'One word.', ...more }); // prettier-ignore
  const decide = (correction: string, decision: 'accepted' | 'declined', words = '', who = rapporteur) =>
    perform(forum, who, decideCorrection, { correction, decision, words });
  const confirm = (who = delegate, more: object = {}) => perform(forum, who, confirmIntervention, { ...own, ...more });
  return { ...meeting, statement, closesAt, rapporteur, ask, decide, confirm };
}

const words = async ({ db }: Forum, id: string) =>
  db
    .selectFrom('statement')
    .innerJoin('statement_revision', (join) =>
      join.onRef('statement_id', '=', 'id').onRef('revision', '=', 'revisions'),
    )
    .select(['body', 'state', 'revisions'])
    .where('id', '=', id)
    .executeTakeFirst();

describe('openCorrections', () => {
  forumTest('is for a meeting that is over, and for a time to come', async ({ forum }) => {
    const { roundtable, delegate, chair, closesAt } = await afterTheMeeting(forum);
    const open = (who: Viewer, at = closesAt) => perform(forum, who, openCorrections, { roundtable, closesAt: at });
    await expect(open(delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(open(chair, forum.now())).rejects.toMatchObject({ code: 'correction.window_past' });
    await expect(open(chair, 'soon' as never)).rejects.toMatchObject({ fields: { closesAt: 'correction.window_missing' } }); // prettier-ignore
    const state = (to: string) => forum.db.updateTable('roundtable').set({ state: to }).where('id', '=', roundtable).execute(); // prettier-ignore
    await state('in_session');
    await expect(open(chair)).rejects.toMatchObject({ code: 'correction.not_over' });
    await state('record_final');
    await expect(open(chair)).rejects.toMatchObject({ code: 'note.record_final' });
    const { kind } = await forum.db.selectFrom('record_line').select('kind').orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow(); // prettier-ignore
    expect(kind).toBe('role.assigned');
  });
});

describe('confirmIntervention', () => {
  forumTest('confirms it as it stands, once, for its own delegation', async ({ forum }) => {
    const { statement, confirm, chair, guatemala } = await afterTheMeeting(forum);
    await expect(confirm(chair)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(confirm(undefined, { delegation: guatemala })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(confirm(undefined, { revision: 2 })).rejects.toMatchObject({ code: 'correction.revised_meanwhile' });
    await confirm();
    expect(await words(forum, statement)).toMatchObject({ state: 'confirmed', revisions: 1 });
    await expect(confirm()).rejects.toMatchObject({ code: 'correction.confirmed_already' });
    const row = await forum.db.selectFrom('correction').select(['id', 'body', 'late']).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ body: null, late: false });
  });

  forumTest('of what is off the record there is nothing to confirm', async ({ forum }) => {
    const { statement, confirm, ask, chair, delegate } = await afterTheMeeting(forum);
    await perform(forum, chair, setOnRecord, { statement, onRecord: false, reason: 'Asked.' });
    await expect(confirm()).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(delegate)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('askCorrection and decideCorrection', () => {
  forumTest(
    'accepted, it is a new revision in the words of the delegation; the earlier one stays',
    async ({ forum }) => {
      const { statement, ask, decide, delegate, rapporteur } = await afterTheMeeting(forum);
      const { id } = await ask(delegate);
      await decide(id, 'accepted', 'As it was said.');
      expect(await words(forum, statement)).toEqual({ body: 'Kenya opposed a complete separation.', state: 'confirmed', revisions: 2 }); // prettier-ignore
      const revisions = await forum.db.selectFrom('statement_revision').select(['body', 'by_id']).orderBy('revision').execute(); // prettier-ignore
      expect(revisions).toEqual([
        { body: 'Kenya opposed a separation of files.', by_id: null },
        { body: 'Kenya opposed a complete separation.', by_id: delegate.personId },
      ]);
      expect(await forum.db.selectFrom('correction').select(['decision', 'words', 'decided_by', 'late']).executeTakeFirst()).toEqual({ decision: 'accepted', words: 'As it was said.', decided_by: rapporteur.personId, late: false }); // prettier-ignore
      const lines = await forum.db.selectFrom('record_line').select(['kind', 'audience']).where('subject_id', '=', statement).orderBy('sequence').execute(); // prettier-ignore
      expect(lines.slice(1)).toEqual([
        { kind: 'correction.asked', audience: 'desk' },
        { kind: 'correction.accepted', audience: 'public' },
      ]);
    },
  );

  forumTest('declined, it says why, and another can be asked; late ones are marked', async ({ forum }) => {
    const { statement, ask, decide, delegate } = await afterTheMeeting(forum);
    const { id } = await ask(delegate);
    await expect(ask(delegate)).rejects.toMatchObject({ code: 'correction.asked_already' });
    await expect(decide(id, 'declined')).rejects.toMatchObject({ code: 'correction.words_missing' });
    await decide(id, 'declined', 'The recording says otherwise.');
    await expect(decide(id, 'accepted')).rejects.toMatchObject({ code: 'correction.decided_already' });
    expect(await words(forum, statement)).toMatchObject({ state: 'noted', revisions: 1 });
    const late = await ask(delegate, {}, forumIn(forum.db, new Date('2026-06-06T12:00:00Z')));
    const row = await forum.db.selectFrom('correction').select('late').where('id', '=', late.id).executeTakeFirst();
    expect(row).toEqual({ late: true });
  });

  forumTest('is refused for the same words, to others, and where the record moved on', async ({ forum }) => {
    const { statement, ask, decide, confirm, delegate, chair } = await afterTheMeeting(forum);
    await expect(ask(chair)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(delegate, { body: 'Kenya opposed a separation of files.' })).rejects.toMatchObject({ code: 'correction.same_words' }); // prettier-ignore
    await expect(ask(delegate, { body: '' })).rejects.toMatchObject({ fields: { body: 'statement.body_missing' } });
    const { id } = await ask(delegate);
    await expect(decide(id, 'accepted', '', delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await forum.db.insertInto('statement_revision').values({ statement_id: statement, revision: 2, language: 'en', body: 'Moved on.', at: forum.now() }).execute(); // prettier-ignore
    await forum.db.updateTable('statement').set({ revisions: 2 }).where('id', '=', statement).execute();
    await expect(decide(id, 'accepted')).rejects.toMatchObject({ code: 'correction.revised_meanwhile' });
    await confirm(delegate, { revision: 2 });
    const confirmed = await forum.db.selectFrom('correction').select('id').where('body', 'is', null).executeTakeFirstOrThrow(); // prettier-ignore
    await expect(decide(confirmed.id, 'declined', 'x')).rejects.toMatchObject({ code: 'correction.nothing_asked' });
    await forum.db.updateTable('statement').set({ state: 'withheld' }).where('id', '=', statement).execute();
    await expect(ask(delegate, { revision: 2 })).rejects.toMatchObject({ code: 'correction.not_open' });
  });
});
