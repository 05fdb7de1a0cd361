import type { Delegation } from './types.ts';

/** International organisations, local authorities and every partner that is not a State. */
export const partners: Delegation[] = [
  { slug: 'ilo', shortName: 'ILO', formalName: 'International Labour Organization', kind: 'un', code: 'ILO' },
  { slug: 'iom', shortName: 'IOM', formalName: 'International Organization for Migration', kind: 'un', code: 'IOM' },
  {
    slug: 'un-habitat',
    shortName: 'UN-Habitat',
    formalName: 'United Nations Human Settlements Programme',
    kind: 'un',
    code: 'UN-Habitat',
  },
  {
    slug: 'unhcr',
    shortName: 'UNHCR',
    formalName: 'Office of the United Nations High Commissioner for Refugees',
    kind: 'un',
    code: 'UNHCR',
  },
  {
    slug: 'committee-on-migrant-workers',
    shortName: 'Committee on Migrant Workers',
    formalName:
      'Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families',
    kind: 'treaty_body',
    code: 'CMW',
    aliases: ['the Committee on Migrant Workers'],
  },
  {
    slug: 'great-lakes-transit-commission',
    shortName: 'Great Lakes Transit Commission',
    formalName: 'Intergovernmental Commission for Transit on the Great Lakes',
    kind: 'igo',
    code: 'GLTC',
  },
  { slug: 'lakeshore-mayors', shortName: 'Lakeshore Mayors', formalName: 'League of Lakeshore Mayors', kind: 'city', code: 'LMA', region: 'Africa' },
  { slug: 'city-of-miremba', shortName: 'City of Miremba', formalName: 'Municipality of Miremba', kind: 'city', code: 'MIR', region: 'Africa', aliases: ['Miremba'] },
  { slug: 'city-of-port-alder', shortName: 'City of Port Alder', formalName: 'City and Harbour of Port Alder', kind: 'city', code: 'PTA', region: 'Europe', aliases: ['Port Alder'] },
  { slug: 'harbour-network', shortName: 'Harbour Network', formalName: 'Harbour Network for Newcomers', kind: 'civil', code: 'HBN' },
  { slug: 'open-doors-federation', shortName: 'Open Doors Federation', formalName: 'Federation of Open Doors Volunteers', kind: 'civil', code: 'ODF' },
  { slug: 'tejido-diaspora-network', shortName: 'Tejido Diaspora Network', formalName: 'Red Tejido de la Diáspora', kind: 'diaspora', code: 'TDN', aliases: ['Tejido'] },
  { slug: 'sahel-diaspora-council', shortName: 'Sahel Diaspora Council', formalName: 'Conseil des diasporas du Sahel', kind: 'diaspora', code: 'SDC' },
  { slug: 'care-workers-international', shortName: 'Care Workers International', formalName: 'Care Workers International', kind: 'union', code: 'CWI' },
  { slug: 'interfaith-welcome-council', shortName: 'Interfaith Welcome Council', formalName: 'Interfaith Welcome Council', kind: 'faith', code: 'IWC' },
  {
    slug: 'lakes-nurses-association',
    shortName: 'Lakes Nurses Association',
    formalName: 'Association of Nurses and Midwives of the Lakes',
    kind: 'association',
    code: 'LNA',
  },
  { slug: 'brightline-logistics', shortName: 'Brightline Logistics', formalName: 'Brightline Logistics Ltd', kind: 'firm', code: 'BLL' },
  { slug: 'lakes-university', shortName: 'Lakes University', formalName: 'Lakes University, Institute for Arrival Cities', kind: 'academia', code: 'LKU' },
  { slug: 'crossroads-youth-assembly', shortName: 'Crossroads Youth Assembly', formalName: 'Crossroads Youth Assembly', kind: 'youth', code: 'CYA' },
  { slug: 'amara-sesay', shortName: 'Amara Sesay', formalName: 'Dr Amara Sesay, individual expert in public health', kind: 'individual' },
];
