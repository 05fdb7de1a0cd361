import type { say } from '#messages/say.ts';
import type { StatementView } from '#statements/queries.ts';

type Say = (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string;

/** What vouches for a statement: who checked its author, or who wrote down what was said. */
export function identityOf(
  { state, identity, source }: StatementView,
  say: Say,
): { what: string; how: string; note?: string } {
  if (state === 'withdrawn') return { what: say('statement.withdrawn_by'), how: say('statement.withdrawn_by.how') };
  if (state === 'draft') return { what: say('statement.draft'), how: '', note: say('statement.draft.how') };
  if (state === 'held') return { what: say('statement.held'), how: '', note: say('statement.held.how') };
  if (source !== 'own_hand')
    return { what: say(`statement.source.${source}`), how: state === 'confirmed' ? say('statement.confirmed') : '' };
  if (identity === 'unidentified') return { what: say('statement.unidentified'), how: '' };
  return { what: say(`statement.${identity}`), how: say(`statement.${identity}.how`) };
}
