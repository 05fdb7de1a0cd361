import { expect, test } from 'vitest';
import { pdfToText } from '#documents/pdf.ts';
import { line, pdf } from '#documents/sample-documents.ts';

const text = async (...pages: string[]) => (await pdfToText(pdf(pages))).text;
const codes = async (...pages: string[]) => (await pdfToText(pdf(pages))).warnings.map((warning) => warning.code);

test('lines of a paragraph are joined, headings and paragraphs stand apart, bold is marked', async () => {
  const page =
    line('Main issues', 760, { size: 18 }) +
    'BT /F2 11 Tf 1 0 0 1 72 730 Tm (Norway:) Tj /F1 11 Tf ( for the Nordic group, proposed that all reports be annual and) Tj ET\n' +
    line('called for more data about the multi-stakeholder dialogue and the confer-', 717) +
    line('ence itself.', 704) +
    line('Peru agreed with all of the above and had nothing more to say on the multi-', 680) +
    line('stakeholder question.', 667) +
    line('- First point', 640) +
    line('- Second point', 627);
  expect(await text(page)).toBe(
    'Main issues\n\n**Norway:** for the Nordic group, proposed that all reports be annual and called for more data about the multi-stakeholder dialogue and the conference itself.\n\nPeru agreed with all of the above and had nothing more to say on the multi-stakeholder question.\n\n- First point\n- Second point\n',
  );
});

test('a sentence goes on overleaf, running heads and page numbers are left out', async () => {
  const page = (n: number, words: string) =>
    line(`Forum report ${n} of 3`, 810) + line(words, 700) + line(`- ${n} -`, 30);
  const pages = [page(1, 'Norway proposed that'), page(2, 'reports be annual.'), page(3, 'Peru agreed.')];
  expect(await text(...pages)).toBe('Norway proposed that reports be annual.\n\nPeru agreed.\n');
  expect(await codes(...pages)).toEqual(['repeated_lines']);
});

test('words too small to see are left out, white and inkless ones kept, each with a warning', async () => {
  const { text: read, warnings } = await pdfToText(
    pdf([
      line('Peru agreed.', 700) +
        line('SECRET', 690, { size: 1 }) +
        'q 1 1 1 rg ' +
        line('White words', 600) +
        'Q ' +
        line('Inkless words', 500, { before: '3 Tr' }),
    ]),
  );
  expect(read).toBe('Peru agreed.\n\nWhite words\n\nInkless words\n');
  expect(warnings.map((warning) => [warning.code, warning.values['excerpts']])).toEqual([
    ['hidden_text', '“SECRET”'],
    ['invisible_text', '“White words”, “Inkless words”'],
  ]);
});

test('a page without words is read as empty, a scan is refused', async () => {
  expect(await codes('')).toEqual(['no_text']);
  await expect(pdfToText(pdf(['% /Subtype /Image']))).rejects.toMatchObject({ code: 'document_no_text' });
});

test.each([
  ['encrypted', pdf([''], '/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P -4>>'), 'pdf_encrypted'],
  ['broken', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj'), 'pdf_broken'],
  [
    'more pages than any report',
    Buffer.from(pdf(['']).toString('latin1').replace('/Count 1', '/Count 2000000000')),
    'document_bomb',
  ],
])('%s', async (_, bytes, code) => {
  await expect(pdfToText(bytes)).rejects.toMatchObject({ code });
});
