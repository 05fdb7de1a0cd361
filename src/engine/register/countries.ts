/** What is read of a country to know its delegation by, of all that the library tells of it. */
export interface Country {
  name: { common: string; official: string };
  cca2: string;
  cca3: string;
  region: string;
  unMember: boolean;
  altSpellings: string[];
  demonyms: Partial<Record<(typeof demonymsIn)[number], { m: string; f: string }>>;
  translations: Partial<Record<(typeof translatedInto)[number], { common: string; official: string }>>;
}

const demonymsIn = ['eng', 'fra'] as const;
const translatedInto = ['fra', 'spa'] as const;

/** That, and no more: a fifth of the library's file, for a page that has to load it. */
export function onlyWhatIsRead(countries: readonly Country[]): Country[] {
  return countries.map(({ name, cca2, cca3, region, unMember, altSpellings, demonyms, translations }) => ({
    name: { common: name.common, official: name.official },
    cca2,
    cca3,
    region,
    unMember,
    altSpellings,
    demonyms: pick(demonyms, demonymsIn),
    translations: pick(translations, translatedInto),
  }));
}

function pick<Key extends string, Value>(
  from: Partial<Record<Key, Value>>,
  keys: readonly Key[],
): Partial<Record<Key, Value>> {
  const kept: Partial<Record<Key, Value>> = {};
  for (const key of keys) if (from[key]) kept[key] = from[key];
  return kept;
}
