import type { Code } from '#messages/say.ts';

const names = ['matrix', 'table', 'lists'] as const;

/** The pages that show the same points otherwise: tabs of one noun. */
export function places(current: (typeof names)[number], roundtable: string, say: (code: Code) => string) {
  return names.map((name) => ({ text: say(`lists.tab.${name}`), href: `${roundtable}/${name}`, current: name === current })); // prettier-ignore
}
