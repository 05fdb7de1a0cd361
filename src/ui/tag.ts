/** The constituency of a delegation, as its tag draws it. `none` is someone unidentified. */
export type Kind =
  | 'state'
  | 'observer'
  | 'group'
  | 'un'
  | 'treaty_body'
  | 'igo'
  | 'civil'
  | 'diaspora'
  | 'faith'
  | 'union'
  | 'association'
  | 'firm'
  | 'city'
  | 'academia'
  | 'youth'
  | 'individual'
  | 'none';

export type Tag = { name: string; kind: Kind; href?: string };

export type Link = { text: string; href: string };
