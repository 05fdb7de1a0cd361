import { packParts } from '#documents/docx-package.ts';

/** Small documents for the tests, written by hand so that each holds just what its test is about. */
export function docx(body: string, more: Record<string, string> = {}): Buffer {
  const parts = new Map<string, Uint8Array>();
  const all = {
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  for (const [name, text] of Object.entries(all)) parts.set(name, Buffer.from(text));
  return packParts(parts);
}

export const schemas = 'http://schemas.openxmlformats.org';

export function paragraph(text: string, runProperties = '', paragraphProperties = ''): string {
  return `<w:p><w:pPr>${paragraphProperties}</w:pPr>${run(text, runProperties)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A PDF of one page for each list of drawing operators given, with Helvetica as /F1 and Helvetica-Bold as /F2. */
export function pdf(pages: string[], trailer = ''): Buffer {
  const kids = pages.map((_, n) => `${5 + n * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  pages.forEach((drawing, n) => {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${6 + n * 2} 0 R>>`,
    );
    objects.push(`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`);
  });
  let file = '%PDF-1.7\n';
  const places = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${file}${table}trailer<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

/** One line of print at a height above the foot of the page. */
export function line(text: string, y: number, { size = 11, font: name = 'F1', x = 72, before = '' } = {}): string {
  return `BT ${before} /${name} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
}

function font(name: string): string {
  return `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
}
