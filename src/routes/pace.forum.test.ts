import { expect } from 'vitest';
import { Refusal } from '#record/refusals.ts';
import { visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { atPace, paces } from './pace.ts';

forumTest('so much of one network, so much of one account, and no refused attempt is counted', async ({ forum }) => {
  const asking = (address: string, personId: string | null = null) => ({
    locals: { forum, viewer: { ...visitor, personId }, language: 'en' } as App.Locals,
    getClientAddress: () => address,
    request: new Request('http://forum.example/'),
    url: new URL('http://forum.example/'),
  });
  const ask = (from: ReturnType<typeof asking>) => atPace(from, ['erasure'], async () => 'asked');
  const { network, account } = paces.erasure;
  const refused = async () => {
    throw new Refusal('erasure.who_asks');
  };
  for (let n = 0; n < 20; n++)
    await expect(atPace(asking('10.0.0.7'), ['erasure'], refused)).rejects.toMatchObject({ code: 'erasure.who_asks' });
  for (let n = 0; n < network.most; n++) expect(await ask(asking('10.0.0.7'))).toBe('asked');
  await expect(ask(asking('10.0.0.7'))).rejects.toMatchObject({ code: 'pace.erasures', values: { minutes: 60 } });
  expect(await ask(asking('10.0.0.8'))).toBe('asked');
  for (let n = 0; n < account.most; n++) expect(await ask(asking('10.0.0.7', 'someone'))).toBe('asked');
  await expect(ask(asking('10.0.0.9', 'someone'))).rejects.toMatchObject({ code: 'pace.erasures' });
});

forumTest('several paces are kept together, and where one is used up none is spent', async ({ forum }) => {
  const from = {
    locals: { forum, viewer: visitor, language: 'en' } as App.Locals,
    getClientAddress: () => '10.0.0.7',
    request: new Request('http://forum.example/'),
    url: new URL('http://forum.example/'),
  };
  for (let n = 0; n < paces.files.network.most; n++) await atPace(from, ['comment', 'files'], async () => n);
  await expect(atPace(from, ['comment', 'files'], async () => 0)).rejects.toMatchObject({ code: 'pace.files' });
  const left = paces.comment.network.most - paces.files.network.most;
  for (let n = 0; n < left; n++) await atPace(from, ['comment'], async () => n);
  await expect(atPace(from, ['comment'], async () => 0)).rejects.toMatchObject({ code: 'pace.comments' });
});
