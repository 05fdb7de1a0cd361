import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import { isSetAside } from '#db/set-aside.ts';

export interface DelegationName {
  slug: string;
  name: string;
  kind: string;
}

export interface RoundtableView {
  id: string;
  edition_id: string;
  parentId: string | null;
  number: string;
  title: string;
  lead: string;
  description: string;
  room: string | null;
  state: string;
  startsAt: Date | null;
  endsAt: Date | null;
  commentsCloseAt: Date | null;
  /** The roundtable's own policy, or its edition's. */
  attribution: string;
  /** How many statements anyone may see. */
  statements: number;
  coChairs: DelegationName[];
  /** Names of rapporteurs and general rapporteurs. */
  rapporteurs: string[];
  questions: { id: string; number: number; text: string; answers: number }[];
}

/** The editions, newest first. */
export function editions(db: Kysely<DB>) {
  return db.selectFrom('edition').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

/** By its slug, or the newest where none is given. */
export async function editionCalled(db: Kysely<DB>, slug?: string) {
  const query = db
    .selectFrom('edition')
    .selectAll('edition')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  return (slug ? query.where('slug', '=', slug) : query).executeTakeFirst();
}

/** The whole programme of an edition in the order of its numbers: clusters and roundtables alike. */
export async function programmeOf(db: Kysely<DB>, editionId: string): Promise<RoundtableView[]> {
  const rows = await roundtables(db).where('roundtable.edition_id', '=', editionId).orderBy(inProgrammeOrder).execute();
  return rows.map(toView);
}

export async function roundtableNumbered(db: Kysely<DB>, editionId: string, number: string) {
  const row = await roundtables(db)
    .where('roundtable.edition_id', '=', editionId)
    .where('roundtable.number', '=', number)
    .executeTakeFirst();
  return row && toView(row);
}

function roundtables(db: Kysely<DB>) {
  return db
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select((eb) => [
      'roundtable.id',
      'roundtable.edition_id',
      'roundtable.parent_id',
      'roundtable.number',
      'roundtable.title',
      'roundtable.lead',
      'roundtable.description',
      'roundtable.room',
      'roundtable.state',
      'roundtable.starts_at',
      'roundtable.ends_at',
      'roundtable.comments_close_at',
      eb.fn.coalesce('roundtable.attribution', 'edition.attribution').as('attribution'),
      eb
        .selectFrom('statement')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .whereRef('statement.roundtable_id', '=', 'roundtable.id')
        .where('on_record', '=', true)
        .where('statement.state', 'not in', ['draft', 'withheld'])
        .where(({ not }) => not(isSetAside('statement.id')))
        .as('statements'),
      jsonArrayFrom(
        eb
          .selectFrom('role')
          .innerJoin('delegation', 'delegation.id', 'role.delegation_id')
          .select(['slug', 'short_name as name', 'delegation.kind'])
          .whereRef('role.roundtable_id', '=', 'roundtable.id')
          .where('role.kind', '=', 'co_chair')
          .orderBy('role.position'),
      ).as('coChairs'),
      jsonArrayFrom(
        eb
          .selectFrom('role')
          .innerJoin('person', 'person.id', 'role.person_id')
          .select('person.name')
          .whereRef('role.roundtable_id', '=', 'roundtable.id')
          .where('role.kind', 'in', ['rapporteur', 'general_rapporteur'])
          .orderBy('role.position'),
      ).as('rapporteurs'),
      jsonArrayFrom(
        eb
          .selectFrom('question')
          .select(['question.id', 'question.number', 'question.text'])
          .select((eb) =>
            eb
              .selectFrom('statement_answer')
              .select(({ fn }) => fn.countAll<number>().as('all'))
              .whereRef('question_id', '=', 'question.id')
              .where(({ not }) => not(isSetAside('statement_answer.statement_id')))
              .as('answers'),
          )
          .whereRef('question.roundtable_id', '=', 'roundtable.id')
          .orderBy('question.number'),
      ).as('questions'),
    ]);
}

function toView(row: Awaited<ReturnType<ReturnType<typeof roundtables>['execute']>>[number]): RoundtableView {
  const { parent_id, starts_at, ends_at, comments_close_at, rapporteurs, questions, statements, ...same } = row;
  return {
    ...same,
    statements: statements ?? 0,
    parentId: parent_id,
    startsAt: starts_at,
    endsAt: ends_at,
    commentsCloseAt: comments_close_at,
    rapporteurs: rapporteurs.map(({ name }) => name),
    questions: questions.map((question) => ({ ...question, answers: question.answers ?? 0 })),
  };
}

/** The published list from which the Chair gives a reason, in the order of its codes. */
export function rulingReasons(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('ruling_reason')
    .select(['code', 'title', 'words'])
    .where('edition_id', '=', editionId)
    .orderBy('code')
    .execute();
}
