import { expect, test } from 'vitest';
import { backTo } from './addresses.ts';

test('one goes back to a page of this site', () => {
  expect(backTo('/lake-forum/rt/3.1?reply=9#answer')).toBe('/lake-forum/rt/3.1?reply=9#answer');
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', '', null, 'rt/3.1'])(
  'and never anywhere else: %j',
  (given) => expect(backTo(given, '/home')).toBe('/home'),
);
