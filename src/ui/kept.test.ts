import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import DelegationTag from './DelegationTag.svelte';
import { keeping } from './kept.ts';
import { speakIn } from './language.ts';
import type { Tag } from './tag.ts';

const kenya: Tag = { name: 'Kenya', kind: 'state', href: '/lake-forum/delegations/kenya' };

it('what is shown again is the very same HTML, without marks for a script that never comes', () => {
  const [first, again] = inAPage('en', (kept) => [
    kept(kenya, DelegationTag, { tag: kenya }),
    kept(kenya, DelegationTag, { tag: kenya }),
  ]);
  expect(first).toBe('<a class="d" data-k="state" href="/lake-forum/delegations/kenya">Kenya</a>');
  expect(again).toBe(first);
});

it('another prop or another language is another form of it', () => {
  const city: Tag = { name: 'Kisumu', kind: 'city' };
  const both = (language: string) =>
    inAPage(language, (kept) => [true, false].map((words) => kept(city, DelegationTag, { tag: city, words })));
  const [inWords, bare] = both('en');
  expect(inWords).not.toBe(bare);
  expect(both('en')).toEqual([inWords, bare]);
});

it('what people wrote stays escaped', () => {
  const name = '<!--[--><script>alert(1)</script><!--]-->';
  const [html] = inAPage('en', (kept) => [kept(kenya, DelegationTag, { tag: { name, kind: 'state' } })]);
  expect(html).toContain('&lt;!--[-->&lt;script>');
});

function inAPage(language: string, show: (kept: ReturnType<typeof keeping>) => string[]): string[] {
  let shown: string[] = [];
  const page = (() => {
    speakIn(language);
    shown = show(keeping());
  }) as unknown as Component;
  void render(page).body;
  return shown;
}
