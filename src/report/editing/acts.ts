import { z } from 'zod';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { citesOf } from '#report/drafting.ts';
import { readSources, refuseInventedQuotations } from '#report/sources.ts';
import { copyCitations, shareCitations } from './citations.ts';
import { paragraphBeside, recordEdit, refuseIfCitedElsewhere, reportToShape, sentenceToShape } from './hand.ts';
import { closeIfEmpty, laySentences, openParagraphAfter, placedAfter, turnVersion } from './laying.ts';
import { followingRefusal, lengthRefusal, placedByItselfRefusal, puttingBackRefusal } from './rules.ts';
import { homeOfRemoved, reportOfSentence, standing, takenOut } from './removed.ts';
import { beforeJoined, joined, partsOf, splitRefusal } from './splitting.ts';

/** The version of the paragraph that was being read. */
const basedOn = z.int32().positive();

export const splitSentence = act({
  name: 'sentence.split',
  does: 'Splits a sentence of a report in two. The first keeps its place and its id; both rest on what they are about.',
  input: z.object({
    sentence: z.uuid(),
    basedOn,
    /** Where the second begins, in UTF-16 code units of the sentence. */
    at: z.int32().nonnegative(),
  }),
  async run(context, input) {
    const { sentence, paragraph } = await sentenceToShape(context, input.sentence, input.basedOn);
    refuseIf(splitRefusal(sentence.text, input.at));
    const parts = partsOf(sentence.text, input.at);
    const id = context.newId();
    const second = { id, paragraph_id: paragraph.id, position: paragraph.sentences.length + 1, text: parts[1] };
    await context.rows.update('sentence', { id: sentence.id }, { text: parts[0], written_by: 'person' });
    await context.rows.insert('sentence', { ...second, written_by: 'person' });
    await laySentences(context, paragraph.id, placedAfter([...paragraph.sentences, second], sentence.id, [second]));
    await shareCitations(context, sentence.id, { id, parts });
    const version = await turnVersion(context, paragraph);
    recordEdit(context, paragraph.report, 'sentence.split', sentence.id);
    return { id, version };
  },
});

export const joinSentences = act({
  name: 'sentence.join',
  does: 'Joins a sentence of a report with the one after it. The first keeps its id and rests on what both rested on; the two can be parted again.',
  input: z.object({ sentence: z.uuid(), basedOn }),
  async run(context, input) {
    const { tx, rows } = context;
    const { sentence, paragraph } = await sentenceToShape(context, input.sentence, input.basedOn);
    const { sentences } = paragraph;
    const next = sentences[sentences.indexOf(sentence) + 1];
    refuseIf(followingRefusal(next, 'sentence'));
    await refuseIfCitedElsewhere(context, [next!.id]);
    const text = joined(sentence.text, next!.text);
    refuseIf(lengthRefusal(text));
    await copyCitations(context, next!.id, sentence.id, true);
    const cites = (await citesOf(tx, [sentence.id])).get(sentence.id) ?? [];
    refuseInventedQuotations(text, cites, await readSources(tx, cites));
    await rows.update('sentence', { id: next!.id }, { ...takenOut(context, paragraph), joined_into: sentence.id });
    await rows.update('sentence', { id: sentence.id }, { text, written_by: 'person' });
    await laySentences(context, paragraph.id, sentences.filter((one) => one !== next)); // prettier-ignore
    const version = await turnVersion(context, paragraph);
    recordEdit(context, paragraph.report, 'sentence.joined', sentence.id);
    return { version };
  },
});

export const partSentences = act({
  name: 'sentence.part',
  does: 'Parts two sentences of a report that were joined, as long as the words of the second still end the first. Each has its id and what it rests on again.',
  input: z.object({
    /** The second, whose words stand in the first. */
    sentence: z.uuid(),
    /** Of the paragraph in which the first stands. */
    basedOn,
  }),
  async run(context, input) {
    const { tx, rows } = context;
    const second = found(
      await tx.selectFrom('sentence').selectAll().where('id', '=', input.sentence).executeTakeFirst(),
      'sentence',
    );
    const { sentence, paragraph } = await sentenceToShape(context, second.joined_into ?? second.id, input.basedOn);
    refuseIf(second.joined_into === null ? 'sentence.not_joined' : null);
    const text = beforeJoined(sentence.text, second.text);
    refuseIf(text === null ? 'sentence.joined_changed' : null);
    await rows.remove('citation', { sentence_id: sentence.id, joined_from: second.id });
    const cites = (await citesOf(tx, [sentence.id])).get(sentence.id) ?? [];
    refuseInventedQuotations(text!, cites, await readSources(tx, cites));
    await rows.update('sentence', { id: sentence.id }, { text: text! });
    const back = { id: second.id, paragraph_id: paragraph.id, position: paragraph.sentences.length + 1, text: second.text }; // prettier-ignore
    await rows.update('sentence', { id: second.id }, { paragraph_id: paragraph.id, position: back.position, ...standing }); // prettier-ignore
    await laySentences(context, paragraph.id, placedAfter([...paragraph.sentences, back], sentence.id, [back]));
    const version = await turnVersion(context, paragraph);
    recordEdit(context, paragraph.report, 'sentence.parted', second.id);
    return { version };
  },
});

export const moveSentence = act({
  name: 'sentence.move',
  does: 'Moves a sentence of a report within its paragraph or to another, with what it rests on. Under a heading it begins a paragraph.',
  input: z.object({
    sentence: z.uuid(),
    basedOn,
    to: z.uuid(),
    /** The version of the paragraph it goes to. */
    toBasedOn: basedOn,
    /** The sentence it comes to stand after; null for the beginning. */
    after: z.uuid().nullable().default(null),
  }),
  async run(context, input) {
    const { sentence, paragraph } = await sentenceToShape(context, input.sentence, input.basedOn);
    refuseIf(placedByItselfRefusal(sentence.id, input.after));
    const to =
      input.to === paragraph.id ? paragraph : await paragraphBeside(context, paragraph, input.to, input.toBasedOn);
    if (input.after) found(to.sentences.find(({ id }) => id === input.after), 'sentence'); // prettier-ignore
    const home = to.heading === null ? to.id : await openParagraphAfter(context, to);
    await laySentences(context, home, placedAfter(to.sentences, input.after, [sentence]));
    if (to !== paragraph) {
      await laySentences(context, paragraph.id, paragraph.sentences.filter((one) => one !== sentence)); // prettier-ignore
      await turnVersion(context, paragraph);
    }
    const version = await turnVersion(context, to);
    await closeIfEmpty(context, paragraph);
    recordEdit(context, paragraph.report, 'sentence.moved', sentence.id);
    return { paragraph: home, version: home === to.id ? version : 1 };
  },
});

export const removeSentence = act({
  name: 'sentence.remove',
  does: 'Takes a sentence out of a report, or several of one paragraph. They stay in the record with what they rest on, and can be put back.',
  input: z.object({ sentence: z.uuid(), basedOn, also: z.array(z.uuid()).max(2000).default([]) }),
  async run(context, input) {
    const { sentence, paragraph } = await sentenceToShape(context, input.sentence, input.basedOn);
    const going = new Set([sentence.id, ...input.also]);
    const left = paragraph.sentences.filter(({ id }) => !going.has(id));
    found(left.length + going.size === paragraph.sentences.length ? left : null, 'sentence');
    await refuseIfCitedElsewhere(context, [...going]);
    await context.rows.update('sentence', { id: [...going] }, takenOut(context, paragraph));
    await laySentences(context, paragraph.id, left);
    const version = await turnVersion(context, paragraph);
    await closeIfEmpty(context, paragraph);
    for (const id of going) recordEdit(context, paragraph.report, 'sentence.removed', id);
    return { version };
  },
});

export const putBackSentence = act({
  name: 'sentence.put_back',
  does: 'Puts a sentence that was taken out of a report back to where it stood, with its id and all it rests on.',
  input: z.object({ sentence: z.uuid() }),
  async run(context, input) {
    const { tx, rows } = context;
    const report = await reportToShape(context, await reportOfSentence(tx, input.sentence));
    const removed = found(
      await tx.selectFrom('sentence').selectAll().where('id', '=', input.sentence).executeTakeFirst(),
      'sentence',
    );
    refuseIf(puttingBackRefusal(removed));
    const home = await homeOfRemoved(context, report, removed);
    // It comes to lie where it stood, and what has moved there since goes after it.
    const place = Math.min(removed.position - 1, home.sentences.length);
    await rows.update('sentence', { id: removed.id }, { paragraph_id: home.id, position: place + 1, ...standing });
    const back = { id: removed.id, paragraph_id: home.id, position: place + 1, text: removed.text };
    await laySentences(context, home.id, home.sentences.toSpliced(place, 0, back));
    const version = await turnVersion(context, home);
    recordEdit(context, report, 'sentence.put_back', removed.id);
    return { paragraph: home.id, version };
  },
});
