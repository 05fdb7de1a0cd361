import { describe, expect, test } from 'vitest';
import { blocks } from './reading/blocks.ts';
import { sentences } from './reading/sentences.ts';

const cut = (text: string) => sentences(text).map((span) => span.text);

describe('sentences', () => {
  test('do not end after a title', () =>
    expect(cut('H.E. Mr. Roy spoke. Ms. Lee agreed.')).toEqual(['H.E. Mr. Roy spoke.', 'Ms. Lee agreed.']));
  test('do not end inside a number or an abbreviation', () =>
    expect(cut('Art. 4.8 costs 1.5 m, e.g. Nets do. It ends.')).toEqual([
      'Art. 4.8 costs 1.5 m, e.g. Nets do.',
      'It ends.',
    ]));
  test('end at a question', () =>
    expect(cut('Who pays? ¿Quién paga? We do.')).toEqual(['Who pays?', '¿Quién paga?', 'We do.']));
  test('go on over a page break in the middle', () => {
    const text =
      'The Co-Chairs set out questions on promoting a broad appreciation of cultures and\n\ncounter hatred of migrants. They ended.';
    expect(cut(text)).toHaveLength(2);
  });
});

describe('blocks', () => {
  test('keep bullets, their depth and their marks apart', () => {
    const found = blocks('Tools:\n\n- one\n - two\n\n1. three\n\n# Four');
    expect(found.map(({ kind, level, marker, text }) => [kind, level, marker, text])).toEqual([
      ['paragraph', 1, '', 'Tools:'],
      ['bullet', 0, '-', 'one'],
      ['bullet', 1, '-', 'two'],
      ['numbered', 0, '1.', 'three'],
      ['heading', 1, '#', 'Four'],
    ]);
  });
  test('join the lines of a wrapped paragraph', () => {
    const text = 'This line of prose was wrapped by whoever typed it at about seventy\ncharacters, and goes on here.';
    expect(blocks(text)).toHaveLength(1);
  });
});
