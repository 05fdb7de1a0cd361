import { createHash } from 'node:crypto';
import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { addAttachment, withdrawAttachment } from './acts.ts';

const body = 'The list is attached.';
const text = Buffer.from('night, telephone\nMiremba, 112\n');
const asFile = (name: string, bytes: Buffer) => ({ name, content: bytes.toString('base64') });
// The smallest picture there is: one white point.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj8jwAAAABJRU5ErkJggg==',
  'base64',
);

describe('addAttachment', () => {
  forumTest('keeps a file with its size and fingerprint, under a plain name', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    const { id } = await perform(forum, delegate, addAttachment, {
      statement,
      ...asFile('C:\\desk\\con\u202esulates.csv', text),
    });
    const row = await forum.db.selectFrom('attachment').selectAll().executeTakeFirstOrThrow();
    const sha256 = createHash('sha256').update(text).digest();
    expect(row).toMatchObject({ id, name: 'consulates.csv', type: 'csv', size: text.length, position: 1, sha256 });
    const file = await forum.db.selectFrom('attachment_file').select('bytes').executeTakeFirstOrThrow();
    expect(file.bytes.equals(text)).toBe(true);
    const { payload } = await forum.db
      .selectFrom('record_line')
      .innerJoin('record_payload', 'record_payload.sequence', 'record_line.sequence')
      .select('payload')
      .where('kind', '=', 'attachment.added')
      .executeTakeFirstOrThrow();
    expect(payload).toContain(sha256.toString('hex'));
    expect(payload).not.toContain('Miremba');
  });

  forumTest('comes with a comment, up to five', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const one = asFile('list.txt', text);
    const submit = (attachments: (typeof one)[]) =>
      perform(forum, visitor, submitComment, { roundtable, body, attachments });
    const { id: statement } = await submit([one, asFile('point.png', picture), one, one, one]);
    const rows = await forum.db.selectFrom('attachment').select(['position', 'type']).orderBy('position').execute();
    expect(rows.map(({ position, type }) => `${position} ${type}`)).toEqual(['1 txt', '2 png', '3 txt', '4 txt', '5 txt']); // prettier-ignore
    await expect(perform(forum, program, addAttachment, { statement, ...one })).rejects.toMatchObject({
      code: 'attachment.too_many',
    });
    await expect(submit([one, one, one, one, one, one])).rejects.toMatchObject({
      fields: { attachments: 'attachment.too_many_at_once' },
    });
  });

  forumTest('is refused for what is not what it says, and nothing of the comment is entered', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const submit = (name: string, bytes: Buffer | string) =>
      perform(forum, visitor, submitComment, { roundtable, body, attachments: [asFile(name, Buffer.from(bytes))] });
    const not = (code: string, values: object) => ({ code: `attachment.${code}`, values });
    await expect(submit('list.pdf', picture)).rejects.toMatchObject(
      not('not_what_it_says', { says: 'pdf', is: 'png' }),
    );
    await expect(submit('list', text)).rejects.toMatchObject(not('not_what_it_says', { says: '', is: 'txt' }));
    await expect(submit('a.txt', '<script>alert(1)</script>')).rejects.toMatchObject(not('kind_not_taken', { kind: 'HTML' })); // prettier-ignore
    await expect(submit('a.png', '<svg onload="alert(1)"/>')).rejects.toMatchObject(not('kind_not_taken', { kind: 'SVG' })); // prettier-ignore
    await expect(submit('a.txt', '%PDF-1.7\nhello')).rejects.toMatchObject(not('not_what_it_says', { is: 'pdf' }));
    await expect(submit('a.docx', 'PK\x03\x04nothing')).rejects.toMatchObject({ code: 'attachment.kind_not_taken' });
    await expect(submit('a.txt', '\x7fELF\x02\x01\x01\0\0')).rejects.toMatchObject({
      code: 'attachment.kind_not_taken',
    });
    await expect(submit('a.txt', '')).rejects.toMatchObject(not('empty', { name: 'a.txt' }));
    await expect(submit('a.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).rejects.toMatchObject(not('too_large', {}));
    await submit('a.txt', 'BM is how the city signs its letters.');
    expect(await forum.db.selectFrom('statement').select('number').execute()).toHaveLength(1);
  });

  forumTest('is refused to others, to the spoken word, and once all is withdrawn', async ({ forum }) => {
    const { roundtable, delegate, chair } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    const file = asFile('list.txt', text);
    await expect(perform(forum, chair, addAttachment, { statement, ...file })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await perform(forum, delegate, withdrawStatement, { statement });
    await expect(perform(forum, delegate, addAttachment, { statement, ...file })).rejects.toMatchObject({
      code: 'statement.withdrawn',
    });
    const spoken = await perform(forum, program, enterStatement, { roundtable, kind: 'remark', body, speakers: [] });
    await expect(perform(forum, program, addAttachment, { statement: spoken.id, ...file })).rejects.toMatchObject({
      code: 'attachment.to_spoken',
    });
  });
});

describe('withdrawAttachment', () => {
  forumTest('leaves a line that says so, once, and is its author’s', async ({ forum }) => {
    const { roundtable, delegate, chair } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    const { id } = await perform(forum, delegate, addAttachment, { statement, ...asFile('list.txt', text) });
    await expect(perform(forum, chair, withdrawAttachment, { attachment: id })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await perform(forum, delegate, withdrawAttachment, { attachment: id });
    const row = await forum.db.selectFrom('attachment').select('withdrawn_at').executeTakeFirst();
    expect(row).toEqual({ withdrawn_at: forum.now() });
    await expect(perform(forum, delegate, withdrawAttachment, { attachment: id })).rejects.toMatchObject({
      code: 'attachment.withdrawn',
    });
  });
});
