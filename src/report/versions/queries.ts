import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds } from '#people/rules.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { givesAway } from '#report/checks/before-circulating.ts';
import { storedReport } from '#report/checks/stored.ts';
import { readingView } from '#report/reading.ts';
import { desk, letterAt, mayRead } from '#report/rules.ts';
import type { ReportRow, ReportText } from '#report/text-rows.ts';
import type { ReportView } from '#report/views.ts';
import { changesBetween, type SentenceChange, type StoredSentence } from './changes.ts';
import { textIn, textOf } from './content.ts';
import { signaturesUnder, versions, type Signature } from './rows.ts';

/** One version of a report: when it was circulated, final or corrected, and who signed that text. */
export interface VersionView {
  number: number;
  occasion: 'circulated' | 'final' | 'corrigendum';
  corrigendum: number | null;
  title: string;
  at: Date;
  by: string | null;
  signed: Signature[];
}

/** The versions of a report this viewer may read, oldest first. */
export async function versionsOf(db: Kysely<DB>, viewer: Viewer, report: ReportRow): Promise<VersionView[]> {
  if (!mayRead(viewer, report)) return [];
  const signed = await signaturesUnder(db, report.id);
  return (await versions(db, report.id).execute()).map(({ id: _, digest, ...version }) => ({
    ...version,
    occasion: version.occasion as VersionView['occasion'],
    signed: signed.filter((one) => one.digest === digest),
  }));
}

/** A version as it was read then; undefined where there is none, or it is not theirs to open. */
export async function reportVersion(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  number: number,
): Promise<ReportView | undefined> {
  const version = await versionText(db, viewer, report, number);
  return version && { ...(await readingView(db, viewer, report, version.text)), title: version.title };
}

/**
 * What changed from one version to another; `later` may be the text as it stands. Undefined where one of them is not there,
 * or not theirs to open.
 */
export async function changesIn(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  from: number,
  later: number | 'now',
): Promise<SentenceChange[] | undefined> {
  const before = await versionText(db, viewer, report, from);
  const after = later === 'now' ? { text: await textOf(db, report.id) } : await versionText(db, viewer, report, later);
  return before && after && changesBetween(storedIn(before.text), storedIn(after.text));
}

/**
 * The text of a version, where it is this reader's to open: what was put right since may be what gave somebody away, and
 * such a text is opened only by those who write the report and those who chair.
 */
async function versionText(db: Kysely<DB>, viewer: Viewer, report: ReportRow, number: number) {
  const row = await db
    .selectFrom('report_version')
    .select(['title', 'content'])
    .where('report_id', '=', report.id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row || !mayRead(viewer, report)) return undefined;
  const text = await textIn(db, row.content);
  const isDesk = holds(viewer, desk, { editionId: report.edition_id, roundtableId: report.roundtable_id });
  const isOpen = isDesk || !(await givesAway(db, report, storedReport(await readingView(db, program, report, text))));
  return isOpen ? { title: row.title, text } : undefined;
}

function storedIn({ paragraphs, sentences, citations }: ReportText): StoredSentence[] {
  const inParagraph = Map.groupBy(sentences, ({ paragraph_id }) => paragraph_id);
  const cited = Map.groupBy(citations, ({ sentence_id }) => sentence_id);
  return paragraphs.flatMap(({ id, number }) =>
    (inParagraph.get(id) ?? []).map((sentence, place) => ({
      id: sentence.id,
      text: sentence.text,
      paragraph: number ?? 0,
      letter: letterAt(place),
      rests: (cited.get(sentence.id) ?? []).map((one) => `${one.statement_id} ${one.quotation ?? ''} ${one.question_id} ${one.cited_sentence_id}`).join('\n'), // prettier-ignore
    })),
  );
}
