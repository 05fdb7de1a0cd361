export type Language = 'en' | 'fr' | 'es';

const telling: Record<Language, Set<string>> = {
  en: new Set('the and of that to is was with for by which are be has'.split(' ')),
  fr: new Set("le la les des et du que est une dans pour par sur qui aux l'".split(' ')),
  es: new Set('el los las del y que una por para con se su en es al'.split(' ')),
};

/** Which of the three languages the engine reads a text is in, from its small words. English when in doubt. */
export function languageOf(text: string): Language {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+'?/gu) ?? [];
  const score = { en: 0.5, fr: 0, es: 0 };
  for (const word of words) for (const one of ['en', 'fr', 'es'] as const) if (telling[one].has(word)) score[one]++;
  for (const word of words) {
    if (/(?:ción|ciones|aron|ieron|dad|dades|[^aeiou]ó|ñ.*)$/.test(word)) score.es += 0.6;
    if (/(?:[^s]é|ée|ées|és|aient|eaux|ations?|ments?|œ.*|ê.*|è.*)$/.test(word))
      score.fr += /(?:ations?|ments?)$/.test(word) ? 0.1 : 0.6;
  }
  if (score.fr > score.en && score.fr >= score.es) return 'fr';
  return score.es > score.en ? 'es' : 'en';
}
