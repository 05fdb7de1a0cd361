import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { archiveShape } from './archive/shape.ts';
import { formats, reportFile, type Format } from './files.ts';

const quick = formats.filter((format) => format !== 'pdf' && format !== 'zip');

async function reported(forum: Forum, attribution: 'attributed' | 'not_attributed' = 'attributed') {
  const small = await smallForum(forum);
  const speakers = [{ delegation: small.kenya, name: 'Wanjiru Kamau', function: 'adviser' }];
  const say = async (body: string, onRecord = true) =>
    (await perform(forum, program, enterStatement, { roundtable: small.roundtable, kind: 'intervention', body, speakers, onRecord })).id; // prettier-ignore
  const statement = await say('We open schools first. Nobody waits.');
  await say('This stays in the room.', false);
  const { id } = await perform(forum, program, enterReport, {
    roundtable: small.roundtable,
    kind: 'record',
    title: 'Record of 2.1',
    source: 'draft',
    attribution,
    paragraphs: [
      {
        section: 'discussion',
        heading: 'Discussion',
        sentences: [
          { text: 'Schools open first.', cites: [{ kind: 'passage', statement, quotation: 'We open schools first.' }] },
        ],
      },
    ],
  });
  const file = (format: Format, viewer = program) =>
    reportFile(forum, viewer, { id: small.roundtable, number: '2.1' }, format);
  const text = async (format: Format) => {
    const { bytes } = (await file(format))!;
    return format === 'docx'
      ? Object.values(unzipSync(bytes))
          .map((part) => strFromU8(part))
          .join('')
      : strFromU8(bytes);
  };
  return { ...small, id, file, text };
}

describe('a report as a file', () => {
  forumTest('is there for whoever may read the report, and for nobody else', async ({ forum }) => {
    const { id, file } = await reported(forum);
    expect(await file('md', visitor)).toBeUndefined();
    expect(await file('md')).toMatchObject({ name: 'rt-2.1-report.md', type: 'text/markdown; charset=utf-8' });
    await perform(forum, program, moveReport, { report: id, to: 'co_chair_review' });
    await perform(forum, program, moveReport, { report: id, to: 'correction_window' });
    expect(strFromU8((await file('md', visitor))!.bytes)).toContain('Schools open first.');
  });

  forumTest('has the sentence and its source in every format', async ({ forum }) => {
    const { text } = await reported(forum);
    for (const format of quick.filter((format) => format !== 'csv' && format !== 'debate.xml'))
      expect(await text(format), format).toContain('Schools open first.');
    for (const format of quick.filter((format) => format !== 'csv' && format !== 'txt'))
      expect(await text(format), format).toContain('We open schools first.');
  });

  forumTest('says nothing of what was said off the record but how often', async ({ forum }) => {
    const { text } = await reported(forum);
    for (const format of quick) expect(await text(format), format).not.toContain('stays in the room');
    expect(await text('md')).toContain('off the record');
  });

  forumTest('names nobody where its own policy names nobody, whoever takes it', async ({ forum }) => {
    const { text } = await reported(forum, 'not_attributed');
    for (const format of quick) expect(await text(format), format).not.toMatch(/Wanjiru|adviser|"kenya"|Kenya/);
  });

  forumTest('is the same to the byte while the record stands still', async ({ forum }) => {
    const { file } = await reported(forum);
    const before = new Map<Format, Uint8Array>();
    for (const format of quick) before.set(format, (await file(format))!.bytes);
    // As another process would make it, which has kept nothing.
    const elsewhere = { ...forum, live: { ...forum.live } } as Forum;
    for (const format of quick) {
      const again = await reportFile(elsewhere, program, { id: (await roundtableOf(forum)).id, number: '2.1' }, format);
      expect(Buffer.from(again!.bytes).equals(Buffer.from(before.get(format)!)), format).toBe(true);
    }
  });

  forumTest(
    'has an archive of the shape it promises, and checksums that hold',
    { timeout: 60_000 },
    async ({ forum }) => {
      const { file, text } = await reported(forum);
      expect(archiveShape.parse(JSON.parse(await text('json'))).statements[0]!.key).toBe('2.1/1');
      const files = unzipSync((await file('zip'))!.bytes);
      const head = strFromU8(files['checkpoint.txt']!).trimEnd().split('\n');
      const named = (end: string) => files[Object.keys(files).find((name) => name.endsWith(`report.${end}`))!]!;
      const printed = ['md', 'html', 'xml', 'debate.xml'].map((format) => strFromU8(named(format)));
      for (const text of [...printed, strFromU8(unzipSync(named('docx'))['word/document.xml']!)])
        expect(head.filter((line) => !text.includes(line))).toEqual([]);
      const sums = strFromU8(files.SHA256SUMS!).trim().split('\n');
      // In the place of the archive itself: the signed head.
      expect(sums).toHaveLength(formats.length);
      expect(strFromU8(files['checkpoint.txt']!)).toContain(forum.signer.name);
      for (const line of sums) {
        const [sum, name] = line.split('  ');
        expect(createHash('sha256').update(files[name!]!).digest('hex')).toBe(sum);
      }
    },
  );
});

function roundtableOf({ db }: Forum) {
  return db.selectFrom('roundtable').select('id').executeTakeFirstOrThrow();
}
