// Embeddings, overrides and isolates change the order of the letters around them; the others hide between letters or spell
// unseen words. Marks that only state a direction, and the joiners that shape Arabic and Indic letters, are left in peace.
const tricks = /[\u202a-\u202e\u2066-\u2069]|[\u200b\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/**
 * A text as it can be shown: characters that would make it read differently from what it says stand there as an empty
 * square, one for each code unit, so that offsets into the text stay true.
 */
export function plainly(text: string): string {
  return text.replace(tricks, (trick) => '□'.repeat(trick.length));
}

export function hasTricks(text: string): boolean {
  return text.search(tricks) >= 0;
}
