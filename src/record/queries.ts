import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isSetAside } from '#db/set-aside.ts';
import { subjectsIn, type Subject } from './subjects.ts';
import type { RoleKind, Viewer } from './viewer.ts';

/** A line of the record as one person may see it. */
export interface RecordLineView {
  sequence: number;
  /** Noun and past participle: `statement.entered`. */
  kind: string;
  /** The name of the act that wrote it. */
  act: string;
  /** Whether only the offices are shown it. */
  deskOnly: boolean;
  at: Date;
  /** SHA-256, in hexadecimal, over the salt and the rows written. */
  commitment: string;
  /** The number of the roundtable it happened in. */
  roundtable: string | null;
  /** Null where what it is about is not this viewer's to see. */
  subject: Subject | null;
  /** It is about a statement set aside as spam or abuse, which has no page for this viewer. */
  isAside: boolean;
  actor: { by: 'program' } | { by: 'person'; name: string | null };
}

export interface RecordPage {
  lines: RecordLineView[];
  /** The sequence number to ask for lines before, or null on the last page. */
  older: number | null;
}

interface Asked {
  /** Only lines before this sequence number. */
  before?: number | null;
  /** Only lines of this roundtable. */
  roundtableId?: string | null;
  limit?: number;
}

/**
 * The lines of the record that happened in an edition or concern it, newest first: public lines to anyone, desk lines to
 * the edition's offices. What is off the record leaves no line here for anyone else, whatever the line's own audience.
 */
export async function recordOf(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  { before = null, roundtableId = null, limit = 50 }: Asked = {},
): Promise<RecordPage> {
  const office = isOffice(viewer, editionId);
  let query = db
    .selectFrom('record_line as line')
    .leftJoin('roundtable', 'roundtable.id', 'line.roundtable_id')
    .leftJoin('person', 'person.id', 'line.actor_id')
    .select(['line.sequence', 'line.kind', 'line.act', 'line.audience', 'line.at', 'line.commitment'])
    .select(['line.subject_id', 'line.actor_id', 'roundtable.number as roundtable', 'person.name'])
    .select([isPublicName(editionId).as('is_public_name'), isSetAside('line.subject_id').as('is_set_aside')])
    .where(roundtableId ? (eb) => eb('line.roundtable_id', '=', roundtableId) : concerns(editionId))
    .where((eb) => eb.or([eb('roundtable.edition_id', '=', editionId), eb('line.roundtable_id', 'is', null)]))
    .orderBy('line.sequence', 'desc')
    .limit(limit + 1);
  if (before !== null) query = query.where('line.sequence', '<', before);
  if (!office) query = query.where('line.audience', '=', 'public').where(isOnRecord);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const subjects = await subjectsIn(
    db,
    page.map((row) => row.subject_id),
  );
  return {
    lines: page.map((row) => ({
      sequence: row.sequence,
      kind: row.kind,
      act: row.act,
      deskOnly: row.audience !== 'public',
      at: row.at,
      commitment: row.commitment.toString('hex'),
      roundtable: row.roundtable,
      subject: subjects.get(row.subject_id) ?? null,
      isAside: row.is_set_aside && !office,
      actor:
        row.actor_id || row.act === 'comment.submit'
          ? { by: 'person', name: office || row.is_public_name ? row.name : null }
          : { by: 'program' },
    })),
    older: rows.length > limit ? page.at(-1)!.sequence : null,
  };
}

/** The sequence numbers of the lines that everyone may see, of an edition or of some of its roundtables, in order. */
export async function publicLines(
  db: Kysely<DB>,
  { editionId, roundtableIds }: { editionId: string; roundtableIds?: readonly string[] },
): Promise<number[]> {
  const rows = await db
    .selectFrom('record_line as line')
    .select('line.sequence')
    .where(
      roundtableIds
        ? (eb) => eb('line.roundtable_id', '=', sql<string>`any(${roundtableIds}::uuid[])`)
        : concerns(editionId),
    ) // prettier-ignore
    .where('line.audience', '=', 'public')
    .where(isOnRecord)
    .orderBy('line.sequence')
    .execute();
  return rows.map(({ sequence }) => sequence);
}

type Lines = ExpressionBuilder<DB & { line: DB['record_line'] }, 'line'>;

/** It happened in one of the edition's roundtables, or is about the edition, an office, a person or a delegation in it. */
function concerns(editionId: string) {
  return (eb: Lines): Expression<SqlBool> =>
    eb.or([
      eb(
        'line.roundtable_id',
        'in',
        eb.selectFrom('roundtable as here').select('here.id').where('here.edition_id', '=', editionId),
      ),
      eb.and([eb('line.roundtable_id', 'is', null), sql<SqlBool>`line.subject_id in (${membersOf(editionId)})`]),
    ]);
}

/** Delegations that took part count only where the attribution policy names them. */
function membersOf(editionId: string) {
  return sql`
    select ${editionId}::uuid
    union select role.id from role where role.edition_id = ${editionId}
    union select practice.id from practice where practice.edition_id = ${editionId}
    union select role.delegation_id from role where role.edition_id = ${editionId} and role.delegation_id is not null
    union select credential.delegation_id from credential where credential.edition_id = ${editionId}
    union select credential.id from credential where credential.edition_id = ${editionId}
    union select credential.person_id from credential where credential.edition_id = ${editionId}
    union select role.person_id from role where role.edition_id = ${editionId} and role.person_id is not null
    union select invitation.id from invitation where invitation.edition_id = ${editionId}
    union select edition.chair_id from edition where edition.id = ${editionId} and edition.chair_id is not null
    union select speaker.delegation_id from statement_speaker speaker
      join statement on statement.id = speaker.statement_id
      join roundtable on roundtable.id = statement.roundtable_id
      join edition on edition.id = roundtable.edition_id
      where edition.id = ${editionId} and speaker.delegation_id is not null and statement.on_record
        and not ${isSetAside('statement.id')}
        and coalesce(roundtable.attribution, edition.attribution) = 'attributed'`;
}

/** Not about a statement that the public cannot see. */
function isOnRecord(eb: Lines): Expression<SqlBool> {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('statement')
        .select('statement.id')
        .whereRef('statement.id', '=', 'line.subject_id')
        .where((eb) =>
          eb.or([eb('statement.on_record', '=', false), eb('statement.state', 'in', ['draft', 'withheld'])]),
        ),
    ),
  );
}

/** Whoever holds an office acts under their own name, except in writing a statement of their own. */
function isPublicName(editionId: string) {
  return sql<boolean>`exists (
    select from role where role.person_id = line.actor_id and role.edition_id = ${editionId}
  ) and not exists (
    select from statement where statement.id = line.subject_id and statement.author_id = line.actor_id
  )`;
}

const offices: readonly RoleKind[] = ['chairs_office', 'support_unit'];

function isOffice(viewer: Viewer, editionId: string): boolean {
  return viewer.program || viewer.roles.some((role) => role.editionId === editionId && offices.includes(role.kind));
}
