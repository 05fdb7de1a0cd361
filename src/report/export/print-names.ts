import { whoIn } from '#report/who.ts';
import type { SpeakerView } from '#statements/queries.ts';

/** “Kenya and Portugal”, in the labels' language; null for nobody. */
export function whoInWords(speakers: readonly SpeakerView[], language: string): string | null {
  const names = whoIn(speakers).map(({ name }) => name);
  return names.length > 0 ? new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(names) : null;
}

/** “2.1/7”: a statement's name across roundtables. */
export function keyOf({ roundtable, number }: { roundtable: { number: string } | string; number: number }): string {
  return `${typeof roundtable === 'string' ? roundtable : roundtable.number}/${number}`;
}
