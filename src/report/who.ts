import type { SpeakerView } from '#statements/queries.ts';

/** For whom it was said: a group that was spoken for stands in the place of the one who spoke. Empty: nobody is named. */
export function whoIn(speakers: readonly SpeakerView[]): Who[] {
  const behalf = speakers.filter(({ part, delegation }) => part === 'on_behalf_of' && delegation);
  const those = behalf.length > 0 ? behalf : speakers.filter(({ part }) => part === 'speaker');
  return those.flatMap(({ delegation, person }): Who[] => {
    if (delegation) return [{ name: delegation.name, kind: delegation.kind, slug: delegation.slug }];
    return person ? [{ name: person, kind: 'none', slug: null }] : [];
  });
}

export interface Who {
  name: string;
  kind: string;
  /** Null for someone the register does not hold. */
  slug: string | null;
}
