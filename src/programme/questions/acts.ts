import { sql } from 'kysely';
import { z } from 'zod';
import { keepers, roleRefusal } from '#people/rules.ts';
import { finalRefusal } from '#programme/correcting/rules.ts';
import { standingOf } from '#programme/standing/before-acting.ts';
import { keepingRefusal } from '#programme/standing/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { reordered, rewordRefusal } from './rules.ts';

const text = z.string().trim().min(1, 'question.text_missing').max(2000, 'question.text_too_long');
const most = 50;

export const addQuestion = act({
  name: 'question.add',
  does: 'Adds a guiding question to a roundtable, after the others.',
  input: z.object({ roundtable: z.uuid(), text }),
  async run(context, input) {
    const { rows, record, newId } = context;
    const { id: roundtable, questions } = await roundtableWithQuestions(context, input.roundtable);
    refuseIf(questions.length >= most ? { code: 'question.too_many', values: { most } } : null);
    const id = newId();
    const number = (questions.at(-1)?.number ?? 0) + 1;
    await rows.insert('question', { id, roundtable_id: roundtable, number, text: input.text });
    record('question.added', id, { roundtableId: roundtable });
    return { id, number };
  },
});

export const rewordQuestion = act({
  name: 'question.reword',
  does: 'Rewords a guiding question. Its answers stay its answers, and the earlier wording is kept.',
  input: z.object({
    question: z.uuid(),
    basedOn: z.int32().positive(),
    /** How many answers were shown beside the old wording. */
    answersSeen: z.int32().nonnegative(),
    text,
  }),
  async run(context, input) {
    const { actor, now, rows, record } = context;
    const question = found(await questionToChange(context, input.question), 'question');
    await roundtableWithQuestions(context, question.roundtable_id);
    refuseIf(rewordRefusal({ ...question, answers: Number(question.answers) }, input.basedOn, input.answersSeen));
    if (question.text === input.text) return;
    const { id, version, text: before, roundtable_id: roundtableId } = question;
    await rows.insert('question_wording', {
      question_id: id,
      version,
      text: before,
      until: now,
      by_id: actor.personId,
    });
    await rows.update('question', { id }, { text: input.text, version: version + 1 });
    record('question.reworded', id, { roundtableId });
  },
});

export const moveQuestion = act({
  name: 'question.move',
  does: 'Gives a guiding question another number; the others move up or down and keep their order.',
  input: z.object({ question: z.uuid(), to: z.int32().positive() }),
  async run(context, input) {
    const { rows, record } = context;
    const question = found(await questionToChange(context, input.question), 'question');
    const { questions } = await roundtableWithQuestions(context, question.roundtable_id);
    const ids = questions.map(({ id }) => id);
    const order = reordered(ids, question.id, input.to);
    if (order.every((id, i) => id === ids[i])) return;
    // The new place of each, in one statement: numbers may not stand twice at its end.
    const number = sql<number>`array_position(${order}::uuid[], id)` as unknown as number;
    await rows.update('question', { roundtable_id: question.roundtable_id }, { number });
    record('question.moved', question.id, { roundtableId: question.roundtable_id });
  },
});

/** The roundtable, locked, with its questions in order; refused to whoever does not keep the programme. */
async function roundtableWithQuestions({ tx, actor }: Context, id: string) {
  const roundtable = found(
    await tx
      .selectFrom('roundtable')
      .select(['id', 'edition_id', 'state'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
    'roundtable',
  );
  refuseIf(roleRefusal(actor, keepers, { editionId: roundtable.edition_id, roundtableId: id }));
  refuseIf(keepingRefusal(await standingOf(tx, roundtable.edition_id)));
  refuseIf(finalRefusal(roundtable.state));
  const questions = await tx
    .selectFrom('question')
    .select(['id', 'number'])
    .where('roundtable_id', '=', id)
    .orderBy('number')
    .execute();
  return { ...roundtable, questions };
}

function questionToChange({ tx }: Context, id: string) {
  return tx
    .selectFrom('question')
    .select(['id', 'roundtable_id', 'text', 'version'])
    .select((eb) =>
      eb
        .selectFrom('statement_answer')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .whereRef('question_id', '=', 'question.id')
        .as('answers'),
    )
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
