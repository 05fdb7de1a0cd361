import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { atTheDesk } from '#test/at-the-desk.ts';
import { forumTest } from '#test/forum.ts';
import { joinParagraphs, moveParagraph, splitParagraph } from './acts.ts';

describe('a paragraph', () => {
  forumTest('is split, joined and moved; sentences keep their ids, and all is numbered anew', async ({ forum }) => {
    const { first, second, third, paragraph, headed, texts, lastLine, checkAll } = await atTheDesk(forum);
    const { id } = await paragraph(1);
    const split = (before: string) => perform(forum, program, splitParagraph, { paragraph: id, basedOn: 1, before });
    await expect(split(first)).rejects.toMatchObject({ code: 'paragraph.nothing_before' });
    const own = await split(second);
    await checkAll();
    expect(await lastLine()).toMatchObject({ kind: 'paragraph.split', subject_id: id });
    expect((await texts()).slice(1)).toEqual([['It ended.'], ['Wells matter.'], ['None left.']]);
    const after = async (heading: string) => (await headed(heading)).id;
    const move = (paragraph: string, after: string) => perform(forum, program, moveParagraph, { paragraph, basedOn: 1, after }); // prettier-ignore
    await expect(move(own.id, own.id)).rejects.toMatchObject({ code: 'paragraph.after_itself' });
    await expect(move(await after('Overall'), own.id)).rejects.toMatchObject({ code: 'paragraph.is_heading' });
    await move(own.id, await after('Overall'));
    await checkAll();
    expect(await lastLine()).toMatchObject({ kind: 'paragraph.moved', subject_id: own.id });
    expect((await texts()).slice(1)).toEqual([['Wells matter.'], ['It ended.'], ['None left.']]);
    expect(await paragraph(3)).toMatchObject({ section: 'overall', sentences: [{ id: second }] });
    const join = async (number: number, basedOn: number) =>
      perform(forum, program, joinParagraphs, { paragraph: (await paragraph(number)).id, basedOn, nextBasedOn: 1 });
    await expect(join(2, 1)).rejects.toMatchObject({ code: 'paragraph.nothing_after' });
    await join(1, 2);
    await checkAll();
    expect(await lastLine()).toMatchObject({ kind: 'paragraph.joined', subject_id: id });
    expect((await paragraph(1)).sentences.map((one) => one.id)).toEqual([first, third]);
  });
});
