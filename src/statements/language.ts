/** The language a text is written in (ISO 639-1); where the text is too short to tell, the first of those given. */
export async function languageOf(text: string, usual: readonly string[]): Promise<string> {
  const { eld } = await import('eld/small');
  const detected = eld.detect(text);
  const isTelling = detected.isReliable() || usual.includes(detected.language);
  return detected.language && isTelling ? detected.language : (usual[0] ?? 'en');
}
