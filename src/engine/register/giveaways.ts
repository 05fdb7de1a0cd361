import world from 'world-countries/dist/countries.json' with { type: 'json' };
import { places } from './places.ts';
import { states } from './states.ts';

interface Country {
  cca3: string;
  name: { native: Record<string, { common: string }> };
  capital: string[];
  translations: Record<string, { common: string }>;
}

/** All by which a reader knows that a State is spoken of. */
export interface Giveaways {
  /** In the six official languages of the United Nations and in its own. */
  names: string[];
  /** English, French and Spanish, in every gender and number. */
  adjectives: string[];
  /** Its capital and its larger cities. */
  places: string[];
}

let known: Map<string, Giveaways> | undefined;

/** What gives the State with this ISO 3166 alpha-3 code away; undefined for what is no State. */
export function giveawaysOf(code: string): Giveaways | undefined {
  known ??= everyState();
  return known.get(code);
}

function everyState(): Map<string, Giveaways> {
  const own = new Map(
    places
      .trim()
      .split('\n')
      .map((line) => {
        const [, code, adjectives, cities] = /^(\w{3}): (.*) \| (.*)$/.exec(line)!;
        return [code!, { adjectives: adjectives!.split(', '), cities: cities!.split(', ') }] as const;
      }),
  );
  const countries = new Map((world as unknown as Country[]).map((one) => [one.cca3, one]));
  return new Map(
    states().map((state) => {
      const country = countries.get(state.code!)!;
      const { adjectives = [], cities = [] } = own.get(state.code!) ?? {};
      const translated = ['rus', 'ara', 'zho'].flatMap((code) => country.translations[code]?.common ?? []);
      const native = Object.values(country.name.native ?? {}).map(({ common }) => common);
      const names = [state.name, state.formalName ?? state.name, ...state.aliases, ...translated, ...native];
      return [
        state.code!,
        {
          names: [...new Set(names)],
          adjectives: [...new Set([...state.adjectives, ...adjectives].flatMap(inflected))],
          places: [...new Set([...country.capital, ...cities])],
        },
      ];
    }),
  );
}

/** Every gender and number of an adjective: "guatemalteco", "keniana", "bangladesíes", "ivoiriennes", "Kenyans". */
function inflected(adjective: string): string[] {
  const stem = adjective.slice(0, -1);
  if (/[oa]$/.test(adjective)) return [`${stem}o`, `${stem}a`, `${stem}os`, `${stem}as`, `${adjective}s`];
  if (/[éáó][sn]$/.test(adjective)) {
    const bare = adjective.normalize('NFD').replace(/\p{M}/gu, '');
    return [adjective, `${bare}a`, `${bare}es`, `${bare}as`];
  }
  if (/[íúi]$/.test(adjective)) return [adjective, `${adjective}es`, `${adjective}s`];
  if (/[rl]$/.test(adjective)) return [adjective, `${adjective}a`, `${adjective}es`, `${adjective}s`, `${adjective}as`];
  return [adjective, `${adjective}s`];
}
