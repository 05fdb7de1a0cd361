/** Words someone said. `marks` are half-open ranges of UTF-16 code units into `text`: the words a report rests on. */
export type Passage = {
  text: string;
  /** BCP 47; only needed where it is not the page's own language */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  marks?: { from: number; to: number }[];
};

export type Piece = { text: string; marked: boolean };

/** Cuts a text at its marks, in order. Overlapping marks become one; what lies outside the text is left out. */
export function piecesOf(text: string, marks: { from: number; to: number }[] = []): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, marked: boolean) => {
    if (to <= at) return;
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += text.slice(at, to);
    else pieces.push({ text: text.slice(at, to), marked });
    at = to;
  };
  for (const { from, to } of marks.toSorted((a, b) => a.from - b.from)) {
    add(Math.min(from, text.length), false);
    add(Math.min(to, text.length), true);
  }
  add(text.length, false);
  return pieces;
}
