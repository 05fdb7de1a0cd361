import type { StatementView } from '#statements/queries.ts';

/** How a thread can be read: as it came, question by question, or what nobody has replied to. */
export const threadOrders = ['time', 'question', 'unanswered'] as const;
export type ThreadOrder = (typeof threadOrders)[number];

type Ordered = Pick<StatementView, 'number' | 'answers' | 'repliesTo' | 'kind' | 'state'>;

/**
 * The statements in this order, in groups: one for each question and one for what answers none, or one for all. A reply that
 * names no question stands with what it replies to.
 */
export function inOrder<S extends Ordered>(statements: readonly S[], order: ThreadOrder): Group<S>[] {
  if (order === 'unanswered') return [{ question: null, statements: statements.filter(isUnanswered(statements)) }];
  if (order === 'time') return [{ question: null, statements }];
  const byNumber = new Map(statements.map((statement) => [statement.number, statement]));
  const groups = Map.groupBy(statements, (statement) => questionOf(statement, byNumber));
  return [...groups]
    .map(([question, statements]) => ({ question, statements }))
    .sort((a, b) => (a.question || Infinity) - (b.question || Infinity));
}

/** `question` is null where there is one group only, and 0 for what answers none. */
interface Group<S> {
  question: number | null;
  statements: readonly S[];
}

function questionOf(statement: Ordered, byNumber: Map<number, Ordered>): number {
  const seen = new Set<number>();
  for (let at: Ordered | undefined = statement; at && !seen.has(at.number); at = byNumber.get(at.repliesTo ?? 0)) {
    if (at.answers.length > 0) return Math.min(...at.answers);
    seen.add(at.number);
  }
  return 0;
}

function isUnanswered(statements: readonly Ordered[]) {
  const answered = new Set(statements.map(({ repliesTo }) => repliesTo));
  return ({ number, state }: Ordered) => !answered.has(number) && state !== 'withdrawn';
}
