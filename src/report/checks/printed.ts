import { blocks } from '#engine/reading/blocks.ts';
import { languageOf } from '#engine/reading/language.ts';
import { sentencesOf } from '#engine/reading/sentences.ts';
import { letterAt } from '#report/rules.ts';
import type { CheckedParagraph, CheckedReport } from './finding.ts';

/**
 * The text of a file as a report that does not say what its sentences rest on. A sentence's id is where it begins, in
 * UTF-16 code units of the text.
 */
export function printedReport(text: string, attribution: string): CheckedReport {
  let number = 0;
  const paragraphs = blocks(text).map((block): CheckedParagraph => {
    if (block.kind === 'heading')
      return { id: String(block.start), number: null, heading: block.text, section: 'discussion', sentences: [] };
    number += 1;
    const sentences = sentencesOf(text, block).map((span, i) => ({
      id: String(span.start),
      letter: letterAt(i),
      text: span.text,
      writtenBy: 'import' as const,
      rests: null,
    }));
    return { id: String(block.start), number, heading: null, section: 'discussion', sentences };
  });
  return { attribution, language: languageOf(text), paragraphs };
}
