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
  return String(message.format(values as Record<string, string>));
}
