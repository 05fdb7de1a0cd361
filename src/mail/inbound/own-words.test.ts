import { expect, test } from 'vitest';
import { ownWords } from './own-words.ts';

const marker = 'Write your answer above this line';
const ours = `— ${marker} —\n\nAmina has answered you.\n\n-- \nLake Forum`;
const quoted = ours.replace(/^/gm, '> ');

test.each([
  [
    'over a quotation',
    `We agree.\n\nOn Tue, 2 June 2026 at 14:02, Lake Forum <letters@lake.example> wrote:\n\n${quoted}`,
  ],
  [
    'with an introduction broken over two lines',
    `We agree.\n\nOn Tue, 2 June 2026 at 14:02, Lake Forum\n<letters@lake.example> wrote:\n${quoted}`,
  ],
  ['in French', `We agree.\n\nLe mar. 2 juin 2026 à 14:02, Lake Forum <letters@lake.example> a écrit :\n${quoted}`],
  ['in Arabic', `We agree.\n\nفي الثلاثاء 2 يونيو 2026 14:02 كتب Lake Forum:\n${quoted}`],
  ['in Chinese', `We agree.\n\nLake Forum <letters@lake.example> 于2026年6月2日写道：\n${quoted}`],
  [
    'over the headers of Outlook',
    `We agree.\r\n\r\n________________________________\r\nFrom: Lake Forum\r\nSent: Tuesday\r\nTo: Ada\r\nSubject: No. 3\r\n\r\n${ours}`,
  ],
  [
    'over headers in German, without a rule',
    `We agree.\n\nVon: Lake Forum\nGesendet: Dienstag\nAn: Ada\nBetreff: No. 3\n\nAmina has answered you.`,
  ],
  [
    'over an original message',
    `We agree.\n\n-----Original Message-----\nFrom: Lake Forum\nSubject: x\n\nAmina has answered you.`,
  ],
  [
    'below the quotation',
    `On Tue, 2 June 2026 at 14:02, Lake Forum <letters@lake.example> wrote:\n${quoted}\n\nWe agree.`,
  ],
  ['with a signature', `We agree.\n\n-- \nAda Kimani\n+254 700 000 000`],
  ['with what a telephone adds', 'We agree.\n\nSent from my telephone'],
  ['without anything else', 'We agree.\n'],
])('an answer %s is what was written', (_, text) => {
  expect(ownWords(text, marker)).toBe('We agree.');
});

test('answers between the lines stay, in their order', () => {
  const text = 'On 2 June 2026 Lake Forum wrote:\n> First.\n\nYes.\n\n> Second.\n\nNo.';
  expect(ownWords(text, marker)).toBe('Yes.\n\nNo.');
});

test('a colon of their own is not an introduction, nor a line that begins with a word like From', () => {
  const text = 'Three things are missing:\n\nFrom: the first night on, a bed.\n\nA year has 2026 nights';
  expect(ownWords(text, marker)).toBe(text);
});

test('nothing but a quotation is nothing', () => {
  expect(ownWords(`On 2 June 2026 Lake Forum wrote:\n${quoted}`, marker)).toBe('');
});
