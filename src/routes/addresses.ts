import type { Tag } from '#ui/tag.ts';

export type Addresses = ReturnType<typeof make>;

const made = new Map<string, Addresses>();

/** The addresses of an edition's pages, and the tag that leads to a delegation's: the same ones for an edition's name. */
export function addressesIn(edition: string): Addresses {
  let addresses = made.get(edition);
  if (!addresses) made.set(edition, (addresses = make(edition)));
  return addresses;
}

function make(edition: string) {
  const home = `/${edition}`;
  const roundtable = (number: string) => `${home}/rt/${number}`;
  return {
    home,
    roundtable,
    statement: ({ roundtable: at, number }: { roundtable: { number: string }; number: number }) =>
      `${roundtable(at.number)}/statements/${number}`,
    /** Where one comments, in answer to a question, to a statement, or on a paragraph of a paper. */
    comment: (number: string, about: { question?: number; reply?: number; paragraph?: string } = {}) => {
      const asked = Object.entries(about).map(([name, value]) => `${name}=${value}`);
      return `${roundtable(number)}/comment${asked.length ? `?${asked.join('&')}` : ''}`;
    },
    paper: ({ roundtable: at, slug }: { roundtable: { number: string }; slug: string }) =>
      `${roundtable(at.number)}/papers/${slug}`,
    report: (number: string) => `${roundtable(number)}/report`,
    /** A delegation's own lines in the report. */
    lines: (number: string, slug: string) => `${roundtable(number)}/report/lines/${slug}`,
    recommendation: (at: string, number: number) => `${roundtable(at)}/recommendations/${number}`,
    versions: (number: string) => `${roundtable(number)}/report/versions`,
    /** The report as a file. */
    reportAs: (number: string, format: string) => `${roundtable(number)}/report.${format}`,
    delegation: (slug: string) => `${home}/delegations/${slug}`,
    /** What its delegation reports to the capital. */
    cable: (slug: string) => `${home}/delegations/${slug}/cable`,
    cableAs: (slug: string, format: string) => `${home}/delegations/${slug}/cable.${format}`,
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
