import { isAgainst } from '#analysis/rules.ts';
import type { Reason } from '#record/refusals.ts';
import { patternOf } from '#statements/rules.ts';

export const pointActs = [
  'stated',
  'emphasised',
  'questioned',
  'proposed',
  'supported',
  'opposed',
  'concern',
  'presented',
  'committed',
  'procedural',
] as const;

/** In which ways a point is decided about, as its forms are parted. */
export type PointPart = 'edit' | 'reject' | 'split' | 'merge' | 'issue' | 'use';

/** What has to be known of a point to decide about it. */
export interface Judged {
  id: string;
  roundtableId: string;
  state: string;
  /** False for one that was split, or whose making was undone. */
  stands: boolean;
  mergedInto: string | null;
  /** Whether others are merged into it. */
  holdsOthers: boolean;
  act: string;
  polarity: number;
  onRecord: boolean;
  /** Who said it, by the register's slug or as printed. */
  voices: readonly string[];
  /** What it asks for, by the stem of the verb, and how strongly. */
  asks: readonly { stem: string; strength: number; word: string }[];
}

/** Only what stands is judged. */
function goneRefusal({ stands, state }: Judged): Reason | null {
  if (!stands) return 'point.stands_no_more';
  return state === 'rejected' ? 'point.rejected_already' : null;
}

export function acceptRefusal(point: Judged): Reason | null {
  return goneRefusal(point) ?? (point.state === 'proposed' ? null : 'point.accepted_already');
}

export function editRefusal(point: Judged): Reason | null {
  return goneRefusal(point);
}

/** A point that others are told with, or that is told with another, is taken out of that first. */
export function rejectRefusal(point: Judged): Reason | null {
  return goneRefusal(point) ?? togetherRefusal(point);
}

export function splitRefusal(point: Judged, parts: unknown): Reason | null {
  return goneRefusal(point) ?? togetherRefusal(point) ?? (parts ? null : 'point.split_nowhere');
}

function togetherRefusal({ mergedInto, holdsOthers }: Judged): Reason | null {
  return mergedInto || holdsOthers ? 'point.is_merged' : null;
}

/**
 * Points are told together where they say the same: nobody is made to agree with what they opposed, to propose what they
 * asked, or to ask for more than they did – ratifying is not considering to ratify.
 */
export function mergeRefusal(into: Judged, points: readonly Judged[]): Reason | null {
  if (points.length === 0) return 'point.merge_nothing';
  for (const point of points) {
    const refusal = goneRefusal(point) ?? pairRefusal(into, point);
    if (refusal) return refusal;
  }
  return goneRefusal(into) ?? (into.mergedInto ? 'point.merge_into_merged' : null);
}

function pairRefusal(into: Judged, point: Judged): Reason | null {
  if (point.id === into.id) return 'point.merge_itself';
  if (point.roundtableId !== into.roundtableId) return 'point.merge_elsewhere';
  if (point.mergedInto) return 'point.is_merged';
  if (point.onRecord !== into.onRecord) return 'point.merge_off_record';
  if (isAgainst(point) !== isAgainst(into)) return 'point.merge_opposed';
  const isSameVoice = point.voices.length > 0 && point.voices.every((one) => into.voices.includes(one));
  if (point.act !== into.act && !isSameVoice)
    return { code: 'point.merge_other_act', values: { one: into.act, other: point.act } };
  for (const asked of point.asks) {
    const same = into.asks.filter(({ stem }) => stem === asked.stem);
    if (same.length > 0 && !same.some(({ strength }) => strength === asked.strength))
      return { code: 'point.merge_other_strength', values: { word: asked.word } };
  }
  return null;
}

/** Decisions are undone in the reverse order in which they were taken. */
export function undoRefusal(decision: {
  kind: string;
  isUndone: boolean;
  isLast: boolean;
  isKept: boolean;
  /** Whether it went along to words that were revised since. */
  isRevised: boolean;
}): Reason | null {
  if (decision.kind === 'undone' || decision.isUndone) return 'point.undone_already';
  if (decision.isRevised) return 'point.undo_revised';
  if (!decision.isLast) return 'point.undo_later_first';
  return decision.isKept ? null : 'point.undo_erased';
}

/** What has to be known to say which point of a revised statement has a decision now. */
interface Carrying {
  statement: string;
  revision: number;
  /** Of the statement as it reads now. */
  current: number;
  isDecided: boolean;
  isCarried: boolean;
}

/** A decision goes to a point of the same statement as it reads now, once. */
export function carryRefusal(
  from: Carrying,
  into: { statement: string; revision: number; stands: boolean; state: string } | null,
): Reason | null {
  if (from.isCarried) return 'point.carried_already';
  if (from.revision === from.current || !from.isDecided) return 'point.nothing_to_carry';
  if (!into) return null;
  if (!into.stands || into.state === 'rejected') return 'point.stands_no_more';
  return into.statement === from.statement && into.revision === from.current ? null : 'point.carry_elsewhere';
}

interface Span {
  start: number;
  end: number;
}

const blank = /[\s\u00a0]/;
/** What may lie between two parts and belong to neither. */
const between =
  /^[\s\u00a0,;:–—-]*(?:(?:and|or|as well as|et|ou|ainsi que|y|e|o|u|así como)(?=[\s\u00a0]))?[\s\u00a0]*/iu;

/**
 * The two parts of a message that is split before the word at `at` (UTF-16 code units into the body); null where no word
 * begins there, or where a part would be empty. Only blanks, marks and one joining word may fall between them.
 */
export function splitAt(body: string, { start, end }: Span, at: number): [Span, Span] | null {
  if (at <= start || at >= end || !/[\s\u00a0,;:–—("“‘'’-]/.test(body[at - 1]!) || blank.test(body[at]!)) return null;
  let left = at;
  while (left > start && /[\s\u00a0,;:–—-]/.test(body[left - 1]!)) left--;
  const joining = between.exec(body.slice(at, end))![0].length;
  const right = at + joining;
  return left > start && right < end
    ? [
        { start, end: left },
        { start: right, end },
      ]
    : null;
}

/**
 * Where exact words stand in a body: in the sentence that is given if they stand there once, else where they stand once in
 * all. Blanks may differ, and nothing else.
 */
export function wordsAt(body: string, words: string, sentence: Span): Span | { code: string } {
  const pattern = patternOf(words);
  if (pattern === '') return { code: 'point.words_missing' };
  const places = [...body.matchAll(new RegExp(pattern, 'gu'))].map(({ index, 0: found }) => ({ start: index, end: index + found.length })); // prettier-ignore
  const inside = places.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  if (inside.length === 1) return inside[0]!;
  if (places.length === 0) return { code: 'point.words_not_there' };
  return places.length === 1 ? places[0]! : { code: 'point.words_twice' };
}
