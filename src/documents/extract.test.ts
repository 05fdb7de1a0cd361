import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentRefusal, extractText } from '#documents/extract.ts';
import { docx, line, paragraph, pdf } from '#documents/sample-documents.ts';

const extract = (content: string | Uint8Array, name = 'report.txt') => {
  return extractText({ bytes: typeof content === 'string' ? Buffer.from(content) : content, name });
};
const codes = async (content: string | Uint8Array, name?: string) =>
  (await extract(content, name)).notices.map((notice) => notice.code);
const refusal = async (content: string | Uint8Array, name?: string) => {
  return extract(content, name).then(
    (read) => `read as ${read.format}`,
    (error: DocumentRefusal) => error.code,
  );
};
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('text comes out as it went in', () => {
  test('with its line ends, blanks and odd Unicode', async () => {
    const text = 'Norway  said:\r\n\r\n\t“yes” – 中文 עברית 👩‍👩‍👧\r\nend';
    expect(await extract(text)).toMatchObject({ text, format: 'text', encoding: 'utf-8', warnings: [] });
  });
  test('whatever text it is', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^\p{L}/u.test(text) && !/[\p{Cc}\p{Cf}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect((await extract(text)).text).toBe(text);
      }),
    );
  });
  test('Markdown keeps its marks', async () => {
    const text = '# Roundtable 2.1\n\n- **Norway** said so.\n';
    expect(await extract(text)).toMatchObject({ text, format: 'markdown' });
  });
  test('any bytes are read or refused, never an accident', async () => {
    const notPackaged = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(notPackaged, async (some) => {
        const outcome = await extract(some).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DocumentRefusal);
      }),
    );
  });
});

describe('encodings', () => {
  test('a byte-order mark is obeyed and dropped', async () => {
    const utf16 = Buffer.from('\ufeffÅsa, Genève\n', 'utf16le');
    expect(await extract(utf16)).toMatchObject({ text: 'Åsa, Genève\n', encoding: 'utf-16le' });
    expect(await extract(Buffer.from(utf16).swap16())).toMatchObject({ text: 'Åsa, Genève\n', encoding: 'utf-16be' });
    expect(await extract('\ufeffGenève')).toMatchObject({ text: 'Genève', encoding: 'utf-8' });
  });
  test('a file without UTF-8 is read as Windows-1252, with a warning', async () => {
    const read = await extract(bytes('The delegate of C\xf4te d\x92Ivoire met in Gen\xe8ve.\r\n'));
    expect(read).toMatchObject({ text: 'The delegate of Côte d’Ivoire met in Genève.\r\n', encoding: 'windows-1252' });
    expect(read.notices[0]?.code).toBe('encoding_guessed');
  });
  test('stray bytes in a UTF-8 file are read line by line, and the lines named', async () => {
    const mixed = Buffer.concat([
      Buffer.from('Genève is here.\r\n'),
      bytes('C\xf4te d\x92Ivoire'),
      Buffer.from(' and Türkiye spoke.\r\nend'),
    ]);
    const read = await extract(mixed);
    expect(read.text).toBe('Genève is here.\r\nCôte d’Ivoire and Türkiye spoke.\r\nend');
    expect(read.notices).toEqual([{ code: 'encoding_mixed', values: { lines: '2', count: 1 } }]);
  });
  test('another alphabet in an unknown encoding is refused, not guessed', async () => {
    const windows1251 = Uint8Array.from(
      'Норвегия предложила'.split('').map((letter) => (letter === ' ' ? 32 : letter.charCodeAt(0) - 0x350)),
    );
    expect(await refusal(windows1251)).toBe('encoding_unknown');
  });
  test('an HTML page may name its own', async () => {
    const page = bytes('<html><meta charset="iso-8859-2"><p>\xa3\xf3d\xbc</p></html>');
    expect((await extract(page)).text).toBe('Łódź\n');
  });
});

describe('recognised by contents, not by name', () => {
  test.each([
    ['a picture', bytes('\x89PNG\r\n\x1a\n'), 'format_unsupported'],
    ['RTF', bytes('{\\rtf1 hello}'), 'format_unsupported'],
    ['the old Office container', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word'), 'format_unsupported'],
    [
      'an encrypted DOCX',
      Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'docx_encrypted',
    ],
    ['SVG', '<?xml version="1.0"?><svg xmlns="x"><text>a</text></svg>', 'format_unsupported'],
    ['other XML', '<?xml version="1.0"?><data/>', 'format_unsupported'],
    ['a program', bytes('MZ\x90\0'), 'file_binary'],
    ['zero bytes in a text', 'Norway\0said', 'file_binary'],
    ['nothing', '', 'file_empty'],
    ['blanks only', '\ufeff \r\n', 'file_empty'],
    ['a PDF behind something else', Buffer.concat([bytes('<script></script>'), pdf([''])]), 'file_two_formats'],
    ['a line about Mozambique', 'MZ: supported the proposal.', 'read as text'],
    ['a sentence about PDF', 'The file begins with %PDF-1.7 as all do.', 'read as text'],
    ['data on one line', 'a'.repeat(100_002), 'text_not_prose'],
  ])('%s', async (_, content, outcome) => {
    expect(await refusal(content, 'report.docx')).toBe(outcome);
  });
  test('a name that says otherwise is remarked on', async () => {
    expect(await codes('Norway said so.', 'report.docx')).toEqual(['name_disagrees']);
  });
  test('a file beyond the limit is refused with the limit, and an odd name is shown safely', async () => {
    const source = { bytes: Buffer.alloc(3 * 1024 * 1024, 'a '), name: 'x\u202Ecod.exe' };
    await expect(extractText(source, { limitBytes: 2 * 1024 * 1024 })).rejects.toMatchObject({
      code: 'file_too_large',
      values: { megabytes: 2, name: 'x\\u{202E}cod.exe' },
    });
  });
});

describe('characters that mislead are kept and named', () => {
  test('direction overrides and zero-width characters, with their places', async () => {
    const text = 'Peru\n said \u202Eno\u202C and pro\u200Bposed';
    const read = await extract(text);
    expect(read.text).toBe(text);
    expect(read.warnings[0]).toContain('U+202E in line 2, character 7');
    expect(read.notices[0]?.values['count']).toBe(3);
  });
  test('unseen tag characters', async () =>
    expect(await codes('Peru \u{E0041}\u{E0042} said')).toEqual(['odd_characters']));
  test('control characters', async () =>
    expect(await codes(`Peru said \u0007 so ${'and so on '.repeat(20)}`)).toEqual(['control_characters']));
  test.each(['می‌خواهم', '👩‍👩‍👧 spoke', 'العربية \u200f(UN)', 'co\u00adoperation', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 England'])(
    'but not where the script needs them: %s',
    async (text) => {
      expect(await codes(text)).toEqual([]);
    },
  );
});

describe('documents are read in a child process', { timeout: 60_000 }, () => {
  test('a DOCX, a PDF and a long HTML page side by side', async () => {
    const page = `<html><body>${'<p>Norway proposed that reports be annual.</p>'.repeat(2000)}</body></html>`;
    const read = await Promise.all([
      extract(docx(paragraph('Peru agreed.'))),
      extract(pdf([line('Japan objected.', 700)])),
      extract(page),
    ]);
    expect(read.map((one) => one.format)).toEqual(['docx', 'pdf', 'html']);
    expect(read.map((one) => one.text.split('\n')[0])).toEqual([
      'Peru agreed.',
      'Japan objected.',
      'Norway proposed that reports be annual.',
    ]);
  });
  test('that is stopped when it takes too much memory or time', async () => {
    const source = { bytes: docx(paragraph('Peru agreed.')), name: 'a.docx' };
    const limits = { memoryBytes: 512 * 1024 * 1024, milliseconds: 10_000, answerBytes: 1024 };
    await expect(
      extractText(source, { childLimits: { ...limits, memoryBytes: 20 * 1024 * 1024 } }),
    ).rejects.toMatchObject({ code: 'document_bomb' });
    await expect(extractText(source, { childLimits: { ...limits, milliseconds: 1 } })).rejects.toMatchObject({
      code: 'document_slow',
    });
    await expect(extractText(source, { childLimits: { ...limits, answerBytes: 10 } })).rejects.toMatchObject({
      code: 'document_bomb',
    });
    expect((await extractText(source, { childLimits: limits })).text).toBe('Peru agreed.\n');
  });
});
