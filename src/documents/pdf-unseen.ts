/** What a page draws, in order: operations by number with what each is given (pdf.js `getOperatorList`). */
export type Drawing = { fnArray: number[]; argsArray: unknown[] };

/**
 * Words a page prints in white or without ink (text rendering mode 3, ISO 32000-1, 9.3.6). A scan read by machine has
 * all its words so, under the picture; white words may stand on a dark ground. So they are reported, not judged.
 */
export function unseenWords(drawing: Drawing, operations: Record<string, number>): string[] {
  const found: string[] = [];
  const saved: { white: boolean; inkless: boolean }[] = [];
  let ink = { white: false, inkless: false };
  let passage = '';
  drawing.fnArray.forEach((operation, n) => {
    const given = drawing.argsArray[n] as unknown[] | null;
    if (operation === operations['save']) saved.push({ ...ink });
    else if (operation === operations['restore']) ink = saved.pop() ?? ink;
    else if (operation === operations['setFillRGBColor']) ink.white = given?.[0] === '#ffffff';
    else if (operation === operations['setTextRenderingMode']) ink.inkless = given?.[0] === 3;
    else if (operation === operations['showText'] && (ink.white || ink.inkless)) passage += shown(given?.[0]);
    else if (operation === operations['endText']) {
      if (passage.trim() !== '') found.push(passage);
      passage = '';
    }
  });
  return found;
}

function shown(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  return glyphs
    .map((glyph: { unicode?: string } | number | null) =>
      glyph && typeof glyph === 'object' ? (glyph.unicode ?? '') : '',
    )
    .join('');
}
