import { readFileSync } from 'node:fs';
import type { RequestEvent } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { openEdition } from '#programme/acts.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { actions, load } from './+page.server.ts';
import Page from './+page.svelte';

const golden = new URL('../../importing/golden/report.txt', import.meta.url);
const report = () => new File([readFileSync(golden)], 'work.txt');

describe('the import page', () => {
  forumTest('shows what was understood, takes corrections, and enters it', async ({ forum }) => {
    const { viewer, edition } = await supportUnit(forum);
    const read = await send(forum, viewer, 'read', { file: report(), edition: 'lake' });
    const html = await shown(forum, viewer, read);
    expect(html).toContain('A report on 2 roundtables');
    expect(html).toContain('name="by.s4" value="Kenya; Uganda"');
    expect(html).toContain('Green Harbour Network is not on any register');

    const typed = {
      document: read.document,
      'number.4.1': '4.7',
      'who.Nepal': '',
      'kind.Green Harbour Network': 'new:civil',
    };
    const again = await send(forum, viewer, 'correct', typed);
    expect(await shown(forum, viewer, again)).toMatch(/name="number.4.1"[^>]* value="4.7"/);
    await expect(send(forum, viewer, 'enter', typed)).rejects.toMatchObject({ status: 303, location: '/lake/rt/4' });
    const programme = await programmeOf(forum.db, edition);
    expect(programme.map(({ number }) => number)).toEqual(['4', '4.2', '4.7']);
  });

  forumTest('shows it once more where a number is taken, and says so', async ({ forum }) => {
    const { viewer } = await supportUnit(forum);
    const { document } = await send(forum, viewer, 'read', { file: report(), edition: 'lake' });
    await expect(send(forum, viewer, 'enter', { document })).rejects.toMatchObject({ status: 303 });
    const other = new File([`${await report().text()}\nKenya stressed wells.`], 'work.txt');
    const read = await send(forum, viewer, 'read', { file: other, edition: 'lake' });
    const again = await send(forum, viewer, 'enter', { document: read.document });
    expect(again.problem).toMatch(/^Number 4 is taken/);
    expect(await shown(forum, viewer, again)).toContain('Number 4 is taken');
  });

  forumTest('says why a file cannot be imported', async ({ forum }) => {
    const { viewer } = await supportUnit(forum);
    const refused = async (file: File, edition = 'lake') =>
      ((await send(forum, viewer, 'read', { file, edition })) as unknown as { data: { sentence: string } }).data
        .sentence;
    expect(await refused(new File([''], 'empty.txt'))).toMatch(/^The file empty.txt is empty/);
    expect(await refused(new File([new Uint8Array(21 * 1024 * 1024)], 'long.txt'))).toMatch(/larger than 20 MB/);
    expect(await refused(new File(['The river rose.'], 'story.txt'))).toMatch(/^Nothing in story.txt was recognised/);
    expect(await refused(report(), 'elsewhere')).toMatch(/^Choose one of the editions/);
    const forged = await send(forum, viewer, 'enter', { document: 'bm90IGEgZG9jdW1lbnQ=' });
    expect(forged).toMatchObject({ status: 409, data: { code: 'document.not_carried' } });
  });

  forumTest('is for the offices only', async ({ forum }) => {
    await supportUnit(forum);
    const body = { message: expect.stringMatching(/^Documents are imported by the support unit/) };
    await expect(load(eventFor(forum, visitor, {}) as never)).rejects.toMatchObject({ status: 403, body });
    await expect(send(forum, visitor, 'read', { file: report(), edition: 'lake' })).rejects.toMatchObject({
      status: 403,
    });
  });
});

async function supportUnit(forum: Forum): Promise<{ viewer: Viewer; edition: string }> {
  const { id: edition } = await perform(forum, program, openEdition, { slug: 'lake', name: 'Lake', shortName: 'Lake' });
  const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Ana' });
  await perform(forum, program, assignRole, { edition, kind: 'support_unit', person });
  return { viewer: await viewerOf(forum.db, person), edition };
}

type Shown = Awaited<ReturnType<(typeof actions)['read']>> & { document: string; problem: string | null };

function send(forum: Forum, viewer: Viewer, step: 'read' | 'correct' | 'enter', fields: Record<string, string | File>) {
  return actions[step]!(eventFor(forum, viewer, fields) as never) as Promise<Shown>;
}

async function shown(forum: Forum, viewer: Viewer, form: Shown): Promise<string> {
  const data = await load(eventFor(forum, viewer, {}) as never);
  return render(Page, { props: { data, form, params: {} } as never }).body;
}

function eventFor(forum: Forum, viewer: Viewer, fields: Record<string, string | File>): Partial<RequestEvent> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const request = new Request('http://localhost/import', { method: 'POST', body });
  return { locals: { forum, viewer, language: 'en' } as App.Locals, request };
}
