import { practicesIn, type PracticeView } from '#followup/queries.ts';
import { say } from '#messages/say.ts';
import { addressesIn } from '#routes/addresses.ts';
import { countriesOf, shownInList } from './shown.ts';
import type { PageServerLoad } from './$types';

/** The published practices of an edition: `?country=` a code, `?theme=`, `?partner=` a slug or a name, `?rt=` a number. */
export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const to = addressesIn(edition.slug);
  const given = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200);
  const asked = { country: given('country'), theme: given('theme'), partner: given('partner') };
  const roundtable = given('rt');
  const seen = await practicesIn(forum.db, viewer, edition.id, { all: true });
  const published = seen.filter(({ state }) => state === 'published');
  const found = await practicesIn(forum.db, viewer, edition.id, { ...asked, roundtable });
  const own = seen.filter(({ state, isMine }) => isMine && (state === 'spotted' || state === 'consented'));
  const spoken = (list: PracticeView[]) => list.map((practice) => shownInList(practice, to, language));
  return {
    here: `${to.home}/practices`,
    total: published.length,
    asked,
    isNarrowed: roundtable !== '' || Object.values(asked).some(Boolean),
    practices: spoken(found),
    own: spoken(own),
    choices: choicesIn(published, language),
    count: say('page.count', { count: found.length }, language),
    inWords: say('page.count', { count: published.length }, language),
  };
};

/** What the published practices can be narrowed to. */
function choicesIn(published: PracticeView[], language: string) {
  const choices = (pairs: [value: string, text: string][]) =>
    [...new Map(pairs)]
      .map(([value, text]) => ({ value, text }))
      .sort((a, b) => a.text.localeCompare(b.text, language));
  const partners = published.flatMap(({ delegation, partners }) => [
    ...(delegation ? [{ name: delegation.name, delegation }] : []),
    ...partners,
  ]);
  return {
    country: choices(
      published.flatMap((practice) =>
        countriesOf(practice, language).map(({ code, name }): [string, string] => [code, name]),
      ),
    ),
    theme: choices(published.flatMap(({ themes }) => themes.map((theme): [string, string] => [theme, theme]))),
    partner: choices(partners.map(({ name, delegation }): [string, string] => [delegation?.slug ?? name, name])),
  };
}
