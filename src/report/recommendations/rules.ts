import type { Reason } from '#record/refusals.ts';

export type RecommendationState = 'proposed' | 'supported' | 'noted' | 'in_progress' | 'done' | 'lapsed';

/** What becomes of a recommendation, and back: a mistake is corrected by another move, and all of them are kept. */
export const recommendationMoves: Record<RecommendationState, readonly RecommendationState[]> = {
  proposed: ['noted', 'in_progress', 'lapsed'],
  supported: ['noted', 'in_progress', 'lapsed'],
  noted: ['proposed', 'supported', 'in_progress', 'lapsed'],
  in_progress: ['done', 'lapsed', 'noted'],
  done: ['in_progress'],
  lapsed: ['proposed', 'in_progress'],
};

export function recommendationMoveRefusal(from: string, to: RecommendationState): Reason | null {
  const allowed = recommendationMoves[from as RecommendationState] ?? [];
  return allowed.includes(to) ? null : { code: 'recommendation.cannot_move', values: { from, to } };
}

/** A point somebody proposes or supports a recommendation in. */
export interface Voice {
  roundtable_id: string;
  state: string;
  stands: boolean;
  on_record: boolean;
  isAgainst: boolean;
}

/** A recommendation rests on what was said on the record of its roundtable. */
export function voiceRefusal(voice: Voice, roundtable: string): Reason | null {
  if (!voice.stands || voice.state === 'rejected') return 'point.stands_no_more';
  if (voice.roundtable_id !== roundtable) return 'recommendation.voice_elsewhere';
  return voice.on_record ? null : 'recommendation.voice_off_record';
}

/** Whoever speaks against something proposes it nowhere. */
export function proposerRefusal(voice: Voice, roundtable: string): Reason | null {
  return voiceRefusal(voice, roundtable) ?? (voice.isAgainst ? 'recommendation.proposed_against' : null);
}

/** What a text asks for, and the classes of its operative verbs in their order ("urge", "recommend, should"). */
export interface Asking {
  asks: readonly { stem: string; word: string; strength: number }[];
  calls: readonly { rank: number; name: string }[];
}

/**
 * Neither stronger nor weaker than it was said. What both ask for in one verb is compared there; in other words, what the
 * text asks is at the strength of something that was asked; and no operative verb is of a class nobody used.
 */
export function strengthRefusal(text: Asking, said: readonly Asking[]): Reason | null {
  const asked = said.flatMap(({ asks }) => asks);
  const isMet = text.asks.some(({ stem }) => asked.some((one) => one.stem === stem));
  for (const mine of text.asks) {
    const same = isMet ? asked.filter(({ stem }) => stem === mine.stem) : asked;
    if (same.length > 0 && !same.some(({ strength }) => strength === mine.strength))
      return { code: 'recommendation.strength_changed', values: { word: mine.word } };
  }
  const calls = said.flatMap((one) => one.calls);
  const [now, was] = [text.calls[0], calls[0]];
  if (now && was && !calls.some(({ rank }) => rank === now.rank))
    return { code: 'recommendation.call_changed', values: { was: was.name, now: now.name } };
  return null;
}
