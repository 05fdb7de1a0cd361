import type { Tag } from '#ui/tag.ts';

/** The addresses of an edition's pages, and the tag that leads to a delegation's. */
export function addressesIn(edition: string) {
  const home = `/${edition}`;
  const roundtable = (number: string) => `${home}/rt/${number}`;
  return {
    home,
    roundtable,
    statement: ({ roundtable: at, number }: { roundtable: { number: string }; number: number }) =>
      `${roundtable(at.number)}/statements/${number}`,
    paper: ({ roundtable: at, slug }: { roundtable: { number: string }; slug: string }) =>
      `${roundtable(at.number)}/papers/${slug}`,
    report: (number: string) => `${roundtable(number)}/report`,
    delegation: (slug: string) => `${home}/delegations/${slug}`,
    tag: ({ slug, name, kind }: { slug: string; name: string; kind: string }): Tag => ({
      name,
      kind: kind as Tag['kind'],
      href: `${home}/delegations/${slug}`,
    }),
  };
}

/** Where to go back to: a path of this site, never another one's. */
export function backTo(given: unknown, otherwise = '/'): string {
  const path = typeof given === 'string' ? given : '';
  // A browser reads a backslash as a slash, and drops tabs and line breaks before it looks.
  return /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : otherwise;
}
