import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { holds, offices } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import type { PaperKind, PaperState } from './rules.ts';

export interface PaperLine {
  id: string;
  slug: string;
  kind: PaperKind;
  title: string;
  language: string;
  state: PaperState;
  versions: number;
}

export interface PaperView extends PaperLine {
  /** The version that is shown. */
  version: number;
  at: Date;
  /** Every version, newest first. */
  history: { version: number; at: Date }[];
  paragraphs: {
    id: string;
    /** Null for a heading. */
    number: number | null;
    text: string;
    /** Numbers of the comments on these very words, whichever version they were made on. */
    comments: number[];
  }[];
}

interface Place {
  id: string;
  edition_id: string;
}

/** The papers of a roundtable that this viewer may read: drafts are for those who keep the programme and the co-chairs. */
export async function papersOf(db: Kysely<DB>, viewer: Viewer, roundtable: Place): Promise<PaperLine[]> {
  const rows = await papers(db, viewer, roundtable).orderBy('kind').orderBy('title').execute();
  return rows.map(toLine);
}

/** One of them, as its newest version has it or as the version asked for; undefined where there is none to see. */
export async function paperCalled(
  db: Kysely<DB>,
  viewer: Viewer,
  roundtable: Place,
  slug: string,
  version?: number,
): Promise<PaperView | undefined> {
  const row = await papers(db, viewer, roundtable)
    .where('slug', '=', slug)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('paper_version')
          .select(['version', 'at'])
          .whereRef('paper_id', '=', 'paper.id')
          .orderBy('version', 'desc'),
      ).as('history'),
    )
    .executeTakeFirst();
  const shown = version ?? row?.versions ?? 0;
  const history = row?.history.map(({ version, at }) => ({ version, at: new Date(at as unknown as string) })) ?? [];
  const at = history.find(({ version }) => version === shown)?.at;
  if (!row || !at) return undefined;
  const paragraphs = await db
    .selectFrom('paper_paragraph as here')
    .select(['here.id', 'here.number', 'here.text'])
    .select((eb) =>
      eb
        .selectFrom('statement_paragraph as about')
        .innerJoin('paper_paragraph as meant', 'meant.id', 'about.paragraph_id')
        .innerJoin('statement', 'statement.id', 'about.statement_id')
        .select(sql<number[]>`array_agg(statement.number order by statement.number)`.as('numbers'))
        .whereRef('meant.paper_id', '=', 'here.paper_id')
        .whereRef('meant.text', '=', 'here.text')
        .where('statement.on_record', '=', true)
        .where('statement.state', 'not in', ['draft', 'withheld', 'withdrawn'])
        .as('comments'),
    )
    .where('here.paper_id', '=', row.id)
    .where('here.version', '=', shown)
    .orderBy('here.position')
    .execute();
  return {
    ...toLine(row),
    version: shown,
    at,
    history,
    paragraphs: paragraphs.map(({ comments, ...paragraph }) => ({ ...paragraph, comments: comments ?? [] })),
  };
}

/** The paragraph someone is about to comment on: its number, its words, and the paper it stands in. */
export async function paragraphToComment(db: Kysely<DB>, viewer: Viewer, roundtable: Place, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return papers(db, viewer, roundtable)
    .innerJoin('paper_paragraph', 'paper_paragraph.paper_id', 'paper.id')
    .clearSelect()
    .select(['paper_paragraph.id', 'paper_paragraph.number', 'paper_paragraph.text', 'paper.slug', 'paper.title'])
    .where('paper_paragraph.id', '=', id)
    .executeTakeFirst();
}

function papers(db: Kysely<DB>, viewer: Viewer, { id, edition_id }: Place) {
  const seesDrafts = holds(viewer, [...offices, 'co_chair'], { editionId: edition_id, roundtableId: id });
  const query = db
    .selectFrom('paper')
    .select(['paper.id', 'paper.slug', 'paper.kind', 'paper.title', 'paper.language', 'paper.state', 'paper.versions'])
    .where('paper.roundtable_id', '=', id);
  return seesDrafts ? query : query.where('paper.state', '<>', 'draft');
}

function toLine(row: {
  id: string;
  slug: string;
  kind: string;
  title: string;
  language: string;
  state: string;
  versions: number;
}): PaperLine {
  // prettier-ignore
  const { id, slug, title, language, versions } = row;
  return { id, slug, title, language, versions, kind: row.kind as PaperKind, state: row.state as PaperState };
}
