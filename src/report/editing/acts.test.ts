import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { citePassage, draftReport, moveReport, writeSentence } from '#report/acts.ts';
import { reportOf } from '#report/queries.ts';
import { quotationsIn } from '#report/quotation.ts';
import { reports } from '#report/text-rows.ts';
import { enterStatement } from '#statements/acts.ts';
import { atTheDesk, wells } from '#test/at-the-desk.ts';
import { forumTest } from '#test/forum.ts';
import { joinSentences, moveSentence, partSentences, putBackSentence, removeSentence, splitSentence } from './acts.ts';
import { pasteSentences } from './adding/acts.ts';
import { joinParagraphs, splitParagraph } from './paragraphs/acts.ts';
import { deskText } from './queries.ts';

describe('a sentence', () => {
  forumTest('is split: the first part keeps its id, and each rests on what it is about', async ({ forum }) => {
    const { first, paragraph, lastLine, checkAll } = await atTheDesk(forum);
    const split = (at: number, basedOn = 1) => perform(forum, program, splitSentence, { sentence: first, basedOn, at });
    await expect(split(0)).rejects.toMatchObject({ code: 'sentence.nothing_to_split' });
    await expect(split(2)).rejects.toMatchObject({ code: 'sentence.split_in_word' });
    await expect(split(37)).rejects.toMatchObject({ code: 'sentence.split_in_quotation', values: { words: 'a levy on wells' } }); // prettier-ignore
    const { id, version } = await split(13);
    await checkAll();
    expect(await lastLine()).toMatchObject({ kind: 'sentence.split', subject_id: first, audience: 'desk' });
    const { sentences, version: now } = await paragraph(1);
    expect(now).toBe(version);
    expect(sentences.map(({ text }) => text)).toEqual([
      'Kenya spoke,',
      'and it asked for “a levy on wells”.',
      'It ended.',
    ]);
    expect(sentences.slice(0, 2).map((one) => one.id)).toEqual([first, id]);
    expect(sentences.map(({ citations }) => citations.map(({ quotation }) => quotation))).toEqual([
      ['Kenya emphasized clean water'],
      ['a levy on wells', 'Kenya emphasized clean water'],
      ['Clean water again'],
    ]);
  });

  forumTest('is joined with the next, and rests on what both rested on', async ({ forum }) => {
    const { first, second, paragraph, lastLine } = await atTheDesk(forum);
    const join = (sentence: string) => perform(forum, program, joinSentences, { sentence, basedOn: 1 });
    await expect(join(second)).rejects.toMatchObject({ code: 'sentence.nothing_after' });
    await join(first);
    expect(await lastLine()).toMatchObject({ kind: 'sentence.joined', subject_id: first });
    const { sentences } = await paragraph(1);
    expect(sentences).toMatchObject([{ id: first, text: 'Kenya spoke, and it asked for “a levy on wells”. It ended.', writtenBy: 'person' }]); // prettier-ignore
    expect(sentences[0]!.citations).toHaveLength(3);
  });

  forumTest(
    'is parted again from what it was joined with: both stand with their ids, words and sources',
    async ({ forum }) => {
      const { first, second, third, statement, report, paragraph, read, lastLine, checkAll, delegate } = await atTheDesk(forum); // prettier-ignore
      const version = async () => (await paragraph(1)).version;
      const join = async (sentence: string) => perform(forum, program, joinSentences, { sentence, basedOn: await version() }); // prettier-ignore
      const part = async (sentence: string, who = program) => perform(forum, who, partSentences, { sentence, basedOn: await version() }); // prettier-ignore
      const standing = async () =>
        (await read()).paragraphs.flatMap(({ sentences }) =>
          sentences.map(({ id, text, citations }) => ({ id, text, on: citations.map((one) => one.id) })),
        );
      await perform(forum, program, citePassage, { sentence: second, statement, quotation: 'a levy on wells' }); // prettier-ignore
      const before = await standing();
      await expect(part(second)).rejects.toMatchObject({ code: 'sentence.not_joined' });
      await join(first);
      expect((await paragraph(1)).sentences[0]!.citations).toHaveLength(3);
      expect(
        (await deskText(forum.db, await reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow()))
          .removed,
      ).toEqual([]);
      await expect(perform(forum, program, putBackSentence, { sentence: second })).rejects.toMatchObject({ code: 'sentence.is_joined' }); // prettier-ignore
      await expect(part(second, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
      await part(second);
      await checkAll();
      expect(await lastLine()).toMatchObject({ kind: 'sentence.parted', subject_id: second, audience: 'desk' });
      expect(await standing()).toEqual(before);

      // One inside the other: what was joined first comes back last.
      const next = (await read()).paragraphs.find(({ number }) => number === 2)!;
      await perform(forum, program, joinParagraphs, { paragraph: (await paragraph(1)).id, basedOn: await version(), nextBasedOn: next.version }); // prettier-ignore
      await join(second);
      await join(first);
      await expect(part(third)).rejects.toMatchObject({ name: 'NotFound' });
      await part(second);
      await part(third);
      expect(await standing()).toEqual(before);
      await perform(forum, program, splitParagraph, { paragraph: (await paragraph(1)).id, basedOn: await version(), before: third }); // prettier-ignore
      expect(await standing()).toEqual(before);

      await join(first);
      await perform(forum, program, writeSentence, {
        sentence: first,
        basedOn: await version(),
        text: 'It ended well.',
      });
      await expect(part(second)).rejects.toMatchObject({ code: 'sentence.joined_changed' });
    },
  );

  forumTest('keeps its id when a split is undone, and when it is cut and pasted', async ({ forum }) => {
    const { first, second, third, paragraph, texts } = await atTheDesk(forum);
    const before = await texts();
    const on = async () => ({ sentence: first, basedOn: (await paragraph(1)).version });
    await perform(forum, program, splitSentence, { ...(await on()), at: 13 });
    await perform(forum, program, joinSentences, await on());
    expect(await texts()).toEqual(before);
    expect((await paragraph(1)).sentences.map(({ id }) => id)).toEqual([first, second]);
    await perform(forum, program, removeSentence, await on());
    const { id: to, version } = await paragraph(2);
    const paste = { paragraph: to, basedOn: version, after: third, text: before[0]![0]!, from: [first] };
    expect(await perform(forum, program, pasteSentences, paste)).toMatchObject({ ids: [first] });
    const pasted = (await paragraph(2)).sentences;
    expect(pasted.map(({ id }) => id)).toEqual([third, first]);
    expect(pasted[1]!.citations).toHaveLength(2);
  });

  forumTest(
    'moves with its id and its sources; an emptied paragraph closes, a heading begins one',
    async ({ forum }) => {
      const { first, third, fourth, paragraph, headed, texts, lastLine, checkAll } = await atTheDesk(forum);
      const home = await paragraph(1);
      const move = (sentence: string, to: string, after: string | null, versions = [1, 1]) =>
        perform(forum, program, moveSentence, { sentence, basedOn: versions[0]!, to, toBasedOn: versions[1]!, after });
      await expect(move(first, home.id, first)).rejects.toMatchObject({ code: 'paragraph.after_itself' });
      await move(third, home.id, first);
      await checkAll();
      expect(await lastLine()).toMatchObject({ kind: 'sentence.moved', subject_id: third });
      expect(await texts()).toEqual([[expect.stringContaining('Kenya'), 'Wells matter.', 'It ended.'], ['None left.']]);
      await expect(move(fourth, home.id, null)).rejects.toMatchObject({ code: 'paragraph.changed_meanwhile' });
      await move(first, (await headed('Overall')).id, null, [2, 1]);
      await checkAll();
      expect((await texts())[1]).toEqual([expect.stringContaining('Kenya')]);
      expect((await paragraph(2)).sentences[0]!.citations).toHaveLength(2);
    },
  );

  forumTest('is taken out and put back, also when its paragraph has gone', async ({ forum }) => {
    const { first, third, texts, read, lastLine, checkAll, roundtable } = await atTheDesk(forum);
    const before = await texts();
    const remove = async (sentence: string) => {
      const home = (await read()).paragraphs.find(({ sentences }) => sentences.some(({ id }) => id === sentence));
      return perform(forum, program, removeSentence, { sentence, basedOn: home?.version ?? 1 });
    };
    const putBack = (sentence: string) => perform(forum, program, putBackSentence, { sentence });
    await expect(putBack(third)).rejects.toMatchObject({ code: 'sentence.stands_already' });
    await remove(first);
    expect(await lastLine()).toMatchObject({ kind: 'sentence.removed', subject_id: first });
    await remove(third);
    await checkAll();
    expect(await texts()).toEqual([['It ended.'], ['None left.']]);
    await expect(remove(third)).rejects.toMatchObject({ name: 'NotFound' });
    await putBack(first);
    expect(await lastLine()).toMatchObject({ kind: 'sentence.put_back', subject_id: first });
    await putBack(third);
    await checkAll();
    expect(await texts()).toEqual(before);
    const sentences = (await read()).paragraphs.flatMap((one) => one.sentences);
    expect(sentences.find(({ id }) => id === third)!.citations).toMatchObject([{ quotation: 'a levy on wells' }]);
    await remove(third);
    await perform(forum, program, draftReport, { roundtable });
    await putBack(third);
    expect((await texts()).flat()).toContain('Wells matter.');
  });

  forumTest('is taken out with others of its paragraph, and with none of another', async ({ forum }) => {
    const { first, second, third, texts, paragraph, lastLine, checkAll } = await atTheDesk(forum);
    const remove = async (also: string[]) => perform(forum, program, removeSentence, { sentence: first, also, basedOn: (await paragraph(1)).version }); // prettier-ignore
    await expect(remove([third])).rejects.toMatchObject({ name: 'NotFound' });
    await remove([second, first]);
    await checkAll();
    expect(await texts()).toEqual([['Wells matter.'], ['None left.']]);
    expect(await lastLine()).toMatchObject({ kind: 'sentence.removed', subject_id: second });
    await perform(forum, program, putBackSentence, { sentence: second });
    // Its paragraph has closed: it begins one at the end of its section.
    expect(await texts()).toEqual([['Wells matter.'], ['It ended.'], ['None left.']]);
  });

  forumTest('is written by two people at once, and the later one is shown what stands', async ({ forum }) => {
    const { first, second, paragraph } = await atTheDesk(forum);
    const write = (sentence: string, basedOn: number, text: string) => perform(forum, program, writeSentence, { sentence, basedOn, text }); // prettier-ignore
    expect(await write(second, 1, 'It was over.')).toEqual({ version: 2 });
    await expect(write(first, 1, 'Kenya sang.')).rejects.toMatchObject({
      code: 'paragraph.changed_meanwhile',
      values: { paragraph: 1, version: 2, now: 'Kenya spoke, and it asked for “a levy on wells”. It was over.' },
    });
    await write(first, 2, 'Kenya sang.');
    expect((await paragraph(1)).sentences.map(({ text }) => text)).toEqual(['Kenya sang.', 'It was over.']);
  });

  forumTest('changes its place in a draft only, and only for a reporter', async ({ forum }) => {
    const { first, report, delegate } = await atTheDesk(forum);
    const split = (who = program) => perform(forum, who, splitSentence, { sentence: first, basedOn: 1, at: 13 });
    await expect(split(visitor)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(split(delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, program, moveReport, { report, to: 'co_chair_review' });
    await expect(split()).rejects.toMatchObject({ code: 'report.not_in_hand', values: { state: 'co_chair_review' } });
    await perform(forum, program, moveReport, { report, to: 'correction_window' });
    await perform(forum, program, moveReport, { report, to: 'final' });
    await expect(split()).rejects.toMatchObject({ code: 'report.final_already' });
  });
});

forumTest(
  'drafting again keeps what a person put together, and leaves out what a person took out',
  async ({ forum }) => {
    const { roundtable, kenya } = await atTheDesk(forum);
    const say = (body: string) => perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers: [{ delegation: kenya }] }); // prettier-ignore
    await say('Wells need keepers.');
    await perform(forum, program, draftReport, { roundtable });
    const read = async () => (await reportOf(forum.db, program, { id: roundtable }))!.paragraphs;
    const find = async (words: string) => {
      for (const paragraph of await read())
      for (const sentence of paragraph.sentences) if (sentence.text.includes(words)) return { ...sentence, basedOn: paragraph.version }; // prettier-ignore
      return undefined;
    };
    const keepers = (await find('Wells need keepers'))!;
    await perform(forum, program, removeSentence, { sentence: keepers.id, basedOn: keepers.basedOn });
    const written = (await find('Kenya spoke, and'))!;
    const { id: second } = await perform(forum, program, splitSentence, { sentence: written.id, basedOn: written.basedOn, at: 13 }); // prettier-ignore
    await perform(forum, program, draftReport, { roundtable });
    expect(await find('Wells need keepers')).toBeUndefined();
    expect((await find('Kenya spoke,'))!.id).toBe(written.id);
    expect((await find('and it asked for “a levy on wells”.'))!.id).toBe(second);
    const place = (await read()).find(({ sentences }) => sentences.some(({ id }) => id === written.id))!;
    const ids = place.sentences.map(({ id }) => id);
    expect(ids.indexOf(second)).toBe(ids.indexOf(written.id) + 1);
  },
);

forumTest(
  'whatever is split, joined, moved and written: ids stay unique, citations exact, no word is lost',
  { timeout: 120_000 },
  async ({ forum }) => {
    const { numbered, checkAll } = await atTheDesk(forum);
    const all = async () => (await numbered()).flatMap((paragraph) => paragraph.sentences.map((sentence) => ({ ...sentence, paragraph }))); // prettier-ignore
    const words = (some: { text: string }[]) => some.flatMap(({ text }) => text.split(/\s+/)).sort();
    const step = fc.record({ kind: fc.constantFrom('split', 'join', 'move', 'write', 'cut', 'part', 'unite'), at: fc.nat(1000), to: fc.nat(1000) }); // prettier-ignore
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 7 }), async (steps) => {
        for (const { kind, at, to } of steps) {
          const before = await all();
          const one = before[at % before.length]!;
          const { paragraph } = one;
          const base = { sentence: one.id, basedOn: paragraph.version };
          const target = (await numbered())[to % (await numbered()).length]!;
          const after = target.sentences.filter(({ id }) => id !== one.id)[to % 2]?.id ?? null;
          const next = (await numbered())[(await numbered()).findIndex(({ id }) => id === paragraph.id) + 1];
          const work = {
            split: () =>
              perform(forum, program, splitSentence, { ...base, at: one.text.indexOf(' ', to % one.text.length) }),
            join: () => perform(forum, program, joinSentences, base),
            move: () =>
              perform(forum, program, moveSentence, { ...base, to: target.id, toBasedOn: target.version, after }),
            write: () => perform(forum, program, writeSentence, { ...base, text: one.text }),
            cut: () => perform(forum, program, removeSentence, base).then(() => perform(forum, program, putBackSentence, { sentence: one.id })), // prettier-ignore
            part: () => perform(forum, program, splitParagraph, { paragraph: paragraph.id, basedOn: paragraph.version, before: one.id }), // prettier-ignore
            unite: () => perform(forum, program, joinParagraphs, { paragraph: paragraph.id, basedOn: paragraph.version, nextBasedOn: next?.version ?? 1 }), // prettier-ignore
          }[kind];
          const isDone = await work().then(() => true, (thrown) => thrown.name === 'InvalidInput' || Boolean(thrown.code) ? false : Promise.reject(thrown)); // prettier-ignore
          done += Number(isDone);
          const now = await all();
          expect(words(now)).toEqual(words(before));
          expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
          // Only a split makes an id, and only a join lets one go.
          const grown = !isDone ? 0 : kind === 'split' ? 1 : kind === 'join' ? -1 : 0;
          expect(now.length).toBe(before.length + grown);
          const stayed = now.filter(({ id }) => before.some((was) => was.id === id));
          expect(stayed.length).toBe(Math.min(now.length, before.length));
          expect((await numbered()).map(({ number }) => number)).toEqual((await numbered()).map((_, i) => i + 1));
          for (const { citations, text } of now) {
            expect(citations.length).toBeGreaterThan(0);
            for (const { quotation, quotationStart } of citations) expect(wells.startsWith(quotation!, quotationStart!)).toBe(true); // prettier-ignore
            for (const quoted of quotationsIn(text)) expect(citations.some(({ quotation }) => quotation === quoted.text)).toBe(true); // prettier-ignore
          }
        }
        await checkAll();
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(done).toBeGreaterThan(10);
  },
);
