import { describe, expect, test } from 'vitest';
import { packParts } from '#documents/docx-package.ts';
import { docxToText } from '#documents/docx.ts';
import { docx, paragraph, run, schemas } from '#documents/sample-documents.ts';

const read = async (body: string, more: Record<string, string> = {}) => docxToText(docx(body, more));
const codes = async (body: string, more?: Record<string, string>) =>
  (await read(body, more)).warnings.map((warning) => warning.code);
const styles = (inner: string) => ({
  'word/styles.xml': `<w:styles xmlns:w="${schemas}/wordprocessingml/2006/main">${inner}</w:styles>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="s" Type="${schemas}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
});

test('headings, bold labels and paragraphs', async () => {
  const heading = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>';
  const body =
    paragraph('Main issues', '', '<w:pStyle w:val="H1"/>') +
    `<w:p>${run('Norway:', '<w:b/>')}${run(' reports be annual')}</w:p>`;
  expect(await read(body, styles(heading))).toEqual({
    text: 'Main issues\n\n**Norway:** reports be annual\n',
    warnings: [],
  });
});

describe('what a reader of the page does not see is left out and quoted', () => {
  test.each([
    ['marked hidden', '<w:vanish/>'],
    ['white', '<w:color w:val="FFFFFF"/>'],
    ['one point high', '<w:sz w:val="2"/>'],
  ])('%s', async (_, properties) => {
    const { text, warnings } = await read(paragraph('Peru agreed.') + paragraph('Norway opposed.', properties));
    expect(text).toBe('Peru agreed.\n');
    expect(warnings).toEqual([{ code: 'hidden_text', values: { excerpts: '“Norway opposed.”', count: 1 } }]);
  });
  test('by a style, or one it is based on', async () => {
    const ghost =
      '<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Child"><w:basedOn w:val="Ghost"/></w:style>';
    const body = `<w:p>${run('Peru agreed')}${run('SECRET', '<w:rStyle w:val="Child"/>')}.</w:p>${paragraph('SECRET TOO', '', '<w:pStyle w:val="Ghost"/>')}`;
    expect((await read(body, styles(ghost))).text).toBe('Peru agreed\n');
  });
  test('but white on a shaded ground is seen, and so is a run that switches hiding off', async () => {
    expect(
      await codes(paragraph('Header', '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>')),
    ).toEqual([]);
    expect(await codes(paragraph('Seen', '<w:vanish w:val="0"/>'))).toEqual([]);
  });
});

test('insertions are accepted, deletions left out', async () => {
  const body = `<w:p>${run('Norway ')}<w:del><w:r><w:delText>opposed</w:delText></w:r></w:del><w:ins>${run('supported')}</w:ins></w:p>`;
  const { text, warnings } = await read(body);
  expect(text).toBe('Norway supported\n');
  expect(warnings.map((warning) => warning.code)).toEqual(['changes_tracked']);
});

test('macros and strange parts are named and not opened', async () => {
  expect(await codes(paragraph('x'), { 'word/vbaProject.bin': 'macro' })).toEqual(['active_content']);
  const { warnings } = await read(paragraph('x'), { '../../etc/x': 'y' });
  expect(warnings).toEqual([{ code: 'entries_ignored', values: { parts: '../../etc/x', count: 1 } }]);
});

test.each([
  ['pictures without words', docx('<w:p/>', { 'word/media/scan.png': 'x' }), 'document_no_text'],
  [
    'a document type declaration',
    docx(paragraph('x'), { 'word/styles.xml': '<!DOCTYPE d [<!ENTITY a "b">]><d/>' }),
    'docx_declares_entities',
  ],
  ['XML that does not close', docx('<w:p><w:r>'), 'docx_broken'],
  ['nesting without end', docx('<w:sdt>'.repeat(1000) + '</w:sdt>'.repeat(1000)), 'document_bomb'],
  ['half a file', docx(paragraph('x')).subarray(0, 300), 'docx_broken'],
  [
    'a spreadsheet',
    packParts(
      new Map([
        ['[Content_Types].xml', Buffer.from('<Types/>')],
        ['xl/workbook.xml', Buffer.from('<x/>')],
      ]),
    ),
    'format_unsupported',
  ],
  ['another archive', packParts(new Map([['photo.jpg', Buffer.from('x')]])), 'format_unsupported'],
])('%s: %s', async (_, bytes, outcome) => {
  expect(
    await docxToText(bytes).then(
      () => 'read',
      (error: { code: string }) => error.code,
    ),
  ).toBe(outcome);
});
