import { enterPoints } from '#analysis/acts.ts';
import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { citePassage } from '#report/acts.ts';
import { removeSentence } from '#report/editing/acts.ts';
import { atTheDesk, wells } from '#test/at-the-desk.ts';
import { forumTest } from '#test/forum.ts';
import { addSentence, pasteSentences, takeCitation, tellPoint } from './acts.ts';

describe('what is added', () => {
  forumTest('stands where it is put, and quotes only what it cites', async ({ forum }) => {
    const { first, statement, paragraph, headed, texts, lastLine, checkAll } = await atTheDesk(forum);
    const cites = [{ kind: 'passage' as const, statement, quotation: 'Clean water for all' }];
    const add = async (more: object) =>
      perform(forum, program, addSentence, { paragraph: (await paragraph(1)).id, basedOn: 1, after: first, text: 'It said “Clean water for all”.', ...more }); // prettier-ignore
    await expect(add({})).rejects.toMatchObject({ code: 'sentence.quotation_not_in_source' });
    const { id } = await add({ cites });
    await checkAll();
    expect(await lastLine()).toMatchObject({ kind: 'sentence.added', subject_id: id });
    expect((await texts())[0]![1]).toBe('It said “Clean water for all”.');
    const overall = (await headed('Overall')).id;
    const { paragraph: own } = await add({ cites, paragraph: overall, after: null });
    await checkAll();
    expect((await paragraph(3)).id).toBe(own);
    await expect(add({ cites, paragraph: overall, after: null })).rejects.toMatchObject({ code: 'paragraph.changed_meanwhile' }); // prettier-ignore
  });

  forumTest(
    'from a point is its own words, with its citation; from selected words, their very place',
    async ({ forum }) => {
      const { first, statement, paragraph, lastLine } = await atTheDesk(forum);
      const place = { sentenceStart: 0, sentenceEnd: 29, messageStart: 17, messageEnd: 28 };
      const { points } = await perform(forum, program, enterPoints, { statement, points: [{ ...place, act: 'emphasised', foundBy: 'a person' }] }); // prettier-ignore
      const { id } = await paragraph(1);
      const { ids } = await perform(forum, program, tellPoint, { paragraph: id, basedOn: 1, after: first, point: points[0]! }); // prettier-ignore
      expect(await lastLine()).toMatchObject({ kind: 'sentence.added', subject_id: ids[0] });
      const told = (await paragraph(1)).sentences[1]!;
      expect(told).toMatchObject({
        id: ids[0],
        writtenBy: 'person',
        citations: [{ kind: 'point', quotationStart: 17 }],
      });
      expect(told.text).toMatch(/^Kenya .*clean water\.$/);
      await expect(perform(forum, program, tellPoint, { paragraph: id, basedOn: 2, point: id })).rejects.toMatchObject({ name: 'NotFound' }); // prettier-ignore
      const cite = (quotation: string, start?: number) => perform(forum, program, citePassage, { sentence: first, statement, quotation, start }); // prettier-ignore
      await expect(cite('Clean water')).rejects.toMatchObject({ code: 'citation.not_in_source' });
      await expect(cite('lean water', 31)).rejects.toMatchObject({ code: 'citation.not_in_source' });
      await cite('Clean water', wells.lastIndexOf('Clean water'));
      const citations = (await paragraph(1)).sentences[0]!.citations;
      expect(citations.at(-1)).toMatchObject({ quotation: 'Clean water', quotationStart: 72, after: ' again.' });
      const take = (citation: string) => perform(forum, program, takeCitation, { sentence: first, citation });
      await take(citations[1]!.id);
      await take(citations[2]!.id);
      await expect(take(citations[0]!.id)).rejects.toMatchObject({ code: 'sentence.quotation_not_in_source' });
      expect(await lastLine()).toMatchObject({ kind: 'citation.removed', subject_id: first });
      expect((await paragraph(1)).sentences[0]!.citations).toHaveLength(1);
      await expect(take(citations[1]!.id)).rejects.toMatchObject({ name: 'NotFound' });
    },
  );

  forumTest('by pasting comes in sentences: what was cut keeps its id, a copy its sources', async ({ forum }) => {
    const { first, third, paragraph, texts, lastLine, checkAll } = await atTheDesk(forum);
    await perform(forum, program, removeSentence, { sentence: third, basedOn: 1 });
    const paste = async (text: string, from: string[], basedOn = 1) =>
      perform(forum, program, pasteSentences, { paragraph: (await paragraph(1)).id, basedOn, after: first, text, from }); // prettier-ignore
    const { ids } = await paste('Wells matter. It ended.\nMr. Kamau asked 12. 3. Who pays?', [third, (await paragraph(1)).sentences[1]!.id]); // prettier-ignore
    await checkAll();
    expect(await lastLine()).toMatchObject({ kind: 'sentences.pasted', subject_id: third });
    expect(ids[0]).toBe(third);
    const { sentences } = await paragraph(1);
    expect(sentences.map(({ text }) => text).join(' ')).toContain('Wells matter. It ended. Mr. Kamau asked 12. 3. Who pays? It ended.'); // prettier-ignore
    expect(sentences.find(({ id }) => id === ids[1])!.citations).toMatchObject([{ quotation: 'Clean water again' }]);
    await expect(paste('x'.repeat(20_001), [], 2)).rejects.toMatchObject({ code: 'sentence.text_too_long' });
    await expect(paste('x '.repeat(100_001), [], 2)).rejects.toMatchObject({
      fields: { text: 'sentence.paste_too_long' },
    });
    // Ten thousand words are a thousand sentences, each on its own.
    const long = Array.from({ length: 1000 }, (_, i) => `Here are the words of sentence ${i} of many indeed.`).join(
      ' ',
    );
    await paste(long, [], 2);
    expect((await texts())[0]!).toHaveLength(sentences.length + 1000);
  });
});
