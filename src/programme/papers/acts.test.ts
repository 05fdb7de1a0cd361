import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { addPaper, circulatePaper, endorsePaper, revisePaper } from './acts.ts';
import { paperCalled, papersOf, paragraphToComment } from './queries.ts';

const text =
  '# What is known\n\n1. Most people who cross a border stop first in a town.\n\n2. The first counter decides.';

async function withPaper(forum: Forum) {
  const small = await smallForum(forum);
  const paper = { roundtable: small.roundtable, kind: 'concept_note', title: 'A first note', slug: 'first-note', language: 'en', text } as const; // prettier-ignore
  const { id } = await perform(forum, small.chair, addPaper, paper);
  return { ...small, paper, id, place: { id: small.roundtable, edition_id: small.edition } };
}

describe('a paper', () => {
  forumTest('is a draft for those who prepare it, in numbered paragraphs', async ({ forum }) => {
    const { chair, place } = await withPaper(forum);
    expect(await papersOf(forum.db, visitor, place)).toEqual([]);
    expect(await paperCalled(forum.db, visitor, place, 'first-note')).toBeUndefined();
    const read = (await paperCalled(forum.db, chair, place, 'first-note'))!;
    expect(read).toMatchObject({ state: 'draft', version: 1, history: [{ version: 1, at: forum.now() }] });
    expect(read.paragraphs.map((one) => [one.number, one.text])).toEqual([
      [null, 'What is known'],
      [1, 'Most people who cross a border stop first in a town.'],
      [2, 'The first counter decides.'],
    ]);
  });

  forumTest(
    'that is circulated is commented on by paragraph, and keeps the comments in its next version',
    async ({ forum }) => {
      const { chair, delegate, roundtable, place, id } = await withPaper(forum);
      await perform(forum, chair, circulatePaper, { paper: id });
      const [, first, second] = (await paperCalled(forum.db, visitor, place, 'first-note'))!.paragraphs;
      expect(await paragraphToComment(forum.db, visitor, place, second!.id)).toMatchObject({
        number: 2,
        slug: 'first-note',
      });
      await perform(forum, delegate, submitComment, { roundtable, body: 'And the last?', paragraph: second!.id });
      await perform(forum, delegate, submitComment, { roundtable, body: 'In a port.', paragraph: first!.id });
      const next = text.replace('in a town', 'in a town or a port');
      await perform(forum, chair, revisePaper, { paper: id, basedOn: 1, text: next });
      const read = (await paperCalled(forum.db, visitor, place, 'first-note'))!;
      expect(read).toMatchObject({ state: 'revised', version: 2 });
      expect(read.paragraphs.map(({ comments }) => comments)).toEqual([[], [], [1]]);
      const before = (await paperCalled(forum.db, visitor, place, 'first-note', 1))!;
      expect(before.paragraphs.map(({ comments }) => comments)).toEqual([[], [2], [1]]);
    },
  );

  forumTest('is added only once under an address, by those who keep the programme, with words', async ({ forum }) => {
    const { chair, delegate, paper } = await withPaper(forum);
    const add = (change: object, who = chair) => perform(forum, who, addPaper, { ...paper, ...change });
    await expect(add({})).rejects.toMatchObject({ code: 'paper.address_taken', values: { title: 'A first note' } });
    await expect(add({ slug: 'other' }, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(add({ slug: 'other', text: '  ' })).rejects.toMatchObject({ fields: { text: 'paper.text_missing' } });
    const many = Array.from({ length: 1001 }, (_, n) => `Paragraph ${n}.`).join('\n\n');
    await expect(add({ slug: 'other', text: many })).rejects.toMatchObject({ fields: { text: 'paper.too_many_paragraphs' } }); // prettier-ignore
  });

  forumTest('is not revised on an older version, nor once it is endorsed', async ({ forum }) => {
    const { edition, roundtable, chair, delegate, id } = await withPaper(forum);
    const revise = (basedOn: number, who = chair) => perform(forum, who, revisePaper, { paper: id, basedOn, text });
    await expect(perform(forum, chair, endorsePaper, { paper: id })).rejects.toMatchObject({ code: 'paper.cannot_move', values: { from: 'draft', to: 'endorsed' } }); // prettier-ignore
    await revise(1);
    await expect(revise(1)).rejects.toMatchObject({ code: 'paper.revised_meanwhile', values: { version: 2 } });
    await expect(revise(2, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, chair, circulatePaper, { paper: id });
    await expect(perform(forum, chair, circulatePaper, { paper: id })).rejects.toMatchObject({
      code: 'paper.cannot_move',
    });
    const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Co-Chair' });
    await perform(forum, program, assignRole, { edition, roundtable, kind: 'co_chair', person });
    await perform(forum, await viewerOf(forum.db, person), endorsePaper, { paper: id });
    await expect(revise(2)).rejects.toMatchObject({
      code: 'paper.cannot_move',
      values: { from: 'endorsed', to: 'revised' },
    });
  });
});

describe('a comment on a paragraph', () => {
  forumTest('is refused where the paper is a draft, or belongs elsewhere', async ({ forum }) => {
    const { chair, delegate, roundtable, place } = await withPaper(forum);
    const [, first] = (await paperCalled(forum.db, chair, place, 'first-note'))!.paragraphs;
    expect(await paragraphToComment(forum.db, visitor, place, first!.id)).toBeUndefined();
    expect(await paragraphToComment(forum.db, visitor, place, 'nonsense')).toBeUndefined();
    const early = perform(forum, delegate, submitComment, { roundtable, body: 'Early.', paragraph: first!.id });
    await expect(early).rejects.toMatchObject({ code: 'comment.paragraph_elsewhere' });
  });
});
