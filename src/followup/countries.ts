import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import spanish from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import world from 'world-countries/dist/countries.json' with { type: 'json' };

interface Country {
  cca2: string;
  cca3: string;
  name: { common: string; official: string };
  altSpellings: string[];
}

const all = world as unknown as Country[];
const inTwoLetters = new Map(all.map(({ cca2, cca3 }) => [cca3, cca2]));
let known: Map<string, string> | undefined;

/**
 * ISO 3166 alpha-3 for a country given by a name it goes by in English, French or Spanish, or by either of its codes;
 * null where it is none.
 */
export function countryCalled(given: string): string | null {
  known ??= new Map(all.flatMap((country) => namesOf(country).map((name) => [keyOf(name), country.cca3] as const)));
  return known.get(keyOf(given)) ?? null;
}

/** The name of a country (ISO 3166 alpha-3) in a language; the code itself where it has none. */
export function countryName(code: string, language = 'en'): string {
  const short = inTwoLetters.get(code);
  return (short && new Intl.DisplayNames([language], { type: 'region' }).of(short)) || code;
}

function namesOf({ cca2, cca3, name, altSpellings }: Country): string[] {
  const printed = [english, french, spanish].flatMap(
    ({ countries }) => (countries as Record<string, string | string[]>)[cca2] ?? [],
  );
  return [...altSpellings, ...printed, name.official, name.common, cca2, cca3];
}

/** Names differ in their accents, apostrophes and articles; countries do not. */
function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^the /i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
