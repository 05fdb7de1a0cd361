import { expect } from 'vitest';
import { findQuotation } from '#report/quotation.ts';
import type { Understanding } from '#importing/understanding.ts';

/** What the import promises of any document: points lie in their statement, statements in the text, passages in one place. */
export function checkOffsets(plan: Understanding): void {
  const statements = plan.roundtables.flatMap((roundtable) => roundtable.statements);
  for (const { body, start, end, points } of statements) {
    expect(plan.text.slice(start, end).replaceAll('**', '').trim()).toBe(body);
    for (const point of points) {
      expect(point.sentenceStart).toBeLessThanOrEqual(point.messageStart);
      expect(body.slice(point.messageStart, point.messageEnd)).not.toBe('');
    }
  }
  for (const sentence of plan.paragraphs.flatMap((paragraph) => paragraph.sentences)) {
    expect(sentence.passages.length + sentence.questions.length + (sentence.fact ? 1 : 0)).toBeGreaterThan(0);
    for (const { statement, quotation } of sentence.passages)
      expect(findQuotation(quotation, statements.find(({ key }) => key === statement)!.body)).not.toBeNull();
  }
}
