import { createHash } from 'node:crypto';
import { sql, type Kysely, type SqlBool } from 'kysely';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { readCode } from './receipt.ts';
import { isDesk, statements, toView, type Roundtable, type StatementView } from './rows.ts';

export { isDesk, visibleTo, type SpeakerView, type StatementView } from './rows.ts';

/** Everything said in a roundtable that this viewer may see, in order. */
export async function statementsOf(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable): Promise<StatementView[]> {
  const rows = await statements(db, viewer, roundtable).orderBy('statement.number').execute();
  return rows.map((row) => toView(row, viewer, roundtable));
}

/**
 * The same, for a page that is asked for often: what everyone sees is remembered until the record moves on, and only a
 * person's own statements, which they alone see in full, are looked up for them.
 */
export async function statementsFor(forum: Forum, viewer: Viewer, roundtable: Roundtable): Promise<StatementView[]> {
  if (isDesk(viewer, roundtable)) return statementsOf(forum.db, viewer, roundtable);
  const look = () => statementsOf(forum.db, visitor, roundtable);
  const everyones = await remembered(forum, `statements ${roundtable.id}`, look);
  const { personId } = viewer;
  if (personId === null) return everyones;
  const own = await remembered(forum, `statements of ${personId} in ${roundtable.id}`, async () => {
    const rows = await statements(forum.db, viewer, roundtable).where('statement.author_id', '=', personId).execute();
    return new Map(rows.map((row) => [row.id, toView(row, viewer, roundtable)]));
  });
  const others = everyones.filter(({ id }) => !own.has(id));
  return [...others, ...own.values()].sort((a, b) => a.number - b.number);
}

export async function statementNumbered(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable, number: number) {
  const row = await statements(db, viewer, roundtable).where('statement.number', '=', number).executeTakeFirst();
  return row && toView(row, viewer, roundtable);
}

/** All that a delegation said in an edition, roundtable by roundtable, where the policy lets it be named. */
export async function statementsByDelegation(db: Kysely<DB>, viewer: Viewer, editionId: string, delegationId: string) {
  const roundtables = await roundtablesIn(db, editionId);
  const said = await Promise.all(
    roundtables.map(async (roundtable) => {
      const mayName = roundtable.attribution === 'attributed' || isDesk(viewer, roundtable);
      if (!mayName) return [];
      const rows = await statements(db, viewer, roundtable)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('statement_speaker')
              .select('position')
              .whereRef('statement_id', '=', 'statement.id')
              .where('delegation_id', '=', delegationId),
          ),
        )
        .orderBy('statement.number')
        .execute();
      return rows.map((row) => toView(row, viewer, roundtable));
    }),
  );
  return said.flat();
}

/** Full-text search over what this viewer may read, each statement by the rules of its own language; best first. */
export async function searchStatements(db: Kysely<DB>, viewer: Viewer, editionId: string, words: string) {
  const roundtables = await roundtablesIn(db, editionId);
  const query = sql`websearch_to_tsquery(search_config(revision.language), ${words})`;
  const found = await Promise.all(
    roundtables.map(async (roundtable) => {
      const rows = await statements(db, viewer, roundtable)
        .select(sql<number>`ts_rank(revision.search, ${query})`.as('rank'))
        .where(sql<SqlBool>`revision.search @@ ${query}`)
        .limit(100)
        .execute();
      // Nobody finds out who spoke by looking for their name.
      return rows
        .map((row) => ({ rank: row.rank, words: row.body, statement: toView(row, viewer, roundtable) }))
        .filter(({ words, statement: { namesNobody, body } }) => !namesNobody || body === words);
    }),
  );
  return found
    .flat()
    .filter(({ statement }) => statement.body !== null)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 100)
    .map(({ statement }) => statement);
}

/** The statements that answer this one, in order, as this viewer may see them. */
export async function repliesTo(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable, statementId: string) {
  const rows = await statements(db, viewer, roundtable)
    .where('statement.replies_to', '=', statementId)
    .orderBy('statement.number')
    .execute();
  return rows.map((row) => toView(row, viewer, roundtable));
}

/**
 * Every version of a statement's words, oldest first; none where the words are not this viewer's to read, and only the last
 * where those before may name who said them.
 */
export async function revisionsOf(
  db: Kysely<DB>,
  { namesNobody, ...statement }: Pick<StatementView, 'id' | 'body' | 'namesNobody'>,
) {
  if (statement.body === null) return [];
  const { body } = statement;
  const revisions = await allRevisions(db, statement.id);
  return namesNobody ? revisions.slice(-1).map((last) => ({ ...last, body })) : revisions;
}

function allRevisions(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('statement_revision')
    .select(['revision', 'language', 'body', 'at'])
    .where('statement_id', '=', id)
    .orderBy('revision')
    .execute();
}

/** What a receipt shows: where its statement stands, and the proof that its first words are unchanged. */
export interface ReceiptView {
  code: string;
  /** SHA-256 over the salt and the first revision's text, both in hexadecimal. */
  commitment: string;
  /** Null once the words were erased on request: then nobody can try others against the commitment. */
  salt: string | null;
  /** Whether the first revision, as it is kept today, still gives the commitment; null where it was erased. */
  holds: boolean | null;
  /** As its author sees it: only the author was given the code. */
  statement: StatementView;
  roundtable: Roundtable & { number: string; title: string };
  authorId: string | null;
  receivedAt: Date;
  /** Sequence numbers of the public lines of the record about it. */
  lines: number[];
}

/** The receipt with this code, however it was typed; undefined where there is none. Whoever holds it need not sign in. */
export async function receiptCalled(db: Kysely<DB>, code: string): Promise<ReceiptView | undefined> {
  const row = await receipts(db).where('receipt.code', '=', readCode(code)).executeTakeFirst();
  if (!row) return undefined;
  const { statement_id, attribution } = row;
  const roundtable = {
    id: row.roundtable_id,
    edition_id: row.edition_id,
    attribution,
    number: row.number,
    title: row.title,
  };
  const author = { ...visitor, personId: row.author_id };
  const found = await statements(db, author, roundtable, true)
    .where('statement.id', '=', statement_id)
    .executeTakeFirst();
  if (!found) return undefined;
  const lines = await db
    .selectFrom('record_line')
    .select('sequence')
    .where('subject_id', '=', statement_id)
    .where('audience', '=', 'public')
    .orderBy('sequence')
    .execute();
  return {
    code: row.code,
    commitment: row.commitment.toString('hex'),
    salt: row.salt && row.salt.toString('hex'),
    holds:
      row.salt === null ? null : createHash('sha256').update(row.salt).update(row.body).digest().equals(row.commitment),
    statement: toView(found, author, roundtable, true),
    roundtable,
    authorId: row.author_id,
    receivedAt: row.at,
    lines: lines.map(({ sequence }) => sequence),
  };
}

/** The code of the receipt for a statement, to the author who is signed in; nobody else is given it. */
export async function ownReceipt(db: Kysely<DB>, viewer: Viewer, statementId: string): Promise<string | undefined> {
  if (!viewer.personId) return undefined;
  const row = await receipts(db)
    .where('statement.id', '=', statementId)
    .where('statement.author_id', '=', viewer.personId)
    .executeTakeFirst();
  return row?.code;
}

function receipts(db: Kysely<DB>) {
  return db
    .selectFrom('receipt')
    .innerJoin('statement', 'statement.id', 'receipt.statement_id')
    .innerJoin('statement_revision as first', (join) =>
      join.onRef('first.statement_id', '=', 'statement.id').on('first.revision', '=', 1),
    )
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['receipt.code', 'receipt.salt', 'receipt.commitment', 'receipt.statement_id', 'first.body', 'first.at'])
    .select(['statement.author_id', 'statement.roundtable_id', 'roundtable.number', 'roundtable.title'])
    .select((eb) => [
      'roundtable.edition_id',
      eb.fn.coalesce('roundtable.attribution', 'edition.attribution').as('attribution'),
    ]);
}

/** A roundtable's policy, or its edition's where it has none of its own. */
export function roundtablesIn(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select((eb) => [
      'roundtable.id',
      'edition_id',
      'roundtable.number',
      'roundtable.title',
      eb.fn.coalesce('roundtable.attribution', 'edition.attribution').as('attribution'),
    ])
    .where('edition_id', '=', editionId)
    .orderBy(inProgrammeOrder)
    .execute();
}
