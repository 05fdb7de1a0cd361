import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { z } from 'zod';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { aTurn, atTheMeeting } from '#test/meeting.ts';
import { addVersion, fileWritten, liftEmbargo, placeWritten } from './acts.ts';

type Filed = Partial<z.input<typeof fileWritten.input>>;

async function atTheDesk(forum: Forum) {
  const meeting = await atTheMeeting(forum);
  const { roundtable, kenya, edition } = meeting;
  const place = { id: roundtable, edition_id: edition, attribution: 'attributed' };
  const file = (who: Viewer, input: Filed = {}) =>
    perform(forum, who, fileWritten, { roundtable, delegation: kenya, language: 'en', body: 'Nobody is turned away.', ...input }); // prettier-ignore
  const seen = async (viewer: Viewer) => (await statementsOf(forum.db, viewer, place)).map(({ body }) => body);
  return { ...meeting, place, file, seen };
}

describe('fileWritten', () => {
  forumTest('files a text to the turn of its delegation, with its versions, files and person', async ({ forum }) => {
    const { file, delegate, turn, roundtable, kenya, place } = await atTheDesk(forum);
    const next = await aTurn(forum, { roundtable, delegation: kenya, from: -1, to: null });
    const attachments = [{ name: 'text.txt', content: Buffer.from('Nobody is turned away.').toString('base64') }];
    const versions = [{ language: 'es', body: 'Nadie se queda fuera.' }];
    const { id, slot } = await file(delegate, { reading: 'check_against_delivery', versions, attachments });
    expect(slot).toBe(next);
    const [one] = await statementsOf(forum.db, visitor, place);
    expect(one).toMatchObject({ id, kind: 'written_statement', state: 'received', language: 'en', translation: { language: 'es', translator: 'Kenya' } }); // prettier-ignore
    expect(one!.attachments).toHaveLength(1);
    expect(one!.speakers).toMatchObject([{ person: 'Wanjiru Kamau', delegation: { name: 'Kenya' } }]);
    expect((await file(delegate, { slot: turn })).slot).toBe(turn);
    const kinds = await forum.db.selectFrom('record_line').select('kind').where('subject_id', '=', id).orderBy('sequence').execute(); // prettier-ignore
    expect(kinds.map(({ kind }) => kind)).toEqual(['written.filed', 'attachment.added', 'written.version_added']);
  });

  forumTest('waits for its delivery under an embargo: for the desk and its author only', async ({ forum }) => {
    const { file, seen, delegate, ruth, roundtable, guatemala } = await atTheDesk(forum);
    await aTurn(forum, { roundtable, delegation: guatemala, from: -1, to: null });
    const words = 'The pelican waits.';
    const embargoed = { delegation: guatemala, reading: 'verbatim', embargo: true, body: words } as const;
    const { id } = await file(ruth, { ...embargoed });
    expect(await seen(visitor)).toEqual([]);
    expect(await seen(delegate)).toEqual([]);
    expect(await seen(ruth)).toEqual([words]);
    const lines = await forum.db.selectFrom('record_line').select('audience').where('subject_id', '=', id).execute();
    expect(lines).toEqual([{ audience: 'desk' }]);
    await expect(perform(forum, delegate, liftEmbargo, { statement: id })).rejects.toMatchObject({ name: 'NotFound' });
    await perform(forum, ruth, liftEmbargo, { statement: id });
    expect(await seen(visitor)).toEqual([words]);
    await expect(perform(forum, ruth, liftEmbargo, { statement: id })).rejects.toMatchObject({ code: 'written.no_embargo' }); // prettier-ignore
  });

  forumTest('is refused to others, at the wrong time, and for what does not fit', async ({ forum }) => {
    const { file, delegate, ruth, guatemala, roundtable } = await atTheDesk(forum);
    await expect(file(visitor)).rejects.toMatchObject({ code: 'written.not_yours' });
    await expect(file(delegate, { delegation: guatemala })).rejects.toMatchObject({ code: 'written.not_yours' });
    await expect(file(delegate, { body: ' ' })).rejects.toMatchObject({ fields: { body: 'statement.body_missing' } });
    await expect(file(delegate, { body: 'x'.repeat(100_001) })).rejects.toMatchObject({ fields: { body: 'written.too_long' } }); // prettier-ignore
    await expect(file(delegate, { language: 'English' })).rejects.toMatchObject({ fields: { language: 'written.language_wrong' } }); // prettier-ignore
    await expect(file(delegate, { link: 'javascript:alert(1)' })).rejects.toMatchObject({ code: 'written.link_wrong' });
    await expect(file(delegate, { embargo: true })).rejects.toMatchObject({ code: 'written.embargo_unread' });
    await expect(file(delegate, { embargo: true, reading: 'verbatim' })).rejects.toMatchObject({ code: 'written.delivered_already' }); // prettier-ignore
    await expect(file(delegate, { slot: randomUUID() })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(file(delegate, { versions: [{ language: 'en', body: 'x' }] })).rejects.toMatchObject({ code: 'written.language_official' }); // prettier-ignore
    const film = await file(ruth, { delegation: guatemala, kind: 'presentation', mode: 'video', link: 'https://films.example/12' }); // prettier-ignore
    expect(film.slot).toBeNull();
    const state = (to: string) => forum.db.updateTable('roundtable').set({ state: to }).where('id', '=', roundtable).execute(); // prettier-ignore
    await state('draft');
    await expect(file(delegate)).rejects.toMatchObject({ code: 'written.too_early' });
    await state('record_final');
    await expect(file(delegate)).rejects.toMatchObject({ code: 'note.record_final' });
  });
});

describe('addVersion', () => {
  forumTest('is its delegation’s, once for each language', async ({ forum }) => {
    const { file, delegate, ruth } = await atTheDesk(forum);
    const { id: statement } = await file(delegate);
    const add = (who: Viewer, language: string) => perform(forum, who, addVersion, { statement, language, body: 'Nadie.' }); // prettier-ignore
    await add(delegate, 'es');
    await expect(add(delegate, 'es')).rejects.toMatchObject({ code: 'written.language_there' });
    await expect(add(delegate, 'en')).rejects.toMatchObject({ code: 'written.language_official' });
    await expect(add(visitor, 'fr')).rejects.toMatchObject({ code: 'written.not_yours' });
    await add(ruth, 'fr');
  });

  forumTest('leaves one line a statement on every page, however many versions there are', async ({ forum }) => {
    const { file, seen, delegate } = await atTheDesk(forum);
    await file(delegate, { versions: [{ language: 'es', body: 'Nadie.' }, { language: 'fr', body: 'Personne.' }] }); // prettier-ignore
    expect(await seen(visitor)).toEqual(['Nobody is turned away.']);
  });
});

describe('placeWritten', () => {
  forumTest('files a text by hand, and says how it was read', async ({ forum }) => {
    const { file, delegate, ruth, turn, guatemala } = await atTheDesk(forum);
    const { id: statement } = await file(ruth, { delegation: guatemala });
    const place = (who: Viewer, slot: string | null) => perform(forum, who, placeWritten, { statement, slot, reading: 'verbatim' }); // prettier-ignore
    await place(ruth, turn);
    const row = await forum.db.selectFrom('delivery').select(['slot_id', 'reading']).executeTakeFirst();
    expect(row).toEqual({ slot_id: turn, reading: 'verbatim' });
    await expect(place(delegate, turn)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(place(ruth, randomUUID())).rejects.toMatchObject({ name: 'NotFound' });
  });
});
