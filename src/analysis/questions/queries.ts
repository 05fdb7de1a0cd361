import type { Kysely } from 'kysely';
import { answersTo } from '#analysis/issues/queries.ts';
import type { PointView } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import type { StatementView } from '#statements/queries.ts';
import { isPutTo } from './rules.ts';

/** What was said to a question from the floor, by the id of the statement. */
export interface SaidToQuestion {
  /** What a person marked as its answer, and what the one replied to whom it was put by name. */
  answers: string[];
  /** Of the answers, those a person marked. */
  marked: string[];
  /** Whatever else replies to the statement that asks: whether it answers is for a person to say. */
  replies: string[];
}

/** By the point that asks; `statements` and `points` as this viewer may see them. */
export async function saidToQuestions(
  db: Kysely<DB>,
  statements: readonly StatementView[],
  points: readonly PointView[],
): Promise<Map<string, SaidToQuestion>> {
  const asking = points.filter(({ act }) => act === 'questioned');
  const noted = await answersTo(db, asking.map(({ id }) => id)); // prettier-ignore
  const known = new Map(statements.map((one) => [one.id, one]));
  const replies = Map.groupBy(statements, ({ repliesTo, roundtable }) => `${roundtable.id} ${repliesTo}`);
  return new Map(
    asking.flatMap((point) => {
      const asked = known.get(point.statementId);
      if (!asked) return [];
      const isMarked = new Set(noted.get(point.id));
      const marked = statements.flatMap(({ id }) => (isMarked.has(id) ? id : []));
      const all = (replies.get(`${asked.roundtable.id} ${asked.number}`) ?? []).filter(
        ({ id }) => !marked.includes(id),
      );
      const sentence = (asked.body ?? '').slice(point.sentenceStart, point.sentenceEnd);
      const own = new Set(namesOf(asked));
      const isAnswer = (reply: StatementView) =>
        isPutTo(
          sentence,
          namesOf(reply).filter((name) => !own.has(name)),
        );
      const answers = [...marked, ...all.filter(isAnswer).map(({ id }) => id)];
      return [
        [point.id, { answers, marked, replies: all.filter((one) => !isAnswer(one)).map(({ id }) => id) }] as const,
      ];
    }),
  );
}

function namesOf({ speakers }: StatementView): string[] {
  return speakers.flatMap(({ part, delegation, person }) => (part === 'speaker' ? [delegation?.name, person].filter((name) => name != null) : [])); // prettier-ignore
}
