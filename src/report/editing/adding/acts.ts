import { z } from 'zod';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { citeInput, type Cite } from '#report/cites.ts';
import { citesOf } from '#report/drafting.ts';
import { addCitations, copyCitations } from '#report/editing/citations.ts';
import { paragraphToShape, recordEdit, sentenceToWrite, type Held, type HeldSentence } from '#report/editing/hand.ts';
import { laySentences, openParagraphAfter, placedAfter, turnVersion } from '#report/editing/laying.ts';
import { standing } from '#report/editing/removed.ts';
import { lengthRefusal, longestPaste, longestSentence } from '#report/editing/rules.ts';
import { readSources, refuseInventedQuotations } from '#report/sources.ts';
import { sentencesIn } from './pasting.ts';
import { toldFrom } from './telling.ts';

/** Where new sentences go: into a paragraph after one of its sentences, or under a heading as a paragraph of their own. */
const place = {
  paragraph: z.uuid(),
  basedOn: z.int32().positive(),
  /** Null for the beginning of the paragraph. */
  after: z.uuid().nullable().default(null),
};

export const addSentence = act({
  name: 'sentence.add',
  does: 'Adds a sentence to a paragraph of a report, with what it rests on. Under a heading it begins a paragraph.',
  input: z.object({
    ...place,
    text: z.string().trim().min(1, 'sentence.text_missing').max(longestSentence, 'sentence.text_too_long'),
    cites: z.array(citeInput).max(1000).default([]),
  }),
  async run(context, input) {
    const paragraph = await paragraphToShape(context, input.paragraph, input.basedOn);
    const { ids, ...at } = await write(context, paragraph, input.after, [input]);
    recordEdit(context, paragraph.report, 'sentence.added', ids[0]!);
    return { id: ids[0]!, ...at };
  },
});

export const tellPoint = act({
  name: 'point.tell',
  does: 'Adds to a paragraph of a report what a point says, in a sentence made from its own words that cites it.',
  input: z.object({ ...place, point: z.uuid() }),
  async run(context, input) {
    const paragraph = await paragraphToShape(context, input.paragraph, input.basedOn);
    const told = await toldFrom(context.tx, paragraph.report, input.point);
    const { ids, ...at } = await write(context, paragraph, input.after, told);
    recordEdit(context, paragraph.report, 'sentence.added', ids[0]!);
    return { ids, ...at };
  },
});

export const pasteSentences = act({
  name: 'sentences.paste',
  does: 'Pastes text into a paragraph of a report, sentence by sentence. What was cut from this report keeps its id and its sources.',
  input: z.object({
    ...place,
    text: z.string().trim().min(1, 'sentence.text_missing').max(longestPaste, 'sentence.paste_too_long'),
    /** Sentences of this report the text was taken from: one cut out is put back, one that stands is copied with its sources. */
    from: z.array(z.uuid()).max(2000).default([]),
  }),
  async run(context, input) {
    const paragraph = await paragraphToShape(context, input.paragraph, input.basedOn);
    const sentences = sentencesIn(input.text);
    for (const text of sentences) refuseIf(lengthRefusal(text));
    const origins = await originsOf(context, paragraph, input.from);
    const pasted = sentences.map((text) => ({ text, cites: [], ...origins(text) }));
    const { ids, ...at } = await write(context, paragraph, input.after, pasted);
    recordEdit(context, paragraph.report, 'sentences.pasted', ids[0]!);
    return { ids, ...at };
  },
});

export const takeCitation = act({
  name: 'citation.remove',
  does: 'Takes away one of the things a sentence of a report rests on, unless the sentence quotes it.',
  input: z.object({ sentence: z.uuid(), citation: z.uuid() }),
  async run(context, input) {
    const { tx, rows } = context;
    const { sentence, paragraph } = await sentenceToWrite(context, input.sentence);
    const its = { id: input.citation, sentence_id: sentence.id };
    found(await tx.selectFrom('citation').select('id').where((eb) => eb.and(its)).executeTakeFirst(), 'citation'); // prettier-ignore
    await rows.remove('citation', its);
    const cites = (await citesOf(tx, [sentence.id])).get(sentence.id) ?? [];
    refuseInventedQuotations(sentence.text, cites, await readSources(tx, cites));
    recordEdit(context, paragraph.report, 'citation.removed', sentence.id);
  },
});

interface New {
  text: string;
  cites: readonly Cite[];
  /** Put back, with the id it had. */
  cut?: string;
  /** Copied from a sentence that stands. */
  copied?: string;
}

/** Writes sentences by a person into a paragraph, in their order; gives their ids, their paragraph and its version. */
async function write(context: Context, paragraph: Held, after: string | null, given: readonly New[]) {
  const { tx, rows, newId } = context;
  if (after) found(paragraph.sentences.find(({ id }) => id === after), 'sentence'); // prettier-ignore
  const sources = await readSources(tx, given.flatMap(({ cites }) => cites)); // prettier-ignore
  for (const { text, cites, cut, copied } of given) if (!cut && !copied) refuseInventedQuotations(text, cites, sources);
  const home = paragraph.heading === null ? paragraph.id : await openParagraphAfter(context, paragraph);
  const first = paragraph.sentences.length + 1;
  const written = given.map((one, i): HeldSentence & New => ({ ...one, id: one.cut ?? newId(), paragraph_id: home, position: first + i })); // prettier-ignore
  const fresh = written.filter(({ cut }) => !cut);
  if (fresh.length > 0)
    await rows.insert('sentence', fresh.map(({ id, paragraph_id, position, text }) => ({ id, paragraph_id, position, text, written_by: 'person' }))); // prettier-ignore
  for (const { id, position, cut } of written)
    if (cut) await rows.update('sentence', { id }, { paragraph_id: home, position, ...standing });
  await laySentences(context, home, placedAfter([...paragraph.sentences, ...written], after, written));
  for (const { id, cites, copied } of written) {
    if (copied) await copyCitations(context, copied, id);
    await addCitations(context, id, cites);
  }
  const version = await turnVersion(context, paragraph);
  return { ids: written.map(({ id }) => id), paragraph: home, version: home === paragraph.id ? version : 1 };
}

/** Tells of a pasted sentence where it came from: each one that was cut is put back once. */
async function originsOf({ tx }: Context, { report }: Held, from: readonly string[]) {
  const rows =
    from.length === 0
      ? []
      : await tx
          .selectFrom('sentence')
          .leftJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
          .select(['sentence.id', 'text', 'removed_from'])
          .where('sentence.id', 'in', [...from])
          .where('joined_into', 'is', null)
          .where((eb) => eb.or([eb('removed_from', '=', report.id), eb('report_id', '=', report.id)]))
          .execute();
  const left = from.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return (text: string): Pick<New, 'cut' | 'copied'> => {
    const at = left.findIndex((row) => row.text === text);
    const origin = left[at];
    if (!origin) return {};
    if (origin.removed_from === null) return { copied: origin.id };
    left.splice(at, 1);
    return { cut: origin.id };
  };
}
