import { expect, it } from 'vitest';
import { isSigned, signed } from './signed.ts';

const secret = 'a key that only this test knows';

it('a link opens what it was made for, and nothing else', () => {
  const signature = signed(secret, 'confirm', 'statement 7');
  expect(signature).toMatch(/^[\w-]{22}$/);
  expect(isSigned(secret, 'confirm', 'statement 7', signature)).toBe(true);
  expect(isSigned(secret, 'confirm', 'statement 8', signature)).toBe(false);
  expect(isSigned(secret, 'unsubscribe', 'statement 7', signature)).toBe(false);
  expect(isSigned('another key', 'confirm', 'statement 7', signature)).toBe(false);
  expect(isSigned(secret, 'confirm', 'statement 7', signature.slice(1))).toBe(false);
  expect(isSigned(secret, 'confirm', 'statement 7', '')).toBe(false);
});
