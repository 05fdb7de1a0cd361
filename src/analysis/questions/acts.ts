import { z } from 'zod';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { answerRefusal } from './rules.ts';

export const noteAnswer = act({
  name: 'question.note_answer',
  does: 'Notes which statement answers a question that was put from the floor.',
  input: z.object({ point: z.uuid(), statement: z.uuid() }),
  async run(context, input) {
    const { tx, rows, now, actor } = context;
    const asked = await questionAsked(context, input.point);
    const answer = found(
      await tx
        .selectFrom('statement')
        .select(['id', 'roundtable_id', 'state', 'on_record'])
        .where('id', '=', input.statement)
        .executeTakeFirst(),
      'statement',
    );
    refuseIf(answerRefusal(asked, answer));
    if (await answers(context, input)) return;
    await rows.insert('point_answer', { asked_id: asked.id, statement_id: answer.id, by_id: actor.personId, at: now });
    recordAnswer(context, asked, 'question.answered');
  },
});

export const takeBackAnswer = act({
  name: 'question.take_back_answer',
  does: 'Takes back that a statement answers a question from the floor.',
  input: z.object({ point: z.uuid(), statement: z.uuid() }),
  async run(context, input) {
    const asked = await questionAsked(context, input.point);
    found(await answers(context, input), 'answer');
    await context.rows.remove('point_answer', { asked_id: asked.id, statement_id: input.statement });
    recordAnswer(context, asked, 'question.answer_taken_back');
  },
});

async function questionAsked({ tx, actor }: Context, id: string) {
  const asked = found(
    await tx
      .selectFrom('point')
      .innerJoin('statement', 'statement.id', 'point.statement_id')
      .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
      .select(['point.id', 'act', 'point.state', 'stands', 'statement_id', 'roundtable_id', 'edition_id'])
      .where('point.id', '=', id)
      .forUpdate('point')
      .executeTakeFirst(),
    'point',
  );
  const place = { editionId: asked.edition_id, roundtableId: asked.roundtable_id };
  refuseIf(roleRefusal(actor, [...reporters, 'co_chair'], place));
  return asked;
}

function answers({ tx }: Context, { point, statement }: { point: string; statement: string }) {
  return tx
    .selectFrom('point_answer')
    .select('at')
    .where('asked_id', '=', point)
    .where('statement_id', '=', statement)
    .executeTakeFirst();
}

function recordAnswer({ record }: Context, asked: Awaited<ReturnType<typeof questionAsked>>, kind: string): void {
  record(kind, asked.statement_id, { roundtableId: asked.roundtable_id });
}
