import { countryName } from '#followup/countries.ts';
import type { PracticeView } from '#followup/queries.ts';
import type { addressesIn } from '#routes/addresses.ts';
import type { Tag } from '#ui/tag.ts';

type To = ReturnType<typeof addressesIn>;

/** What a list says of a practice: its first sentences, where it is done and by whom. */
export function shownInList(practice: PracticeView, to: To, language: string) {
  const { slug, title, summary, themes, state } = practice;
  return {
    title,
    state,
    href: `${to.home}/practices/${slug}`,
    summary: beginning(summary),
    lang: practice.language,
    by: promoters(practice, to),
    person: practice.person,
    isGlobal: practice.isGlobal,
    countries: countriesOf(practice, language),
    themes,
    partners: practice.partners.length,
    contacts: practice.contacts.length,
  };
}

export function promoters({ delegation }: PracticeView, to: To): Tag[] {
  return delegation ? [to.tag(delegation)] : [];
}

/** By name, in the alphabet of the language. */
export function countriesOf({ countries }: Pick<PracticeView, 'countries'>, language: string) {
  return countries
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

const enough = 280;

/** Whole sentences, as many as a list has room for. */
function beginning(summary: string): string {
  const [first = ''] = summary.split(/\n{2,}/);
  if (first.length <= enough) return first;
  const end = [...first.slice(0, enough).matchAll(/[.!?…]["”»]?\s/g)].at(-1);
  return end ? first.slice(0, end.index + 1) : `${first.slice(0, enough).replace(/\s+\S*$/, '')} …`;
}
