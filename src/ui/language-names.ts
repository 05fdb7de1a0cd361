const names = new Map<string, Intl.DisplayNames>();

/** A language's name in another: “Spanish” for `es` in English; the code itself where it has none. */
export function languageName(code: string, language = 'en'): string {
  let known = names.get(language);
  if (!known) names.set(language, (known = new Intl.DisplayNames([language], { type: 'language' })));
  return known.of(code) ?? code;
}
