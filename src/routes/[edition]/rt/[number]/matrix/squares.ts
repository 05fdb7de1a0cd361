export interface Squares {
  width: number;
  height: number;
  /** Paths: of those who raised it, of those who are on record against, of those who said nothing to it. */
  raised: string;
  against: string;
  silent: string;
}

const step = 9;
const side = 6;

/** One square for each that spoke: filled first, then those silent, and those opposed last, struck through. */
export function squaresOf({ raised, against, spoke }: { raised: number; against: number; spoke: number }): Squares {
  const perRow = Math.min(9, Math.max(1, Math.ceil(Math.sqrt(spoke * 4))));
  const square = (n: number) => {
    const [x, y] = [(n % perRow) * step + 0.5, Math.floor(n / perRow) * step + 0.5];
    return `M${x} ${y}h${side}v${side}h-${side}z`;
  };
  const all = Array.from({ length: spoke }, (_, n) => n);
  const struck = (n: number) => `${square(n)}M${(n % perRow) * step + 0.5} ${Math.floor(n / perRow) * step + 0.5 + side}l${side} -${side}`; // prettier-ignore
  return {
    width: perRow * step,
    height: Math.max(1, Math.ceil(spoke / perRow)) * step,
    raised: all.slice(0, raised).map(square).join(''),
    silent: all
      .slice(raised, spoke - against)
      .map(square)
      .join(''),
    against: all
      .slice(spoke - against)
      .map(struck)
      .join(''),
  };
}
