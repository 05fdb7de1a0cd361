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
  const delegations = new Map(speaking.flatMap(({ delegation }) => (delegation ? [[delegation.slug, delegation]] : [])));
  const people = speaking.map((speaker) => nameOf(speaker, identity, say)).filter(Boolean);
  const nobody: Tag = { name: say(identity === 'unidentified' ? 'statement.unidentified' : 'statement.unnamed'), kind: 'none' };
  // A person who speaks for nobody is known by name alone.
  const named = delegations.size > 0 || (people.length > 0 && identity !== 'unidentified');
  const what = kind === 'comment' ? [] : [say(`statement.kind.${kind}`)];
  return { by: named ? [...delegations.values()].map(to.tag) : [nobody], person: [...people, ...what].join(' · ') };
}

function nameOf({ person, function: office, capacity }: SpeakerView, identity: string, say: Say): string {
  if (!person) return isChairing(capacity) ? say(`statement.as.${capacity}`) : '';
  if (identity === 'unidentified') return say('statement.name_given', { name: person });
  return [person, office, ...(isChairing(capacity) ? [say(`statement.as.${capacity}`)] : [])].filter(Boolean).join(', ');
}

/** A co-chair can speak as chair or for their country: the record says which. */
function isChairing(capacity: string | null): boolean {
  return capacity === 'chair' || capacity === 'co_chair' || capacity === 'panel';
}
