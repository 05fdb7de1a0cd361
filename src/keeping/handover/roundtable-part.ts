import { papersOf, paperCalled } from '#programme/papers/queries.ts';
import type { RoundtableView } from '#programme/queries.ts';
import type { Forum } from '#record/forum.ts';
import type { Viewer } from '#record/viewer.ts';
import { formats, reportFile, type ReportFile } from '#report/export/files.ts';
import { reflectionsOf } from '#report/queries.ts';
import { fileOf } from '#statements/attachments/queries.ts';
import { statementsOf, type StatementView } from '#statements/queries.ts';
import type { RoundtablePart } from './gathered.ts';

/** What of a roundtable this viewer may see, and the files attached to it, which are fetched as they are asked for. */
export async function partOf(
  { db }: Forum,
  viewer: Viewer,
  roundtable: RoundtableView,
): Promise<{ part: RoundtablePart; attachments: AsyncGenerator<{ name: string; bytes: Buffer }> }> {
  const statements = await statementsOf(db, viewer, roundtable);
  const ids = statements.map(({ id }) => id);
  const reflections = await reflectionsOf(db, viewer, ids);
  const papers = [];
  for (const { slug } of await papersOf(db, viewer, roundtable)) {
    const paper = await paperCalled(db, viewer, roundtable, slug);
    if (paper) papers.push(paper);
  }
  const attached = new Map(statements.flatMap(attachedTo));
  const part = { roundtable, statements, reflections, papers, reportFiles: [], attached };
  return { part, attachments: attachmentsOf(db, attached) };
}

/** The report in every form but the archive of them all: here they lie beside one another. */
export async function* reportFilesOf(
  forum: Forum,
  viewer: Viewer,
  roundtable: RoundtableView,
): AsyncGenerator<ReportFile> {
  // prettier-ignore
  for (const format of formats) {
    const file = format === 'zip' ? undefined : await reportFile(forum, viewer, roundtable, format);
    if (file) yield file;
  }
}

/** Named by us, since what people call a file need not be a name on every machine. */
function attachedTo({ roundtable, number, attachments }: StatementView): [string, string][] {
  return attachments
    .filter(({ mayOpen }) => mayOpen)
    .map(({ id, type }, i) => [id, `${roundtable.number}-${number}-${i + 1}.${type}`]);
}

async function* attachmentsOf(db: Forum['db'], attached: RoundtablePart['attached']) {
  for (const [id, name] of attached) {
    const bytes = await fileOf(db, id);
    // Erased: then its name leads nowhere.
    if (bytes) yield { name, bytes };
    else attached.delete(id);
  }
}
