import { describe, expect } from 'vitest';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { giveRuling } from '#statements/rulings/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { entry, linesOf, smallPractice } from '#test/small-practice.ts';
import {
  consentToPractice,
  offerPractice,
  passOverPassage,
  publishPractice,
  revisePractice,
  spotPractice,
  withdrawPractice,
} from './acts.ts';
import { askForContact } from './contacts/acts.ts';
import {
  illustrationOf,
  practiceCalled,
  practicesByRoundtable,
  practicesIn,
  practicesWith,
  searchPractices,
} from './queries.ts';

const told = 'In Nairobi we opened a night desk in the bus station. It costs little.';
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('offerPractice', () => {
  forumTest('by a delegate carries consent and waits to be read', async ({ forum }) => {
    const { edition, delegate, kenya } = await smallForum(forum);
    const { id } = await perform(forum, delegate, offerPractice, { edition, ...entry });
    const row = await forum.db.selectFrom('practice').selectAll().where('id', '=', id).executeTakeFirst();
    expect(row).toMatchObject({
      state: 'consented',
      slug: 'the-night-desk',
      delegation_id: kenya,
      holder_id: delegate.personId,
      countries: ['KEN', 'UGA'],
      themes: ['first services'],
      contact_email: 'desk@example.org',
    });
    expect(await linesOf(forum, id)).toEqual(['practice.offered author']);
    expect(await practicesIn(forum.db, visitor, edition, { all: true })).toEqual([]);
    expect(await practiceCalled(forum.db, visitor, edition, 'the-night-desk')).toBeUndefined();
    expect(await practiceCalled(forum.db, delegate, edition, 'the-night-desk')).toMatchObject({
      isMine: true,
      partners: [
        { name: 'Kenya', delegation: { slug: 'kenya' } },
        { name: 'Bus drivers’ guild', delegation: null },
      ],
      contact: { email: 'desk@example.org' },
    });
  });

  forumTest('gives a second practice of the same title another address', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    for (const title of ['New', 'New', 'Ночной стол'])
      await perform(forum, delegate, offerPractice, { edition, ...entry, title });
    const slugs = await forum.db.selectFrom('practice').select('slug').orderBy('slug').execute();
    expect(slugs.map(({ slug }) => slug)).toEqual(['new-2', 'new-3', 'practice']);
  });

  forumTest('is refused to nobody in particular, and when it is nowhere or unclear', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    const offer = (viewer: typeof visitor, given: object = {}) =>
      perform(forum, viewer, offerPractice, { edition, ...entry, ...given });
    await expect(offer(visitor)).rejects.toMatchObject({ code: 'practice.not_identified' });
    await expect(offer(delegate, { countries: [] })).rejects.toMatchObject({ code: 'practice.nowhere' });
    await expect(offer(delegate, { countries: ['Atlantis'] })).rejects.toMatchObject({
      code: 'practice.country_unknown',
      values: { name: 'Atlantis' },
    });
    await expect(offer(delegate, { title: ' ' })).rejects.toMatchObject({
      fields: { title: 'practice.title_missing' },
    });
    await expect(offer(delegate, { contactEmail: 'nobody' })).rejects.toMatchObject({
      fields: { contactEmail: 'people.email_wrong' },
    });
    await expect(offer(delegate, { delegation: edition })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(offer(delegate, { edition: delegate.personId })).rejects.toMatchObject({ name: 'NotFound' });
  });

  forumTest('takes a passage of one’s own statement, exactly', async ({ forum }) => {
    const { edition, roundtable, delegate, chair } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body: told });
    const quotation = 'we opened a night desk';
    const offer = (viewer: typeof chair, words: string) =>
      perform(forum, viewer, offerPractice, { edition, ...entry, source: { statement, quotation: words } });
    await expect(offer(delegate, 'we opened a day desk')).rejects.toMatchObject({ code: 'practice.not_in_statement' });
    await expect(offer(chair, quotation)).rejects.toMatchObject({ code: 'practice.not_your_words' });
    const { id: practice } = await offer(delegate, quotation);
    await perform(forum, chair, publishPractice, { practice });
    const [shown] = await practicesIn(forum.db, visitor, edition);
    expect(shown).toMatchObject({ source: { number: 1, quotation }, contact: null, isMine: false });
    expect(await practicesByRoundtable(forum.db, edition)).toEqual(new Map([[roundtable, 1]]));
    await perform(forum, delegate, withdrawStatement, { statement });
    expect((await practicesIn(forum.db, visitor, edition))[0]).toMatchObject({ source: { quotation: null } });
    expect(await practicesByRoundtable(forum.db, edition)).toEqual(new Map());
  });

  forumTest('takes a picture for what its bytes are', async ({ forum }) => {
    const { edition, delegate, chair } = await smallForum(forum);
    const offer = (bytes: string, shows = 'A desk at night') =>
      perform(forum, delegate, offerPractice, { edition, ...entry, illustration: { bytes, shows } });
    await expect(offer(Buffer.from('<svg onload=x>').toString('base64'))).rejects.toMatchObject({
      code: 'practice.picture_wrong',
    });
    await expect(offer(onePixel, '')).rejects.toMatchObject({
      fields: { 'illustration.shows': 'practice.picture_unsaid' },
    });
    const { id: practice } = await offer(onePixel);
    expect(await illustrationOf(forum.db, visitor, edition, 'the-night-desk')).toBeUndefined();
    await perform(forum, chair, publishPractice, { practice });
    expect(await illustrationOf(forum.db, visitor, edition, 'the-night-desk')).toMatchObject({ type: 'png' });
    const { payload } = await forum.db
      .selectFrom('record_payload')
      .innerJoin('record_line', 'record_line.sequence', 'record_payload.sequence')
      .select('payload')
      .where('kind', '=', 'practice.offered')
      .executeTakeFirstOrThrow();
    expect(payload).toContain('"sha256"');
    expect(payload).not.toContain('"bytes"');
  });
});

describe('spotPractice', () => {
  forumTest('asks whoever said it, and nobody sees it until they consent', async ({ forum }) => {
    const { edition, roundtable, delegate, chair } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body: told });
    const spot = { ...entry, statement, quotation: told };
    await expect(perform(forum, delegate, spotPractice, spot)).rejects.toMatchObject({ code: 'act.not_yours' });
    const { id: practice } = await perform(forum, chair, spotPractice, spot);
    expect(await linesOf(forum, practice)).toEqual(['practice.spotted desk']);
    await expect(perform(forum, chair, publishPractice, { practice })).rejects.toMatchObject({
      code: 'practice.cannot_move',
    });
    await expect(perform(forum, visitor, consentToPractice, { practice })).rejects.toMatchObject({ name: 'NotFound' });
    await perform(forum, delegate, consentToPractice, { practice });
    await expect(perform(forum, delegate, publishPractice, { practice })).rejects.toMatchObject({
      code: 'act.not_yours',
    });
    await perform(forum, chair, publishPractice, { practice });
    expect(await practicesIn(forum.db, visitor, edition)).toHaveLength(1);
    expect(await linesOf(forum, practice)).toContain('practice.published public');
  });

  forumTest('leaves out what nobody may read', async ({ forum }) => {
    const { roundtable, delegate, chair } = await smallForum(forum);
    const spot = (statement: string) => perform(forum, chair, spotPractice, { ...entry, statement, quotation: told });
    const off = await perform(forum, program, enterStatement, { roundtable, kind: 'remark', body: told, onRecord: false, speakers: [] }); // prettier-ignore
    await expect(spot(off.id)).rejects.toMatchObject({ code: 'practice.off_the_record' });
    const held = await perform(forum, visitor, submitComment, { roundtable, body: told });
    await expect(spot(held.id)).rejects.toMatchObject({ code: 'practice.words_held' });
    const out = await perform(forum, delegate, submitComment, { roundtable, body: told });
    await perform(forum, chair, giveRuling, {
      statement: out.id,
      decision: 'not_relevant',
      reason: 'A',
      words: 'No question.',
    });
    await expect(spot(out.id)).rejects.toMatchObject({ code: 'practice.not_retained' });
    const gone = await perform(forum, delegate, submitComment, { roundtable, body: told });
    await perform(forum, delegate, withdrawStatement, { statement: gone.id });
    await expect(spot(gone.id)).rejects.toMatchObject({ code: 'practice.words_withdrawn' });
  });

  forumTest('from the floor is the delegation’s to consent to, or entered with how it was given', async ({ forum }) => {
    const { roundtable, delegate, chair, kenya } = await smallForum(forum);
    const speakers = [{ delegation: kenya, name: 'Wanjiru Kamau' }];
    const said = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: told, speakers }); // prettier-ignore
    const spot = () => perform(forum, chair, spotPractice, { ...entry, statement: said.id, quotation: told });
    const [first, second] = [await spot(), await spot()];
    await perform(forum, delegate, consentToPractice, { practice: first.id });
    await expect(perform(forum, chair, consentToPractice, { practice: second.id })).rejects.toMatchObject({
      code: 'practice.consent_unsaid',
    });
    await perform(forum, chair, consentToPractice, { practice: second.id, how: 'By letter of 3 May.' });
    await expect(perform(forum, chair, consentToPractice, { practice: second.id, how: 'x' })).rejects.toMatchObject({
      code: 'practice.cannot_move',
    });
  });

  forumTest('hides its source where speakers are not named', async ({ forum }) => {
    const { edition, kenya, chair } = await smallForum(forum);
    const closed = await perform(forum, program, createRoundtable, { edition, number: '9', title: 'Closed', attribution: 'not_attributed' }); // prettier-ignore
    const speakers = [{ delegation: kenya, name: 'Wanjiru Kamau' }];
    const said = await perform(forum, program, enterStatement, { roundtable: closed.id, kind: 'intervention', body: told, speakers }); // prettier-ignore
    const { id: practice } = await perform(forum, chair, spotPractice, {
      ...entry,
      statement: said.id,
      quotation: told,
    });
    await perform(forum, chair, consentToPractice, { practice, how: 'In writing.' });
    await perform(forum, chair, publishPractice, { practice });
    expect((await practicesIn(forum.db, visitor, edition))[0]!.source).toBeNull();
    expect((await practicesIn(forum.db, chair, edition))[0]!.source).toMatchObject({ number: 1 });
    expect(await practicesByRoundtable(forum.db, edition)).toEqual(new Map());
  });
});

describe('a published practice', () => {
  forumTest('is found by country, theme and partner', async ({ forum }) => {
    const { edition } = await smallPractice(forum);
    const found = async (narrowing: object) => (await practicesIn(forum.db, visitor, edition, narrowing)).length;
    expect(await found({ country: 'UGA', theme: 'First Services', partner: 'kenya' })).toBe(1);
    expect(await found({ partner: 'Bus drivers’ guild' })).toBe(1);
    expect(await found({ country: 'PER' })).toBe(0);
    const searched = async (words: string) => (await searchPractices(forum.db, visitor, edition, words)).length;
    expect([await searched('stations midnight'), await searched('morning')]).toEqual([1, 0]);
    expect(await practicesWith(forum.db, visitor, edition, 'kenya')).toMatchObject([{ part: 'promotes' }]);
  });

  forumTest('is corrected by its holder against the version they read', async ({ forum }) => {
    const { practice, delegate, amina } = await smallPractice(forum);
    const better = { practice, basedOn: 1, ...entry, title: 'The desk at night' };
    expect(await perform(forum, delegate, revisePractice, better)).toEqual({ version: 2 });
    await expect(perform(forum, delegate, revisePractice, better)).rejects.toMatchObject({
      code: 'practice.revised_meanwhile',
    });
    await expect(perform(forum, amina, revisePractice, better)).rejects.toMatchObject({ name: 'NotFound' });
  });

  forumTest('is withdrawn by its holder, once and for all', async ({ forum }) => {
    const { practice, edition, delegate, amina } = await smallPractice(forum);
    await expect(perform(forum, amina, withdrawPractice, { practice })).rejects.toMatchObject({ name: 'NotFound' });
    await perform(forum, delegate, withdrawPractice, { practice });
    expect(await practicesIn(forum.db, visitor, edition, { all: true })).toEqual([]);
    await expect(perform(forum, delegate, withdrawPractice, { practice })).rejects.toMatchObject({
      code: 'practice.cannot_move',
    });
    await expect(perform(forum, delegate, revisePractice, { practice, basedOn: 1, ...entry })).rejects.toMatchObject({
      code: 'practice.withdrawn',
    });
    await expect(perform(forum, amina, askForContact, { practice, kind: 'does_too' })).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});

forumTest('passOverPassage takes a suggestion off the list, once', async ({ forum }) => {
  const { roundtable, delegate, chair } = await smallForum(forum);
  const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body: told });
  const point = forum.newId();
  await forum.db.insertInto('point').values({ id: point, statement_id: statement, revision: 1, position: 1, sentence_start: 0, sentence_end: 9, message_start: 0, message_end: 9, message: 'In Nairob', verb: 'opened', act: 'stated', polarity: 1, attribution: 'direct', confidence: 1, found_by: 'test', state: 'proposed' }).execute(); // prettier-ignore
  await expect(perform(forum, delegate, passOverPassage, { point })).rejects.toMatchObject({ code: 'act.not_yours' });
  await perform(forum, chair, passOverPassage, { point });
  await perform(forum, chair, passOverPassage, { point });
  expect(await linesOf(forum, statement)).toContain('practice.passed_over desk');
  expect(await forum.db.selectFrom('practice_passed_over').select('point_id').execute()).toHaveLength(1);
});
