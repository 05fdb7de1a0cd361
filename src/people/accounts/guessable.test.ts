import { expect, test } from 'vitest';
import { guessableRefusal } from './guessable.ts';

const about = ['Lake Forum on Migration', 'Wanjirũ Kamau', 'wanjiru.kamau@kenya.example'];
const code = 'people.password_guessable';

test.each([
  'passwordpassword',
  'Password123456',
  'P@ssw0rd2026!',
  'qwertyuiop12',
  '1qaz2wsx3edc4rfv',
  '123456789012',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'xyxyxyxyxyxyxy',
  'rapporteur2026',
  'LakeForum2026!',
  'migration migration',
  'WanjiruKamau1',
  'kenya.kenya.kenya',
])('“%s” is guessed soon', (password) => expect(guessableRefusal(password, about)).toBe(code));

test.each([
  'every voice counts',
  'a sentence to keep',
  'a lake in the morning',
  '839201748261',
  'ыдлвоауцкщш',
  '湖边的会议每年开一次很好',
  'f4!kQ9z#Lw2p',
])('“%s” is not', (password) => expect(guessableRefusal(password, about)).toBeNull());
