import { z } from 'zod';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { paragraphBeside, paragraphToShape, recordEdit } from '#report/editing/hand.ts';
import { laySentences, numberAnew, openParagraphAfter, turnVersion } from '#report/editing/laying.ts';
import {
  followingRefusal,
  headingRefusal,
  placedByItselfRefusal,
  splitParagraphRefusal,
} from '#report/editing/rules.ts';
import { paragraphsOf } from '#report/text-rows.ts';

const basedOn = z.int32().positive();

export const splitParagraph = act({
  name: 'paragraph.split',
  does: 'Splits a paragraph of a report before one of its sentences. Sentences keep their ids; what follows is numbered anew.',
  input: z.object({ paragraph: z.uuid(), basedOn, before: z.uuid() }),
  async run(context, input) {
    const paragraph = await paragraphToShape(context, input.paragraph, input.basedOn);
    const at = paragraph.sentences.findIndex(({ id }) => id === input.before);
    found(at < 0 ? null : at, 'sentence');
    refuseIf(splitParagraphRefusal(at));
    const id = await openParagraphAfter(context, paragraph);
    await laySentences(context, id, paragraph.sentences.slice(at));
    const version = await turnVersion(context, paragraph);
    recordEdit(context, paragraph.report, 'paragraph.split', paragraph.id);
    return { id, version };
  },
});

export const joinParagraphs = act({
  name: 'paragraph.join',
  does: 'Joins a paragraph of a report with the one after it in the same section. Every sentence keeps its id.',
  input: z.object({
    paragraph: z.uuid(),
    basedOn,
    /** The version of the paragraph after it. */
    nextBasedOn: basedOn,
  }),
  async run(context, input) {
    const { tx, rows } = context;
    const paragraph = await paragraphToShape(context, input.paragraph, input.basedOn);
    refuseIf(headingRefusal(paragraph));
    const all = await paragraphsOf(tx, paragraph.report.id);
    const after = all[all.findIndex(({ id }) => id === paragraph.id) + 1];
    const isSame = after?.heading === null && after.section === paragraph.section;
    refuseIf(followingRefusal(isSame ? after : undefined, 'paragraph'));
    const next = await paragraphBeside(context, paragraph, after!.id, input.nextBasedOn);
    await laySentences(context, paragraph.id, [...paragraph.sentences, ...next.sentences]);
    await rows.update('sentence', { removed_paragraph: next.id }, { removed_paragraph: paragraph.id });
    await rows.remove('report_paragraph', { id: next.id });
    await numberAnew(context, paragraph.report.id);
    const version = await turnVersion(context, paragraph);
    recordEdit(context, paragraph.report, 'paragraph.joined', paragraph.id);
    return { version };
  },
});

export const moveParagraph = act({
  name: 'paragraph.move',
  does: 'Moves a paragraph of a report to after another one or after a heading, into that section. Paragraphs are numbered anew.',
  input: z.object({ paragraph: z.uuid(), basedOn, after: z.uuid() }),
  async run(context, input) {
    const { tx, rows } = context;
    const paragraph = await paragraphToShape(context, input.paragraph, input.basedOn);
    refuseIf(headingRefusal(paragraph));
    refuseIf(placedByItselfRefusal(paragraph.id, input.after));
    const all = await paragraphsOf(tx, paragraph.report.id);
    const after = found(all.find(({ id }) => id === input.after), 'paragraph'); // prettier-ignore
    const order = all.map(({ id }) => id).filter((id) => id !== paragraph.id);
    order.splice(order.indexOf(after.id) + 1, 0, paragraph.id);
    const { section, roundtable_id, question_id } = after;
    const version = paragraph.version + 1;
    await rows.update('report_paragraph', { id: paragraph.id }, { section, roundtable_id, question_id, version });
    await numberAnew(context, paragraph.report.id, order);
    recordEdit(context, paragraph.report, 'paragraph.moved', paragraph.id);
    return { version };
  },
});
