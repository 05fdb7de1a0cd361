import { expect, test } from 'vitest';
import { isSignedIn, themeOf } from './cookies.ts';

test.each([
  [null, 'system'],
  ['', 'system'],
  ['theme=dark', 'dark'],
  ['a=b; theme=light; c=d', 'light'],
  ['a=theme=dark', 'system'],
  ['theme=darker', 'system'],
  ['nottheme=dark', 'system'],
  ['a=b; __Host-theme=dark', 'dark'],
])('%j asks for the theme %s', (cookies, theme) => expect(themeOf(cookies)).toBe(theme));

test('a sign of having signed in is seen under each name it may have', () => {
  expect(isSignedIn('theme=dark; rapporteur.session_token=x')).toBe(true);
  expect(isSignedIn('__Host-rapporteur.session_token=x')).toBe(true);
  expect(isSignedIn('theme=dark')).toBe(false);
  expect(isSignedIn(undefined)).toBe(false);
});
