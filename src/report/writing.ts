import type { Context } from '#record/act.ts';
import type { KeptSentence, MergedParagraph } from './redraft.ts';
import { citationRow, readSources, refuseInventedQuotations } from './sources.ts';

/**
 * Writes paragraphs into a report, numbered in order, each sentence with what it rests on; gives the ids of the sentences,
 * paragraph by paragraph as given. A sentence that is kept from before only moves. Refuses a quotation that is not in its
 * source. A handful of inserts, however long the report.
 */
export async function writeParagraphs(
  context: Context,
  reportId: string,
  given: readonly MergedParagraph[],
  version = 1,
): Promise<string[][]> {
  const { tx, rows, newId } = context;
  const fresh = given.flatMap((paragraph) => paragraph.sentences).filter((sentence) => !isKept(sentence));
  const sources = await readSources(
    tx,
    fresh.flatMap((sentence) => sentence.cites),
  );
  for (const { text, cites } of fresh) refuseInventedQuotations(text, cites, sources);

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
        version,
      })),
    );
  const placed = paragraphs
    .filter((paragraph) => paragraph.heading === null)
    .flatMap(({ id: paragraph_id, of }) =>
      of.sentences.map((sentence, i) => {
        const id = isKept(sentence) ? sentence.id : newId();
        return { id, paragraph_id, position: i + 1, sentence };
      }),
    );
  for (const { id, paragraph_id, position, sentence } of placed)
    if (isKept(sentence)) await rows.update('sentence', { id }, { paragraph_id, position });
  const written = placed.filter(({ sentence }) => !isKept(sentence));
  if (written.length > 0)
    await rows.insert(
      'sentence',
      written.map(({ sentence, ...place }) => ({ ...place, text: sentence.text, written_by: sentence.writtenBy })),
    );
  const citations = written.flatMap(({ id: sentence_id, sentence }) =>
    sentence.cites.map((cite, i) => ({ id: newId(), sentence_id, position: i + 1, ...citationRow(cite, sources) })),
  );
  if (citations.length > 0) await rows.insert('citation', citations);
  const ids = new Map(placed.map(({ id, sentence }) => [sentence, id]));
  return given.map((paragraph) => paragraph.sentences.map((sentence) => ids.get(sentence)!));
}

function isKept(sentence: MergedParagraph['sentences'][number]): sentence is KeptSentence {
  return 'id' in sentence;
}

/** Headings and numbered paragraphs one under the other: a heading stands alone, and sentences have a number. */
function laidOut(given: readonly MergedParagraph[]) {
  let number = 0;
  const rows = given.flatMap((of) => [
    ...(of.heading ? [{ heading: of.heading, number: null, of }] : []),
    ...(of.sentences.length > 0 ? [{ heading: null, number: (number += 1), of }] : []),
  ]);
  return rows.map((row, i) => ({ ...row, position: i + 1 }));
}
