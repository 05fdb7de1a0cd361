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

interface Asked {
  stem: string;
  word: string;
  strength: number;
}

/** Neither stronger nor weaker than it was said: what the text asks for was asked for as strongly by whoever proposed it. */
export function strengthRefusal(text: readonly Asked[], said: readonly Asked[]): Reason | null {
  for (const mine of text) {
    const same = said.filter(({ stem }) => stem === mine.stem);
    if (same.length > 0 && !same.some(({ strength }) => strength === mine.strength))
      return { code: 'recommendation.strength_changed', values: { word: mine.word } };
  }
  return null;
}
