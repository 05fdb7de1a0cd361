const names = new Map<string, string>();

/** A language's name in another: “Spanish” for `es` in English; the code itself where it has none. */
export function languageName(code: string, language = 'en'): string {
  const key = `${code} ${language}`;
  let name = names.get(key);
  if (!name) names.set(key, (name = new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code));
  return name;
}
