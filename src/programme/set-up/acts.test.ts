import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { setUpForum } from './acts.ts';
import { proveSetUpCode, setUpCode } from './code.ts';

const forumOf = {
  name: 'Foro del Río 2027',
  shortName: 'Río 2027',
  place: 'Puerto Aliso',
  timeZone: 'America/Lima',
  startsOn: '2027-03-02',
  endsOn: '2027-03-04',
  languages: ['es', 'en'],
  person: 'Ana Quispe',
  email: 'ana@foro.example',
  password: 'a sentence to keep',
};

describe('setUpForum', () => {
  forumTest('opens the edition and the account of its Chair’s office', async ({ forum }) => {
    const { edition, slug } = await perform(forum, program, setUpForum, forumOf);
    expect(slug).toBe('rio-2027');
    const login = await forum.db.selectFrom('login').selectAll().executeTakeFirstOrThrow();
    expect(login).toMatchObject({ email: 'ana@foro.example', email_verified: true, demo: false });
    const { roles } = await viewerOf(forum.db, login.person_id);
    expect(roles).toEqual([{ kind: 'chairs_office', editionId: edition, roundtableId: null }]);
    const kinds = await forum.db.selectFrom('record_line').select('kind').orderBy('sequence').execute();
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'edition.opened',
      'person.admitted',
      'role.assigned',
      'account.opened',
      'forum.set_up',
    ]);
  });

  forumTest('is refused a second time, to a visitor, and for what cannot be', async ({ forum }) => {
    const set = (change: object, as = program) => perform(forum, as, setUpForum, { ...forumOf, ...change });
    await expect(set({}, visitor)).rejects.toMatchObject({ code: 'set_up.needs_code' });
    await expect(set({ endsOn: '2027-03-01' })).rejects.toMatchObject({ code: 'set_up.ends_before' });
    await expect(set({ startsOn: null })).rejects.toMatchObject({ code: 'set_up.start_missing' });
    await expect(set({ shortName: 'Ж', name: 'Форум' })).rejects.toMatchObject({ code: 'set_up.no_address' });
    await expect(set({ password: 'short' })).rejects.toMatchObject({ fields: { password: 'people.password_short' } });
    await expect(set({ timeZone: 'Mars/Base' })).rejects.toMatchObject({ fields: { timeZone: 'edition.time_zone_unknown' } }); // prettier-ignore
    await expect(set({ shortName: 'Sign in' })).rejects.toMatchObject({ code: 'edition.address_reserved' });
    await set({});
    await expect(set({ shortName: 'Another' })).rejects.toMatchObject({ code: 'set_up.done_already' });
  });
});

describe('the set-up code', () => {
  forumTest('opens once, however it is typed, and never the same again', async ({ forum }) => {
    const code = (await setUpCode(forum))!;
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await setUpCode(forum)).toBe(code);
    await proveSetUpCode(forum, code.toLowerCase().replaceAll('-', ' '));
    await perform(forum, program, setUpForum, forumOf);
    expect(await setUpCode(forum)).toBeNull();
    await expect(proveSetUpCode(forum, code)).rejects.toMatchObject({ code: 'set_up.done_already' });
    await forum.db.deleteFrom('role').execute();
    await expect(proveSetUpCode(forum, code)).rejects.toMatchObject({ code: 'set_up.code_wrong' });
  });

  forumTest('cannot be guessed at for long', async ({ forum }) => {
    for (let n = 0; n < 20; n++)
      await expect(proveSetUpCode(forum, `guess ${n}`)).rejects.toMatchObject({ code: 'set_up.code_wrong' });
    const code = (await setUpCode(forum))!;
    const wait = { code: 'set_up.wait', values: { minutes: 60 } };
    await expect(proveSetUpCode(forum, code)).rejects.toMatchObject(wait);
    const later = { ...forum, now: () => new Date(forum.now().getTime() + 61 * 60_000) };
    await expect(proveSetUpCode(later, code)).resolves.toBeUndefined();
  });
});
