import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole, openAccount } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { receiptCalled, roundtablesIn, statementNumbered } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { askErasure, carryOutErasure, declineErasure } from './acts.ts';
import { countErasureRequests, erasureCalled, erasurePreview, erasureRequests, peopleCalled } from './queries.ts';

const body = 'The clinic at Kiln Road opened first, and nobody told us.';
const verifiedHow = 'Answered from the address of the account.';

async function peopledForum(forum: Forum) {
  const small = await smallForum(forum);
  const { edition } = small;
  const person = small.delegate.personId!;
  await perform(forum, program, openAccount, {
    edition,
    person,
    email: 'wanjiru@kenya.example',
    password: 'a long sentence',
  });
  const { id: keller } = await perform(forum, program, admitPerson, { edition, name: 'Jonas Keller' });
  await perform(forum, program, assignRole, { edition, kind: 'support_unit', person: keller });
  const said = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body });
  return { ...small, person, unit: await viewerOf(forum.db, keller), said };
}

/** Everything in the database, as text. */
async function everything({ db }: Forum): Promise<string> {
  const { rows } = await sql<{
    all: string;
  }>`select string_agg(query_to_xml(format('select * from %I', table_name), true,
    false, '')::text, '') as all from information_schema.tables where table_schema = 'public'
    and table_type = 'BASE TABLE'`.execute(db);
  return rows[0]!.all;
}

describe('carryOutErasure', () => {
  forumTest('leaves no trace of the name, and keeps the words and the line', async ({ forum }) => {
    const { edition, person, unit, said } = await peopledForum(forum);
    expect(await everything(forum)).toContain('Wanjiru Kamau');
    const before = await forum.db.selectFrom('record_line').select('sequence').execute();
    await perform(forum, unit, carryOutErasure, { edition, person, verifiedHow });
    const all = await everything(forum);
    for (const trace of ['Wanjiru', 'wanjiru@kenya.example']) expect(all).not.toContain(trace);
    expect(all).toContain('Kiln Road');
    const lines = await forum.db.selectFrom('record_line').selectAll().orderBy('sequence').execute();
    expect(lines).toHaveLength(before.length + 1);
    expect(lines.at(-1)).toMatchObject({ kind: 'erasure.carried_out', subject_id: person, audience: 'public' });
    const payloads = await forum.db.selectFrom('record_payload').select('sequence').execute();
    expect(payloads.length).toBeLessThan(lines.length);
    expect((await receiptCalled(forum.db, said.receipt))!).toMatchObject({ holds: true, statement: { body } });
    const statement = await forum.db.selectFrom('statement').selectAll().executeTakeFirstOrThrow();
    expect(statement).toMatchObject({ author_id: person, erased_at: null });
  });

  forumTest('takes the words too where that was asked; number and commitment stay', async ({ forum }) => {
    const { edition, person, unit, said, chair } = await peopledForum(forum);
    await perform(forum, unit, carryOutErasure, { edition, person, verifiedHow, withWords: true });
    expect(await everything(forum)).not.toContain('Kiln Road');
    const [roundtable] = await roundtablesIn(forum.db, edition);
    for (const viewer of [visitor, chair])
      expect(await statementNumbered(forum.db, viewer, roundtable!, 1)).toMatchObject({ body: null, isErased: true });
    const receipt = (await receiptCalled(forum.db, said.receipt))!;
    expect(receipt).toMatchObject({ holds: null, salt: null, statement: { body: null } });
    expect(receipt.commitment).toMatch(/^[0-9a-f]{64}$/);
  });

  forumTest('of a guest takes what stands under one statement', async ({ forum }) => {
    const { edition, roundtable, unit } = await peopledForum(forum);
    const guest = await perform(forum, visitor, submitComment, {
      roundtable,
      body: 'Night buses.',
      name: 'Ada Kimani',
      email: 'ada@lake.example',
    });
    const statement = guest.id;
    const asked = { edition, receipt: guest.receipt, name: 'Ada Kimani', email: 'ada@lake.example', withWords: true };
    const { id: request } = await perform(forum, visitor, askErasure, asked);
    await perform(forum, unit, carryOutErasure, { edition, statement, request, verifiedHow, withWords: true });
    const all = await everything(forum);
    for (const trace of ['Ada Kimani', 'ada@lake.example', 'Night buses']) expect(all).not.toContain(trace);
    expect(all).toContain('Wanjiru Kamau');
  });

  forumTest('does what the preview said, and the account tells it', async ({ forum }) => {
    const { edition, person, unit } = await peopledForum(forum);
    const whose = { person, statement: null, request: null };
    const preview = (await erasurePreview(forum.db, unit, edition, whose))!;
    expect(preview).toMatchObject({ name: 'Wanjiru Kamau', without: { erased: { person: 1, login: 1 } } });
    expect(preview.without.erased).not.toHaveProperty('statement_revision');
    expect(preview.withWords.erased).toMatchObject({ statement_revision: 1, receipt: 1 });
    const { id } = await perform(forum, unit, carryOutErasure, { edition, person, verifiedHow, withWords: true });
    const account = (await erasureCalled(forum.db, unit, edition, id))!;
    const { erased, kept, payloads } = preview.withWords;
    expect(account).toMatchObject({ erased, kept, payloads, verified_how: verifiedHow, by: 'Jonas Keller' });
    expect(await peopleCalled(forum.db, edition, 'wanjiru')).toEqual([]);
  });

  forumTest(
    'is the support unit’s, of one person of the edition, once, and says how it was verified',
    async ({ forum }) => {
      const { edition, person, unit, chair, delegate, said } = await peopledForum(forum);
      const erase = (viewer: typeof unit, given: object = {}) =>
        perform(forum, viewer, carryOutErasure, { edition, person, verifiedHow, ...given });
      for (const viewer of [chair, delegate, visitor])
        await expect(erase(viewer)).rejects.toMatchObject({ code: 'act.not_yours' });
      await expect(erase(unit, { verifiedHow: ' ' })).rejects.toMatchObject({
        fields: { verifiedHow: 'erasure.verified_missing' },
      });
      await expect(erase(unit, { person: null })).rejects.toMatchObject({ code: 'erasure.of_whom' });
      await expect(erase(unit, { statement: said.id })).rejects.toMatchObject({ code: 'erasure.of_whom' });
      await expect(erase(unit, { person: null, statement: said.id })).rejects.toMatchObject({ name: 'NotFound' });
      await expect(erase(unit, { person: crypto.randomUUID() })).rejects.toMatchObject({ name: 'NotFound' });
      await expect(erase(unit, { request: crypto.randomUUID() })).rejects.toMatchObject({ name: 'NotFound' });
      await erase(unit);
      await expect(erase(unit)).rejects.toMatchObject({ code: 'erasure.done_already' });
      await erase(unit, { withWords: true });
      await expect(erase(unit, { withWords: true })).rejects.toMatchObject({ code: 'erasure.done_already' });
    },
  );
});

describe('askErasure and declineErasure', () => {
  forumTest('a request stands at the support unit’s desk until it is answered, once', async ({ forum }) => {
    const { edition, delegate, unit, chair } = await peopledForum(forum);
    const { id: request } = await perform(forum, delegate, askErasure, { edition, words: 'I leave.' });
    expect(await countErasureRequests(forum.db, unit, edition)).toBe(1);
    expect(await erasureRequests(forum.db, chair, edition)).toEqual([]);
    const decline = (viewer: typeof unit, answer: string) =>
      perform(forum, viewer, declineErasure, { edition, request, answer });
    await expect(decline(chair, 'No.')).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(decline(unit, ' ')).rejects.toMatchObject({ fields: { answer: 'erasure.answer_missing' } });
    await decline(unit, 'We could not make sure that it was you.');
    expect(await erasureRequests(forum.db, unit, edition)).toMatchObject([{ state: 'declined' }]);
    await expect(decline(unit, 'Again.')).rejects.toMatchObject({ code: 'erasure.answered_already' });
    const lines = await forum.db.selectFrom('record_line').selectAll().where('subject_id', '=', request).execute();
    expect(lines).toMatchObject([
      { kind: 'erasure.asked', audience: 'desk' },
      { kind: 'erasure.declined', audience: 'desk' },
    ]);
  });

  forumTest(
    'is refused to nobody in particular, with a wrong address or somebody else’s receipt',
    async ({ forum }) => {
      const { edition, said } = await peopledForum(forum);
      const ask = (given: object) => perform(forum, visitor, askErasure, { edition, ...given });
      await expect(ask({})).rejects.toMatchObject({ code: 'erasure.who_asks' });
      await expect(ask({ email: 'not an address' })).rejects.toMatchObject({ fields: { email: 'people.email_wrong' } });
      await expect(ask({ receipt: said.receipt })).rejects.toMatchObject({ code: 'erasure.receipt_unknown' });
      const words = 'x'.repeat(2001);
      await expect(ask({ email: 'a@b.example', words })).rejects.toMatchObject({
        fields: { words: 'erasure.words_too_long' },
      });
    },
  );
});
