import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';
import { holds } from '#people/rules.ts';
import { roundtablesIn } from '#statements/queries.ts';
import { statements, toView, visibleTo, type StatementView } from '#statements/rows.ts';
import { rulingsOn, type RulingView } from './history.ts';
import { mayDo } from './rules.ts';

/** What the queue is narrowed to. */
export interface Narrowed {
  /** A roundtable's number. */
  roundtable?: string | null;
  /** A guiding question's number in that roundtable. */
  question?: number | null;
  /** Kinds of delegation. */
  kinds?: readonly string[] | null;
  identified?: boolean | null;
}

/** A comment that awaits a ruling, and how many there are in its roundtable. */
export interface Awaiting {
  comments: StatementView[];
  /** Roundtables in which something awaits, with how many: before any narrowing. */
  roundtables: { number: string; title: string; count: number }[];
}

/** The comments without a ruling in the roundtables this viewer works in, oldest first. */
export async function awaitingRuling(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  { roundtable: number, question, kinds, identified }: Narrowed = {},
): Promise<Awaiting> {
  const theirs = await placesOf(db, viewer, editionId);
  const all: Awaiting['roundtables'] = [];
  const comments: StatementView[] = [];
  for (const roundtable of theirs) {
    const rows = await statements(db, viewer, roundtable)
      .where(awaits)
      .orderBy('statement.said_at')
      .orderBy('statement.number')
      .execute();
    if (rows.length > 0) all.push({ number: roundtable.number, title: roundtable.title, count: rows.length });
    if (!number || number === roundtable.number) comments.push(...rows.map((row) => toView(row, viewer, roundtable)));
  }
  const isAsked = ({ answers, speakers, identity }: StatementView) =>
    (!question || answers.includes(question)) &&
    (!kinds || speakers.some(({ delegation }) => delegation && kinds.includes(delegation.kind))) &&
    (identified === null || identified === undefined || identified === (identity !== 'unidentified'));
  return { comments: comments.filter(isAsked).sort(byAge), roundtables: all };
}

/** How many comments await a ruling in the roundtables this viewer works in. */
export async function countAwaiting(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  const counts = await countByRoundtable(db, viewer, editionId);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** The same, roundtable by roundtable; those where nothing awaits are left out. */
export async function countByRoundtable(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const counted = [];
  for (const roundtable of await placesOf(db, viewer, editionId)) {
    const { all, held, oldest } = await db
      .selectFrom('statement')
      .select(({ fn }) => [fn.countAll<number>().as('all'), fn.min('statement.said_at').as('oldest')])
      .select(sql<number>`count(*) filter (where statement.state = 'held')`.as('held'))
      .where('statement.roundtable_id', '=', roundtable.id)
      .where(visibleTo(viewer, roundtable))
      .where(awaits)
      .executeTakeFirstOrThrow();
    if (Number(all) > 0)
      counted.push({
        number: roundtable.number,
        title: roundtable.title,
        count: Number(all),
        held: Number(held),
        oldest,
      });
  }
  return counted;
}

/** The list from which the Chair gives a reason, as it was published. */
export function publishedReasons(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('ruling_reason')
    .select(['code', 'title', 'words'])
    .where('edition_id', '=', editionId)
    .orderBy('code')
    .execute();
}

/** A comment that stands and has no ruling. */
function awaits(eb: ExpressionBuilder<DB, 'statement'>) {
  return eb.and([
    eb('statement.kind', '=', 'comment'),
    eb('statement.state', 'in', ['received', 'held']),
    sql<boolean>`not exists (select from ruling given where given.statement_id = statement.id)`,
  ]);
}

/** The roundtables of an edition whose queue is this viewer's to see. */
async function placesOf(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const roundtables = await roundtablesIn(db, editionId);
  return roundtables.filter(({ id }) => holds(viewer, mayDo.readQueue, { editionId, roundtableId: id }));
}

function byAge(a: StatementView, b: StatementView): number {
  return (a.saidAt?.getTime() ?? 0) - (b.saidAt?.getTime() ?? 0);
}

/** An appeal that has not been answered, with the comment and the ruling it is against. */
export interface OpenAppeal {
  statement: StatementView;
  rulings: RulingView[];
}

/** The appeals that await an answer of the Chair's office, oldest first; nothing for anyone else. */
export async function openAppeals(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<OpenAppeal[]> {
  if (!holds(viewer, mayDo.answerAppeal, { editionId })) return [];
  const appeals: OpenAppeal[] = [];
  for (const roundtable of await roundtablesIn(db, editionId)) {
    const rows = await statements(db, viewer, roundtable).where(hasOpenAppeal).execute();
    const rulings = Map.groupBy(await rulingsOn(db, rows.map(({ id }) => id)), ({ statementId }) => statementId); // prettier-ignore
    appeals.push(
      ...rows.map((row) => ({ statement: toView(row, viewer, roundtable), rulings: rulings.get(row.id) ?? [] })),
    );
  }
  const madeAt = ({ rulings }: OpenAppeal) => rulings.at(-1)?.appeal?.at.getTime() ?? 0;
  return appeals.sort((a, b) => madeAt(a) - madeAt(b));
}

export async function countAppeals(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  return (await openAppeals(db, viewer, editionId)).length;
}

function hasOpenAppeal() {
  return sql<boolean>`exists (select from appeal where appeal.statement_id = statement.id and appeal.outcome is null)`;
}

/** The people who hold the Chair's office in an edition. */
export async function chairsOffice(db: Kysely<DB>, editionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role')
    .select('person_id')
    .distinct()
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'chairs_office')
    .where('person_id', 'is not', null)
    .execute();
  return rows.map(({ person_id }) => person_id!);
}
