import { IntlMessageFormat } from 'intl-messageformat';
import en from './en.ts';

export type Code = keyof typeof en;

/** The languages that have a catalogue. */
export const catalogues: Record<string, Partial<Record<string, string>>> = { en };

const compiled = new Map<string, IntlMessageFormat>();

/**
 * The sentence or label with this code, in this language (English where it has no such sentence yet), in ICU message
 * format. Codes that come from data, such as a refusal's, may be any string: an unknown one is shown as it is.
 */
export function say(code: Code | (string & {}), values?: Record<string, unknown>, language = 'en'): string {
  const text = catalogues[language]?.[code] ?? catalogues.en![code];
  if (text === undefined) return code;
  if (!text.includes('{')) return text;
  const key = `${language} ${code}`;
  let message = compiled.get(key);
  if (!message) compiled.set(key, (message = new IntlMessageFormat(text, language)));
  return String(message.format(values && inWords(values, language)));
}

/** A moment is said with its zone: the one given beside it as `timeZone`, or UTC. */
function inWords(values: Record<string, unknown>, language: string): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => {
    return [name, value instanceof Date ? momentIn(values.timeZone, language).format(value) : value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function momentIn(timeZone: unknown, language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
  });
}
