export type Constituency =
  | 'states'
  | 'international_organisations'
  | 'civil_society'
  | 'trade_unions'
  | 'enterprises'
  | 'local_authorities'
  | 'academia';

const constituencies: Record<string, Constituency> = {
  state: 'states',
  observer: 'states',
  group: 'states',
  un: 'international_organisations',
  treaty_body: 'international_organisations',
  igo: 'international_organisations',
  civil: 'civil_society',
  diaspora: 'civil_society',
  faith: 'civil_society',
  association: 'civil_society',
  youth: 'civil_society',
  union: 'trade_unions',
  firm: 'enterprises',
  city: 'local_authorities',
  academia: 'academia',
  individual: 'academia',
};

/** The part of the forum a delegation belongs to, by its kind in the register. */
export function constituencyOf(kind: string): Constituency | null {
  return constituencies[kind] ?? null;
}
