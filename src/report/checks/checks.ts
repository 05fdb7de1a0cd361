import { actors } from './actors.ts';
import { evidence } from './evidence.ts';
import type { Check, Checked, Finding } from './finding.ts';
import { leaks } from './leaks.ts';
import { missing } from './missing.ts';
import { negations } from './negations.ts';
import { numbers } from './numbers.ts';
import { quantifiers } from './quantifiers.ts';
import { quotations } from './quotations.ts';
import { registerNames } from './register-names.ts';
import { roundtableSpelling } from './roundtable-spelling.ts';
import { saidNames } from './said-names.ts';
import { statePronouns } from './state-pronouns.ts';
import { strength } from './strength.ts';
import { loadedWords, noActor, relativeDates, unnamedMinisters } from './wording.ts';

/** Every check there is. */
export const checks: readonly Check[] = [
  missing,
  leaks,
  evidence,
  quotations,
  actors,
  numbers,
  saidNames,
  negations,
  quantifiers,
  strength,
  registerNames,
  loadedWords,
  relativeDates,
  unnamedMinisters,
  noActor,
  roundtableSpelling,
  statePronouns,
];

/**
 * All that can be found fault with in a report, in reading order; what concerns the whole comes first. Pure: the same
 * report, sources, register and scale give the same findings, on a server and in a browser alike.
 */
export function check(checked: Checked): Finding[] {
  const order = new Map(checked.report.paragraphs.flatMap(({ sentences }) => sentences).map(({ id }, i) => [id, i]));
  const placeOf = ({ place }: Finding) => (place.sentence === null ? -1 : (order.get(place.sentence) ?? -1));
  const all = checks.flatMap((one) => one.run(checked));
  // Whoever did not speak is not reported once more for not being named.
  const actorsAt = new Set(all.filter(({ check }) => check.startsWith('actor_')).map(({ place }) => `${place.sentence} ${place.start}`)); // prettier-ignore
  return all
    .filter(({ check, place }) => check !== 'name_unsaid' || !actorsAt.has(`${place.sentence} ${place.start}`))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.place.start - b.place.start);
}
