import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { writers } from './formats.ts';
import { samples, sampleReport } from './sample-report.ts';
import { ledgerTable } from './table.ts';

// What we write is read by somebody else here: LibreOffice, Poppler, qpdf, the standard's own schema.
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isThere = (program: string, ...words: string[]) => spawnSync(program, words).error === undefined;
const languages = Object.keys(samples);

describe('Akoma Ntoso', () => {
  const schema = process.env.XSD_DIR && join(process.env.XSD_DIR, 'akomantoso30.xsd');

  it.skipIf(!schema).each(languages)('is valid against the schema of OASIS (%s)', (language) => {
    xmlRegisterFsInputProviders();
    using source = XmlDocument.fromBuffer(readFileSync(schema!), { url: schema! });
    using validator = XsdValidator.fromDoc(source);
    for (const format of ['xml', 'debate.xml'] as const) {
      using file = XmlDocument.fromString(writers[format].write(sampleReport(language)));
      expect(() => validator.validate(file), format).not.toThrow();
    }
  });

  it('keeps a report without a paragraph, and a debate in which nobody spoke', () => {
    const empty = {
      ...sampleReport(),
      sections: [{ heading: 'Discussion', question: null, paragraphs: [] }],
      said: [],
    };
    expect(writers.xml.write(empty)).toContain('<section');
    expect(writers['debate.xml'].write(empty)).toContain('<debateSection');
  });
});

describe('the Word document', () => {
  const partsOf = (language: string) => unzipSync(writers.docx.write(sampleReport(language)));

  it('is well-formed in every part, and refers only to parts it has', () => {
    for (const language of languages) {
      const parts = partsOf(language);
      for (const [name, bytes] of Object.entries(parts)) {
        using document = XmlDocument.fromBuffer(bytes);
        expect(document.root, name).toBeTruthy();
      }
      const targets = [...strFromU8(parts['word/_rels/document.xml.rels']!).matchAll(/Target="([^"]+)"/g)];
      for (const [, target] of targets) expect(parts[`word/${target}`]).toBeDefined();
    }
  });

  it('numbers paragraphs as the report does, in headings’ styles, each sentence’s sources in a footnote', () => {
    const parts = partsOf('en');
    const text = strFromU8(parts['word/document.xml']!);
    expect(text.match(/<w:footnoteReference /g)).toHaveLength(2);
    expect(text).toContain('w:val="Heading1"');
    const numbering = strFromU8(parts['word/numbering.xml']!);
    expect([...numbering.matchAll(/startOverride w:val="(\d+)"/g)].map(([, first]) => first)).toEqual(['1', '4']);
    expect(strFromU8(parts['word/footnotes.xml']!)).toContain(samples.ar!.quotation);
  });

  it('says which words run from right to left, and in which language', () => {
    const text = strFromU8(partsOf('ar')['word/document.xml']!);
    expect(text).toContain('<w:rtl/><w:lang w:bidi="ar-SA"/>');
    expect(text).toContain('<w:bidiVisual/>');
  });

  it.skipIf(!isThere('soffice', '--version'))(
    'opens in LibreOffice, with every word of it',
    { timeout: 60_000 },
    () => {
      const files = ['en', 'ar', 'zh'].map((language) => {
        const path = join(folder, `${language}.docx`);
        writeFileSync(path, writers.docx.write(sampleReport(language)));
        return path;
      });
      const words = ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'fodt'];
      execFileSync('soffice', [...words, '--outdir', folder, ...files], { stdio: 'ignore' });
      for (const language of ['en', 'ar', 'zh']) {
        // As LibreOffice keeps it: everything it understood, footnotes and numbers too.
        const read = readFileSync(join(folder, `${language}.fodt`), 'utf8').replace(/<\/?text:(span|s)\b[^>]*>/g, '');
        expect(read).toContain(samples[language]!.sentence);
        for (const { quotation } of Object.values(samples)) expect(read).toContain(quotation);
        expect(read).toContain('text:start-value="4"');
      }
    },
  );
});

describe('the PDF', () => {
  it.each(['en', 'ar', 'zh'])('is tagged, sound, and can be read back (%s)', { timeout: 60_000 }, async (language) => {
    const path = join(folder, `${language}.pdf`);
    const pdf = await writers.pdf.write(sampleReport(language));
    writeFileSync(path, pdf);
    // Not `toContain`: when it fails it would print the whole file.
    const text = Buffer.from(pdf).toString('latin1');
    expect(new RegExp(`/Lang *\\(${language}`).test(text)).toBe(true);
    expect(/\/Marked true/.test(text)).toBe(true);
  });

  it.skipIf(!isThere('pdfinfo', '-v'))('has headings, lists, tables and notes for who hears it', () => {
    const reading = (...words: string[]) => spawnSync('pdfinfo', [...words, join(folder, 'en.pdf')]);
    const read = (...words: string[]) => reading(...words).stdout.toString();
    expect(read()).toMatch(/Tagged:\s+yes/);
    expect(read()).toContain(samples.en!.title);
    // Neither an error nor a warning.
    expect(reading('-struct').stderr.toString()).toBe('');
    const structure = read('-struct');
    for (const tag of ['H1', 'L ', 'LI', 'Table', 'TH', 'Note']) expect(structure).toContain(tag);
  });

  it.skipIf(!isThere('qpdf', '--version'))('is found sound by qpdf', () => {
    for (const language of ['en', 'ar', 'zh'])
      expect(spawnSync('qpdf', ['--check', join(folder, `${language}.pdf`)]).status, language).toBe(0);
  });

  it('names the characters it has no letters for', { timeout: 60_000 }, async () => {
    const odd = { ...sampleReport(), title: 'ភាសា' };
    const { fontsFor } = await import('./pdf/fonts.ts');
    const modules = new URL('../../../node_modules', import.meta.url).pathname;
    expect((await fontsFor(odd.title, modules)).missing).toContain('ភ');
    expect((await fontsFor(Object.values(samples).flatMap(Object.values).join(''), modules)).missing).toEqual([]);
  });
});

describe('the page', () => {
  const page = writers.html.write(sampleReport('ar'));
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id!);

  it('leads from each sentence to its sources and from each statement back, without a network', () => {
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|\ssrc=|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  it('is written from right to left where its language is, and says so of what is not', () => {
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<div lang="fr" dir="ltr">');
  });

  it('marks the exact words a sentence rests on', () =>
    expect(page).toContain(`<mark>${samples.fr!.quotation}</mark><a class="l" href="#p1a">1a</a>`));

  it('takes nothing that was said for markup', () =>
    expect(page).not.toContain('<b>&amp;amp;'.slice(0, 4) + '&amp; #x'));
});

describe('the plain ones', () => {
  it('Markdown has a footnote for each sentence with a source, and no markup but its own', () => {
    const text = writers.md.write(sampleReport());
    expect(text.match(/^\[\^/gm)).toHaveLength(2);
    expect(text).toContain('\\<b\\>&amp;amp; \\#x $y \\*z\\* \\_q\\_');
    expect(text).toContain('**4\\.**');
  });

  it('what is read aloud has every sentence and no source', () => {
    const text = writers.txt.write(sampleReport());
    expect(text).toContain(`Paragraph 4. ${samples.en!.sentence}`);
    expect(text).not.toContain('intervention');
  });

  it('no cell of the table is a formula', () => {
    const [head, first] = ledgerTable(sampleReport()).split('\r\n');
    expect(head).toBe('\uFEFFStatement,Who,What,State,Sentences,Why');
    expect(first).toContain(`"'=HYPERLINK`);
  });
});
