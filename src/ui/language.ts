import { getContext, setContext } from 'svelte';
import { say } from '#messages/say.ts';

export { directionOf } from './direction.ts';

/** Called once by the outermost layout: every component below speaks this language (BCP 47). */
export function speakIn(language: string): void {
  setContext('language', language);
}

/** The language of the page; English when no layout has said otherwise. */
export function pageLanguage(): string {
  return getContext<string | undefined>('language') ?? 'en';
}

/** `say`, bound to the language of the page. Call it while a component starts, as it reads the context. */
export function speak(): (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string {
  const language = pageLanguage();
  return (code, values) => say(code, values, language);
}
