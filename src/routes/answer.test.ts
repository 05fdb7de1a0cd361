import { isActionFailure, isHttpError } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { DocumentRefusal } from '#documents/refusal.ts';
import { InvalidInput, NotFound, Refusal } from '#record/refusals.ts';
import { answer, textsOf } from './answer.ts';

const en = { language: 'en' };

test('what an act gives is handed on', async () => {
  expect(await answer(Promise.resolve({ receipt: 'K7Q4' }), en)).toEqual({ receipt: 'K7Q4' });
});

test('a refusal is a 409 with its sentence, and keeps what was typed', async () => {
  const given = new FormData();
  given.set('body', 'We ask to be at the table.');
  given.set('file', new Blob(['x']));
  const told = await answer(Promise.reject(new Refusal('comment.closed')), { ...en, given });
  expect(isActionFailure(told)).toBe(true);
  expect(told).toMatchObject({
    status: 409,
    data: {
      code: 'comment.closed',
      sentence: 'This roundtable is closed for comment. The support unit can reopen it.',
      given: { body: 'We ask to be at the table.' },
    },
  });
});

test('a file that cannot be read is a 409 with its sentence', async () => {
  const told = await answer(Promise.reject(new DocumentRefusal('pdf_encrypted', { name: 'answer.pdf' })), en);
  expect(told).toMatchObject({ status: 409, data: { code: 'document.pdf_encrypted' } });
  expect((told as { data: { sentence: string } }).data.sentence).toContain('answer.pdf');
});

test('a wrong form is a 400 with a sentence for every wrong field', async () => {
  const told = await answer(Promise.reject(new InvalidInput({ body: 'statement.body_missing' })), en);
  expect(told).toMatchObject({
    status: 400,
    data: { sentence: 'Write what you want to say.', fields: { body: 'Write what you want to say.' } },
  });
});

test('a full disk is a 503 with its sentence, and keeps what was typed', async () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  const told = await answer(Promise.reject(full), { ...en, given: { body: 'We ask to be at the table.' } });
  expect(told).toMatchObject({
    status: 503,
    data: { code: 'database.full', given: { body: 'We ask to be at the table.' } },
  });
});

test('what is not there, or not this person’s to see, is a 404', async () => {
  const thrown = await answer(Promise.reject(new NotFound('statement')), en).catch((error: unknown) => error);
  expect(isHttpError(thrown, 404)).toBe(true);
});

test('anything else is a bug and is thrown on', async () => {
  await expect(answer(Promise.reject(new TypeError('oh')), en)).rejects.toThrow(TypeError);
});

test('takes no field that would be another prototype', () => {
  const form = new FormData();
  for (const name of ['body', '__proto__', 'constructor']) form.append(name, 'x');
  expect(Object.keys(textsOf(form))).toEqual(['body', 'constructor']);
});

test('texts far longer than any form asks for are refused before they are shown again', () => {
  const form = new FormData();
  for (let n = 0; n < 8; n++) form.append(`field${n}`, 'x'.repeat(1_000_000));
  expect(Object.keys(textsOf(form))).toHaveLength(8);
  form.append('last', 'x');
  expect(() => textsOf(form)).toThrow(expect.objectContaining({ status: 413 }));
});
