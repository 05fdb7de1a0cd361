import { sameAs } from '#notes/likeness/rules.ts';
import { holds, offices, type Place } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

export const longestLine = 4000;

/** Who takes notes of a roundtable: its note-takers, its rapporteur, and the offices where nobody else does. */
export const noteTakers = ['note_taker', 'rapporteur', 'general_rapporteur', ...offices] as const;

export function takesNotes(viewer: Viewer, place: Place): boolean {
  return holds(viewer, noteTakers, place);
}

/** A meeting that is over can still be noted, from a recording or memory, until its record is final. */
export function notingRefusal({ state }: { state: string }): Reason | null {
  if (state === 'record_final') return 'note.record_final';
  return state === 'draft' || state === 'open_for_comment' ? 'note.not_met_yet' : null;
}

/** A correction of a line is made to the line as it stands: whoever corrected it meanwhile is not overwritten. */
export function correctingRefusal(note: { revisions: number }, basedOn: number): Reason | null {
  return note.revisions === basedOn ? null : { code: 'note.corrected_meanwhile', values: { revision: note.revisions } };
}

/** Lines that are merged were typed by two people about one turn. */
export function mergeRefusal(first: Merged, second: Merged): Reason | null {
  if (first.slot_id === null || first.slot_id !== second.slot_id) return 'note.other_turn';
  return first.by_id === second.by_id ? 'note.same_hand' : null;
}

interface Merged {
  slot_id: string | null;
  by_id: string | null;
}

/** What must be known of a line to set it beside another's. */
export interface Beside {
  id: string;
  by: string | null;
  typedAt: Date;
  words: string;
  verb: string | null;
}

export type Keep = 'first' | 'second' | 'both';

export interface Merge {
  first: string;
  second: string;
  keep: Keep;
}

/** A line, alone or with what the other note-taker typed of the same; `waits` until someone says which stands. */
export interface Pair<Line> {
  line: Line;
  other: Line | null;
  waits: boolean;
  /** Which stands where it was decided or is plain: the line, the other, or both. */
  stands: Line[];
}

// Two people note one sentence within this time of each other, in milliseconds.
const together = 4 * 60_000;

/**
 * The lines of one turn in the order they were typed, those of two note-takers about the same thing side by side. The same
 * words twice need nobody's decision; where they differ, the earlier stands until somebody decides.
 */
export function pairsOf<Line extends Beside>(lines: readonly Line[], merges: readonly Merge[]): Pair<Line>[] {
  const ordered = lines.toSorted((a, b) => +a.typedAt - +b.typedAt || (a.id < b.id ? -1 : 1));
  const left = new Map(ordered.map((line) => [line.id, line]));
  const pairs: Pair<Line>[] = [];
  for (const line of ordered) {
    if (!left.delete(line.id)) continue;
    const merge = merges.find(
      (one) => (one.first === line.id && left.has(one.second)) || (one.second === line.id && left.has(one.first)),
    );
    const other = merge
      ? left.get(merge.first === line.id ? merge.second : merge.first)!
      : likeliest(line, left, merges);
    if (other) left.delete(other.id);
    const isSame = other !== null && sameAs(line.words, other.words) === 1 && line.verb === other.verb;
    const keepsLine = !merge || (merge.keep === 'first') === (merge.first === line.id);
    const stands = merge?.keep === 'both' ? [line, other!] : [keepsLine ? line : other!];
    pairs.push({ line, other, waits: other !== null && !merge && !isSame, stands });
  }
  return pairs;
}

function likeliest<Line extends Beside>(line: Line, left: ReadonlyMap<string, Line>, merges: readonly Merge[]) {
  const decided = new Set(merges.flatMap(({ first, second }) => [first, second]));
  let best: Line | null = null;
  let likeness = 0.4;
  for (const one of decided.has(line.id) ? [] : left.values()) {
    if (one.by === line.by || decided.has(one.id) || Math.abs(+one.typedAt - +line.typedAt) > together) continue;
    const its = sameAs(line.words, one.words);
    if (its > likeness) [best, likeness] = [one, its];
  }
  return best;
}

/** What a set of note-takers is called at the desk: A, B, C …, in the order in which they are given. */
export function lettersOf(noteTakers: readonly (string | null)[]): Map<string | null, string> {
  return new Map([...new Set(noteTakers)].map((id, i) => [id, String.fromCharCode(65 + Math.min(i, 25))]));
}
