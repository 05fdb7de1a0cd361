import { editionStates, type EditionState } from '#programme/standing/rules.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/** Where an edition stands, as steps; the last one, the archive, is shown by all the others being done. */
export function editionSteps(state: string, say: Say, note: (step: EditionState) => string = () => '') {
  const now = editionStates.indexOf(state as EditionState);
  return editionStates.slice(0, -1).map((step, n) => ({
    name: say(`edition.state.${step}`),
    note: note(step),
    state: n < now ? ('done' as const) : n === now ? ('now' as const) : ('later' as const),
  }));
}
