import type { Kysely, NotNull } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds, reporters } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { roundtablesIn, type StatementView } from '#statements/queries.ts';
import { statements, toView as toStatement } from '#statements/rows.ts';
import { windowOf } from './before-correcting.ts';

/** What a delegation said of the record of one of its interventions. */
export interface CorrectionView {
  id: string;
  revision: number;
  /** Null: it confirmed it. */
  body: string | null;
  reason: string;
  late: boolean;
  at: Date;
  by: string | null;
  decision: 'accepted' | 'declined' | 'withdrawn' | null;
  words: string;
  decidedBy: string | null;
}

/** An intervention as its own delegation looks after it. */
export interface OwnIntervention {
  statement: StatementView;
  corrections: CorrectionView[];
  closesAt: Date | null;
}

/** What a delegation said aloud in an edition, to its own people; undefined for everyone else. Off the record there is nothing. */
export async function ownInterventions(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  delegation: { id: string; slug: string },
): Promise<OwnIntervention[] | undefined> {
  if (!viewer.delegationIds.includes(delegation.id)) return undefined;
  const said = await ownWords(db, viewer, editionId, delegation.id);
  const windows = new Map<string, Date | null>();
  const own: OwnIntervention[] = [];
  for (const statement of said) {
    const { id } = statement.roundtable;
    if (!windows.has(id)) windows.set(id, await windowOf(db, id));
    own.push({ statement, corrections: await correctionsOf(db, statement.id), closesAt: windows.get(id)! });
  }
  return own;
}

/** Its own words are its own to see, whatever others are told of who said them. */
async function ownWords(db: Kysely<DB>, viewer: Viewer, editionId: string, delegationId: string) {
  const own: StatementView[] = [];
  for (const roundtable of await roundtablesIn(db, editionId)) {
    const rows = await statements(db, viewer, roundtable)
      .where('statement.kind', 'in', ['intervention', 'remark'])
      .where('statement.on_record', '=', true)
      .where('statement.state', 'in', ['noted', 'checked', 'confirmed', 'received'])
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('statement_speaker')
            .select('position')
            .whereRef('statement_id', '=', 'statement.id')
            .where('delegation_id', '=', delegationId)
            .where('part', 'in', ['speaker', 'on_behalf_of']),
        ),
      )
      .orderBy('statement.number')
      .execute();
    own.push(...rows.map((row) => toStatement(row, viewer, roundtable, true)));
  }
  return own.filter(({ body }) => body !== null);
}

async function correctionsOf(db: Kysely<DB>, statementId: string): Promise<CorrectionView[]> {
  const rows = await corrections(db)
    .where('correction.statement_id', '=', statementId)
    .orderBy('correction.at')
    .orderBy('correction.id')
    .execute();
  return rows.map(toView);
}

/** Of interventions; those of a report are its own. */
function corrections(db: Kysely<DB>) {
  return db
    .selectFrom('correction')
    .where('correction.report_id', 'is', null)
    .leftJoin('person as asker', 'asker.id', 'correction.by_id')
    .leftJoin('person as decider', 'decider.id', 'correction.decided_by')
    .select(['correction.id', 'correction.revision', 'correction.body', 'correction.reason', 'correction.late'])
    .select(['correction.at', 'correction.decision', 'correction.words'])
    .select(['asker.name as by', 'decider.name as decidedBy'])
    .$narrowType<{ revision: NotNull }>();
}

function toView({
  decision,
  ...row
}: Awaited<ReturnType<ReturnType<typeof corrections>['execute']>>[number]): CorrectionView {
  return { ...row, decision: decision as CorrectionView['decision'] };
}

/** The corrections that wait for a decision of this viewer, oldest first. */
export async function correctionsAsked(db: Kysely<DB>, viewer: Viewer, editionId: string) {
  const roundtables = (await roundtablesIn(db, editionId)).filter(({ id }) =>
    holds(viewer, reporters, { editionId, roundtableId: id }),
  );
  if (roundtables.length === 0) return [];
  const ids = roundtables.map(({ id }) => id);
  const rows = await corrections(db)
    .innerJoin('statement', 'statement.id', 'correction.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('delegation', 'delegation.id', 'correction.delegation_id')
    .innerJoin('statement_revision as stands', (join) =>
      join.onRef('stands.statement_id', '=', 'statement.id').onRef('stands.revision', '=', 'statement.revisions'),
    )
    .select(['statement.number', 'statement.language', 'statement.revisions', 'roundtable.number as roundtable'])
    .select(['delegation.slug', 'delegation.short_name as name', 'delegation.kind', 'stands.body as standing'])
    .where('roundtable.id', 'in', ids)
    .where('correction.body', 'is not', null)
    .where('correction.decision', 'is', null)
    .orderBy('correction.at')
    .orderBy('correction.id')
    .execute();
  return rows.map(({ number, language, revisions, roundtable, slug, name, kind, standing, ...row }) => ({
    correction: toView(row),
    statement: { number, language, revisions, roundtable: { number: roundtable }, body: standing },
    delegation: { slug, name, kind },
  }));
}

export async function countCorrections(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  return (await correctionsAsked(db, viewer, editionId)).length;
}
