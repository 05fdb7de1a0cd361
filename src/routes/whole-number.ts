/** The whole number from 1 that is written there; 0 for anything else, also for one that no page, version or line could have. */
export function wholeNumber(text: FormDataEntryValue | null | undefined): number {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
