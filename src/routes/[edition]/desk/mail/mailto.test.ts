import { expect, test } from 'vitest';
import { mailtoOf } from './mailto.ts';

test('a letter fits an address of a mail program, whatever stands in it', () => {
  const address = mailtoOf({ to: 'a+b&c?@d.example', subject: 'No. 7 & 8', body: 'One?\nTwo & “three”' });
  expect(address).toBe(
    'mailto:a%2Bb%26c%3F@d.example?subject=No.%207%20%26%208&body=One%3F%0D%0ATwo%20%26%20%E2%80%9Cthree%E2%80%9D',
  );
});
