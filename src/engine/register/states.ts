import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import spanish from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import world from 'world-countries/dist/countries.json' with { type: 'json' };
import type { Actor } from '#engine/types.ts';
import type { Country } from './countries.ts';
import { shortNames, spellings } from './spellings.ts';

// States, from the kept libraries: short and formal names in English, French and Spanish, and adjectives.
// The UN's own short form is preferred where a library's is not what a delegation would accept.

type Names = Record<string, string | string[]>;

const observers = new Set(['VAT', 'PSE', 'COK', 'NIU']);

export interface State extends Actor {
  adjectives: string[];
}

export function states(from: readonly Country[] = world as unknown as Country[]): State[] {
  return from.filter((one) => one.unMember || observers.has(one.cca3)).map(stateOf);
}

function stateOf(one: Country): State {
  const name = shortNames[one.cca3] ?? one.name.common;
  const listed = [english, french, spanish].flatMap((language) => (language.countries as Names)[one.cca2] ?? []);
  const translated = (['fra', 'spa'] as const).flatMap((code) => Object.values(one.translations[code] ?? {}));
  const latin = one.altSpellings.filter(
    (spelling) => spelling.length > 3 && /^[\p{Script=Latin}\s'’.,()-]+$/u.test(spelling),
  );
  const all = [
    name,
    one.name.common,
    one.name.official,
    ...listed,
    ...translated,
    ...latin,
    ...(spellings[one.cca3] ?? []),
  ];
  const wanted = one.cca3 === 'COD' ? all.filter((spelling) => spelling !== 'Congo') : all;
  const adjectives = [...new Set([...Object.values(one.demonyms.eng ?? {}), ...Object.values(one.demonyms.fra ?? {})])];
  return {
    name,
    kind: observers.has(one.cca3) ? 'observer' : 'state',
    formalName: one.name.official,
    code: one.cca3,
    region: one.region,
    aliases: [...new Set(wanted)].filter((spelling) => spelling !== name && !spelling.includes('(')),
    adjectives: adjectives.filter((adjective) => adjective.length > 2),
  };
}
