import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import type { RoleKind } from '#record/viewer.ts';

/** A roundtable or cluster as those who keep the programme edit it: its own values, not the edition's. */
export interface KeptRoundtable {
  id: string;
  parentId: string | null;
  number: string;
  title: string;
  lead: string;
  description: string;
  room: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  commentsCloseAt: Date | null;
  attribution: string | null;
  state: string;
  version: number;
  /** How many statement numbers have been given out. */
  statements: number;
  questions: { id: string; number: number; text: string; version: number; answers: number; wordings: { version: number; text: string }[] }[]; // prettier-ignore
  roles: KeptRole[];
  papers: { slug: string; title: string; kind: string; state: string; versions: number }[];
}

export interface KeptRole {
  id: string;
  kind: RoleKind;
  person: string | null;
  delegation: { slug: string; name: string; kind: string } | null;
}

/** The whole programme in the order of its numbers, for those who keep it; a page asks who that is. */
export async function programmeToKeep(db: Kysely<DB>, editionId: string): Promise<KeptRoundtable[]> {
  const rows = await db
    .selectFrom('roundtable')
    .selectAll('roundtable')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('question')
          .select(['question.id', 'question.number', 'question.text', 'question.version'])
          .select((eb) => [
            eb
              .selectFrom('statement_answer')
              .select(({ fn }) => fn.countAll<number>().as('all'))
              .whereRef('question_id', '=', 'question.id')
              .as('answers'),
            jsonArrayFrom(
              eb
                .selectFrom('question_wording')
                .select(['question_wording.version', 'question_wording.text'])
                .whereRef('question_wording.question_id', '=', 'question.id')
                .orderBy('question_wording.version', 'desc'),
            ).as('wordings'),
          ])
          .whereRef('question.roundtable_id', '=', 'roundtable.id')
          .orderBy('question.number'),
      ).as('questions'),
      jsonArrayFrom(
        eb
          .selectFrom('paper')
          .select(['paper.slug', 'paper.title', 'paper.kind', 'paper.state', 'paper.versions'])
          .whereRef('paper.roundtable_id', '=', 'roundtable.id')
          .orderBy('paper.title'),
      ).as('papers'),
    ])
    .where('edition_id', '=', editionId)
    .orderBy(inProgrammeOrder)
    .execute();
  const roles = Map.groupBy(await rolesIn(db, editionId), ({ roundtableId }) => roundtableId);
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    number: row.number,
    title: row.title,
    lead: row.lead,
    description: row.description,
    room: row.room,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    commentsCloseAt: row.comments_close_at,
    attribution: row.attribution,
    state: row.state,
    version: row.version,
    statements: row.statements,
    questions: row.questions.map((question) => ({ ...question, answers: Number(question.answers ?? 0) })),
    roles: roles.get(row.id) ?? [],
    papers: row.papers,
  }));
}

/** Who holds which office, on the edition (no roundtable) or on one of its roundtables. */
export async function rolesIn(
  db: Kysely<DB>,
  editionId: string,
): Promise<(KeptRole & { roundtableId: string | null })[]> {
  // prettier-ignore
  const rows = await db
    .selectFrom('role')
    .leftJoin('person', 'person.id', 'role.person_id')
    .leftJoin('delegation', 'delegation.id', 'role.delegation_id')
    .select(['role.id', 'role.kind', 'role.roundtable_id', 'person.name as person'])
    .select(['delegation.slug', 'delegation.short_name', 'delegation.kind as delegation_kind'])
    .where('role.edition_id', '=', editionId)
    .orderBy(sql`array_position(array['chairs_office', 'support_unit', 'co_chair', 'general_rapporteur', 'rapporteur'], role.kind)`) // prettier-ignore
    .orderBy('role.position')
    .execute();
  return rows.map(({ id, kind, roundtable_id, person, slug, short_name, delegation_kind }) => ({
    id,
    kind: kind as RoleKind,
    roundtableId: roundtable_id,
    person,
    delegation: slug ? { slug, name: short_name!, kind: delegation_kind! } : null,
  }));
}
