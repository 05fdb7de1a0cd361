import type { Reason } from '#record/refusals.ts';

export const attributions = ['attributed', 'by_constituency', 'not_attributed'] as const;
export type Attribution = (typeof attributions)[number];

/** Nobody's correction is lost: whoever edited an older state is shown both. */
export function versionRefusal(stands: { version: number }, basedOn: number): Reason | null {
  return stands.version === basedOn
    ? null
    : { code: 'programme.changed_meanwhile', values: { version: stands.version } };
}

/**
 * "Neither the identity nor the affiliation of the speakers may be revealed": who has spoken under a rule keeps its
 * protection. It can be made stricter at any time, and looser only while nobody has said anything.
 */
export function attributionRefusal(from: string, to: string, statements: number): Reason | null {
  const strictness = (policy: string) => attributions.indexOf(policy as Attribution);
  return statements > 0 && strictness(to) < strictness(from) ? 'programme.attribution_promised' : null;
}

/** A meeting ends after it starts. */
export function timesRefusal(startsAt: Date | null, endsAt: Date | null): Reason | null {
  if (endsAt && !startsAt) return 'roundtable.start_missing';
  return startsAt && endsAt && endsAt <= startsAt ? 'roundtable.ends_before' : null;
}

/** Days as an edition has them: `2026-06-09`. */
export function daysRefusal(startsOn: string | null, endsOn: string | null): Reason | null {
  if (endsOn && !startsOn) return 'edition.start_missing';
  return startsOn && endsOn && endsOn < startsOn ? 'edition.ends_before' : null;
}

/** A final record changes by corrigendum, and so does what it was drawn up about. */
export function finalRefusal(state: string): Reason | null {
  return state === 'record_final' ? 'roundtable.is_final' : null;
}

/** One word of an edition's scale, and when it fits; the same shape as the report's own. */
export interface ScaleStep {
  word: string;
  least?: number;
  most?: number;
  over?: number;
  from?: number;
  upTo?: number;
}

/**
 * A scale as the desk writes it, one word a line: `several: at least 5, up to 25%`. Lines that say nothing are passed over;
 * null where there is none left. `wrong` names the first line that is not understood.
 */
export function readScale(text: string): { steps: ScaleStep[] | null } | { wrong: string } {
  const steps: ScaleStep[] = [];
  for (const line of text.split('\n').map((line) => line.trim())) {
    if (line === '') continue;
    const [, word, conditions] = /^([^:]{1,60}):(.+)$/.exec(line) ?? [];
    const step = word && conditions && stepOf(word.trim(), conditions.split(','));
    if (!step) return { wrong: line };
    steps.push(step);
  }
  return { steps: steps.length > 0 ? steps : null };
}

/** The scale as it is written at the desk. */
export function writeScale(steps: readonly ScaleStep[] | null): string {
  return (steps ?? [])
    .map(({ word, least, most, over, from, upTo }) => {
      const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
      const conditions = [
        least !== undefined && `at least ${least}`,
        most !== undefined && `at most ${most}`,
        from !== undefined && `from ${percent(from)}`,
        over !== undefined && `over ${percent(over)}`,
        upTo !== undefined && `up to ${percent(upTo)}`,
      ];
      return `${word}: ${conditions.filter(Boolean).join(', ')}`;
    })
    .join('\n');
}

const counts = { 'at least': 'least', 'at most': 'most' } as const;
const shares = { from: 'from', over: 'over', 'up to': 'upTo' } as const;

function stepOf(word: string, conditions: string[]): ScaleStep | null {
  const step: ScaleStep = { word };
  for (const condition of conditions) {
    const [, how, figure, percent] = /^\s*(at least|at most|from|over|up to)\s+(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(condition) ?? []; // prettier-ignore
    if (!how) return null;
    const value = Number(figure);
    if (how in counts && !percent && Number.isInteger(value)) step[counts[how as keyof typeof counts]] = value;
    else if (how in shares && percent && value <= 100) step[shares[how as keyof typeof shares]] = value / 100;
    else return null;
  }
  return step;
}
