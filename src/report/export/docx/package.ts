import type { WholeReport } from '#report/export/whole.ts';
import { xml, xmlFile, type Xml } from '#report/export/xml.ts';
import { namespaces } from './document.ts';
import { wordLanguage } from './words.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What surrounds the document in its file: what each part is, how they hang together, title and language, the page's foot. */
export function packageParts({ title, language, forum, rapporteur, kind }: WholeReport): Record<string, string> {
  const core = xml(
    'cp:coreProperties',
    { 'xmlns:cp': `${packages}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    xml('dc:title', {}, title),
    xml('dc:subject', {}, kind),
    xml('dc:creator', {}, rapporteur ?? forum),
    xml('dc:language', {}, wordLanguage(language)),
  );
  return {
    '[Content_Types].xml': xmlFile(
      xml(
        'Types',
        { xmlns: `${packages}/content-types` },
        xml('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
        xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
        part('/word/document.xml', `${word}.document.main+xml`),
        ['styles', 'numbering', 'footnotes', 'settings', 'footer'].map((name) =>
          part(`/word/${name}.xml`, `${word}.${name}+xml`),
        ),
        part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ),
    ),
    '_rels/.rels': relationships([
      ['rDocument', `${office}/officeDocument`, 'word/document.xml'],
      ['rCore', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': xmlFile(core),
    'word/_rels/document.xml.rels': relationships([
      ['rStyles', `${office}/styles`, 'styles.xml'],
      ['rNumbering', `${office}/numbering`, 'numbering.xml'],
      ['rFootnotes', `${office}/footnotes`, 'footnotes.xml'],
      ['rSettings', `${office}/settings`, 'settings.xml'],
      ['rFooter', `${office}/footer`, 'footer.xml'],
    ]),
    'word/settings.xml': xmlFile(
      xml(
        'w:settings',
        namespaces,
        xml('w:footnotePr', {}, xml('w:footnote', { 'w:id': -1 }), xml('w:footnote', { 'w:id': 0 })),
        xml(
          'w:compat',
          {},
          xml('w:compatSetting', {
            'w:name': 'compatibilityMode',
            'w:uri': 'http://schemas.microsoft.com/office/word',
            'w:val': 15,
          }),
        ),
      ),
    ),
    'word/footer.xml': xmlFile(
      xml(
        'w:ftr',
        namespaces,
        xml(
          'w:p',
          {},
          xml('w:pPr', {}, xml('w:pStyle', { 'w:val': 'Kind' }), xml('w:jc', { 'w:val': 'center' })),
          xml('w:fldSimple', { 'w:instr': 'PAGE' }, xml('w:r', {}, xml('w:t', {}, '1'))),
        ),
      ),
    ),
  };
}

function part(name: string, type: string): Xml {
  return xml('Override', { PartName: name, ContentType: type });
}

function relationships(all: [id: string, type: string, target: string][]): string {
  return xmlFile(
    xml(
      'Relationships',
      { xmlns: `${packages}/relationships` },
      all.map(([Id, Type, Target]) => xml('Relationship', { Id, Type, Target })),
    ),
  );
}
