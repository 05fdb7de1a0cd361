import type { Context } from '#record/act.ts';
import type { Paragraph } from './cites.ts';
import { citationRow, readSources, refuseInventedQuotations } from './sources.ts';

/**
 * Writes paragraphs into a report that has none, numbered in order, each sentence with what it rests on; gives the ids of
 * the sentences, paragraph by paragraph as given. Refuses a quotation that is not in its source. A handful of inserts,
 * however long the report.
 */
export async function writeParagraphs(
  context: Context,
  reportId: string,
  given: readonly Paragraph[],
): Promise<string[][]> {
  const { tx, rows, newId } = context;
  const sentences = given.flatMap((paragraph) => paragraph.sentences);
  const sources = await readSources(
    tx,
    sentences.flatMap((sentence) => sentence.cites),
  );
  for (const { text, cites } of sentences) refuseInventedQuotations(text, cites, sources);

  const paragraphs = laidOut(given).map((paragraph) => ({ id: newId(), ...paragraph }));
  if (paragraphs.length > 0)
    await rows.insert(
      'report_paragraph',
      paragraphs.map(({ id, position, number, heading, of }) => ({
        id,
        report_id: reportId,
        position,
        number,
        heading,
        section: of.section,
        roundtable_id: of.roundtable ?? null,
        question_id: of.question ?? null,
      })),
    );
  const numbered = paragraphs.filter((paragraph) => paragraph.heading === null);
  const written = numbered.flatMap(({ id: paragraph_id, of }) =>
    of.sentences.map((sentence, i) => ({ id: newId(), paragraph_id, position: i + 1, sentence })),
  );
  if (written.length > 0)
    await rows.insert(
      'sentence',
      written.map(({ sentence, ...place }) => ({ ...place, text: sentence.text, written_by: sentence.writtenBy })),
    );
  const citations = written.flatMap(({ id: sentence_id, sentence }) =>
    sentence.cites.map((cite, i) => ({ id: newId(), sentence_id, position: i + 1, ...citationRow(cite, sources) })),
  );
  if (citations.length > 0) await rows.insert('citation', citations);
  const idsIn = Map.groupBy(written, ({ sentence }) => sentence);
  return given.map((paragraph) => paragraph.sentences.map((sentence) => idsIn.get(sentence)![0]!.id));
}

/** Headings and numbered paragraphs one under the other: a heading stands alone, and sentences have a number. */
export function laidOut(given: readonly Paragraph[]) {
  let number = 0;
  const rows = given.flatMap((of) => [
    ...(of.heading ? [{ heading: of.heading, number: null, of }] : []),
    ...(of.sentences.length > 0 ? [{ heading: null, number: (number += 1), of }] : []),
  ]);
  return rows.map((row, i) => ({ ...row, position: i + 1 }));
}
