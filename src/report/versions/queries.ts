import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { readingView } from '#report/reading.ts';
import { desk, letterAt, mayRead, policyOf } from '#report/rules.ts';
import { countOffTheRecord } from '#report/scope.ts';
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

/**
 * Whether earlier texts are for this reader. Where people are not named, or something was taken off the record, only those
 * who write the report and those who chair open them: what was put right may be what gave somebody away.
 */
export async function mayOpenEarlier(db: Kysely<DB>, viewer: Viewer, report: ReportRow): Promise<boolean> {
  if (!mayRead(viewer, report)) return false;
  if (holds(viewer, desk, { editionId: report.edition_id, roundtableId: report.roundtable_id })) return true;
  return policyOf(report) === 'attributed' && (await countOffTheRecord(db, report.roundtable_id)) === 0;
}

/** A version as it was read then; undefined where there is none, or it is not theirs to open. */
export async function reportVersion(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  number: number,
): Promise<ReportView | undefined> {
  const text = (await mayOpenEarlier(db, viewer, report)) ? await versionText(db, report.id, number) : undefined;
  return text && { ...(await readingView(db, viewer, report, text.text)), title: text.title };
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
  if (!(await mayOpenEarlier(db, viewer, report))) return undefined;
  const before = await versionText(db, report.id, from);
  const after = later === 'now' ? { text: await textOf(db, report.id) } : await versionText(db, report.id, later);
  return before && after && changesBetween(storedIn(before.text), storedIn(after.text));
}

async function versionText(db: Kysely<DB>, reportId: string, number: number) {
  const row = await db
    .selectFrom('report_version')
    .select(['title', 'content'])
    .where('report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { title: row.title, text: await textIn(db, row.content) };
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
