import type { say } from '#messages/say.ts';
import type { SpeakerView, StatementView } from '#statements/queries.ts';
import type { Tag } from '#ui/tag.ts';

type Say = (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string;

interface Byline {
  by: Tag[];
  /** “Rosa Ixim, coordinator, as co-chair · intervention” */
  person: string;
}

interface Addresses {
  tag(delegation: NonNullable<SpeakerView['delegation']>): Tag;
}

/** Who a statement is by, as its first line says it; nobody where the attribution policy names nobody. */
export function bylineOf({ speakers, kind, identity }: StatementView, to: Addresses, say: Say): Byline {
  const speaking = speakers.filter(({ part }) => part === 'speaker');
  const what = kind === 'comment' ? [] : [say(`statement.kind.${kind}`)];
  if (identity === 'unidentified') {
    const names = speaking.flatMap(({ person }) =>
      person ? [say('statement.name_given', { name: isolated(person) })] : [],
    );
    return { by: [{ name: say('statement.unidentified'), kind: 'none' }], person: [...names, ...what].join(' · ') };
  }
  const tags = new Map(speaking.map((speaker) => tagOf(speaker, to)).map((tag) => [tag.name, tag]));
  const people = speaking.map((speaker) => personOf(speaker, say)).filter(Boolean);
  const nobody: Tag = { name: say('statement.unnamed'), kind: 'none' };
  return { by: tags.size > 0 ? [...tags.values()] : [nobody], person: [...people, ...what].join(' · ') };
}

/** A person who speaks for no delegation speaks as one. */
function tagOf({ delegation, person }: SpeakerView, to: Addresses): Tag {
  return delegation ? to.tag(delegation) : { name: person ?? '', kind: 'individual' };
}

/** What the tag has not said already. */
function personOf({ delegation, person, function: office, capacity }: SpeakerView, say: Say): string {
  const name = delegation && person !== delegation.name ? person && isolated(person) : null;
  // Someone who speaks for nobody else is head of nothing.
  const isAlone = !delegation || delegation.kind === 'individual';
  const as = capacity && !(isAlone && ofDelegations.has(capacity)) ? say(`statement.as.${capacity}`) : '';
  // “Counsellor, focal point” has said it.
  const isSaid = as !== '' && office?.toLowerCase().includes(as.toLowerCase());
  return [name, office, isSaid ? null : as].filter(Boolean).join(', ');
}

const ofDelegations = new Set(['head', 'delegate', 'deputy', 'focal_point']);

/** A name written from right to left, so that what stands beside it keeps its order. */
function isolated(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name)
    ? `\u2068${name}\u2069`
    : name;
}
