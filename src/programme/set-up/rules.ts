import type { Reason } from '#record/refusals.ts';

/** The name an edition goes by in addresses: “Foro del Lago 2027” → “foro-del-lago-2027”; empty where no letter fits. */
export function addressFor(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

export function datesRefusal({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): Reason | null {
  if (endsOn && !startsOn) return 'set_up.start_missing';
  return startsOn && endsOn && endsOn < startsOn ? 'set_up.ends_before' : null;
}
