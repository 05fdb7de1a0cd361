/** One word of the scale, and when it fits: by how many delegations, by what share of the floor, or both. */
export interface Step {
  word: string;
  /** Counts, both included. */
  least?: number;
  most?: number;
  /** Shares of those who took the floor, 0 to 1. `over` is not included; `from` and `upTo` are. */
  over?: number;
  from?: number;
  upTo?: number;
  /** Only where nobody is on record against. */
  unopposed?: true;
  /** Only where every one who took the floor said it. */
  all?: true;
}

/**
 * The scale printed in every report. No scale is agreed between the organisations of the United Nations, and bulletins
 * never define theirs; an edition can set its own. "Consensus" is not on it: only the Chair can declare that.
 */
export const usualScale: readonly Step[] = [
  { word: 'one delegation', least: 1, most: 1 },
  { word: 'two delegations', least: 2, most: 2 },
  { word: 'a few', least: 3, most: 4 },
  { word: 'some', least: 3, upTo: 0.2 },
  { word: 'several', least: 5, upTo: 0.25 },
  { word: 'a number of', from: 0.25, upTo: 0.4 },
  { word: 'many', from: 0.4, upTo: 0.6 },
  { word: 'most', over: 0.6 },
  { word: 'broad agreement', over: 0.8, unopposed: true },
  { word: 'general agreement', all: true, unopposed: true },
];

interface Quantifier {
  word: string;
  /** Why this word and no other, as a sentence. */
  rule: string;
}

/**
 * The word for `count` delegations out of the `of` that took the floor, with `opposed` on record against. Where two words
 * fit, the one by share decides from ten speakers up, the one by count below; a word that speaks of agreement is used
 * only when it is asked for, because a count of who raised something is not a poll. Null for nobody.
 */
export function quantifierFor(
  count: number,
  of: number,
  opposed: number,
  { scale = usualScale, agreement = false }: { scale?: readonly Step[]; agreement?: boolean } = {},
): Quantifier | null {
  if (count < 1) return null;
  const floor = Math.max(of, count);
  const fitting = scale.filter((step) => fits(step, count, count / floor, opposed) && (agreement || !step.unopposed));
  const agreed = fitting.filter((step) => step.unopposed).at(-1);
  // Of two words by share, or two by count, the first on the scale is the one that claims less.
  const byShare = fitting.find((step) => isByShare(step) && !step.unopposed);
  const byCount = fitting.find((step) => !isByShare(step));
  const shareDecides = floor >= 10;
  const chosen = agreed ?? (shareDecides ? (byShare ?? byCount) : (byCount ?? byShare));
  if (!chosen) return null;
  const hadToChoose = byShare !== undefined && byCount !== undefined;
  return { word: chosen.word, rule: ruleOf(chosen, { count, of: floor, opposed, hadToChoose, shareDecides }) };
}

function fits(step: Step, count: number, share: number, opposed: number): boolean {
  if (step.least !== undefined && count < step.least) return false;
  if (step.most !== undefined && count > step.most) return false;
  if (step.over !== undefined && share <= step.over) return false;
  if (step.from !== undefined && share < step.from) return false;
  if (step.upTo !== undefined && share > step.upTo) return false;
  if (step.unopposed && opposed > 0) return false;
  return !step.all || share === 1;
}

function isByShare(step: Step): boolean {
  return step.over !== undefined || step.from !== undefined || step.upTo !== undefined || step.all === true;
}

interface Counted {
  count: number;
  of: number;
  opposed: number;
  hadToChoose: boolean;
  shareDecides: boolean;
}

function ruleOf(step: Step, { count, of, opposed, hadToChoose, shareDecides }: Counted): string {
  const share = Math.round((count / of) * 100);
  const against = opposed === 0 ? 'none opposed' : `${opposed} opposed`;
  const by = shareDecides
    ? 'Ten or more took the floor, so the share decides'
    : 'Fewer than ten took the floor, so the count decides';
  const why = hadToChoose ? ` ${by}.` : '';
  return `“${step.word}” means ${meaning(step)}; here ${count} of the ${of} that took the floor (${share} %), ${against}.${why}`;
}

/** What a word of the scale means, in words: for the rule of a count, and for the scale as a report prints it. */
export function meaning(step: Step): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const parts: string[] = [];
  const { least, most, over, from, upTo } = step;
  if (least !== undefined && most !== undefined)
    parts.push(least === most ? `exactly ${least}` : `${least} to ${most}`);
  else if (least !== undefined) parts.push(`at least ${least}`);
  if (from !== undefined && upTo !== undefined) parts.push(`${percent(from)} to ${percent(upTo)}`);
  else if (upTo !== undefined) parts.push(`up to ${percent(upTo)}`);
  else if (over !== undefined) parts.push(`over ${percent(over)}`);
  if (step.all) parts.push('every speaker');
  if (step.unopposed) parts.push('no recorded objection');
  return parts.join(' and ');
}
