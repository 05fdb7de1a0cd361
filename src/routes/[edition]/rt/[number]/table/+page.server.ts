import { say } from '#messages/say.ts';
import type { Code } from '#messages/say.ts';
import { raisedHere } from '#routes/[edition]/rt/[number]/raised.ts';
import { seatingOf } from '#ui/seating.ts';
import { mostHubs, seatedByPart, seatedUnnamed } from './seats.ts';
import type { PageServerLoad } from './$types';

/** The table as a picture, with a list of the same; `issue` chooses whose lines are drawn thick. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { roundtable, raised } = await raisedHere(locals, edition, params.number);
  const { issues, isNamed, spoke, silent } = raised;
  const asked = issues.findIndex(({ id }) => id === url.searchParams.get('issue'));
  // The most raised are drawn, and the one that was asked for wherever it stands.
  const drawn = issues.filter((_, i) => i < mostHubs || i === asked);
  const chosen = Math.max(0, drawn.indexOf(issues[asked]!));
  const of = { ...raised, issues: drawn };
  const groups = isNamed
    ? seatedByPart(of, chosen, (part) => say(`table.group.${part}` as Code, {}, language))
    : seatedUnnamed(of, chosen, (key) => say(`kinds.${key}` as Code, {}, language));
  const names = new Map(spoke.map(({ key, name }) => [key, name]));
  const named = (keys: string[]) => keys.map((key) => names.get(key) ?? key).sort((a, b) => a.localeCompare(b, language)); // prettier-ignore
  const pictured = drawn.map(({ title, raised }) => ({ title, count: raised }));
  return {
    roundtable,
    isNamed,
    isTooFew: raised.isTooFew,
    count: raised.count,
    silent: silent.map(({ name }) => name),
    kinds: isNamed ? [...new Set([...spoke, ...silent].map(({ kind }) => kind))] : [],
    chosen: drawn[chosen]?.id ?? null,
    drawn: drawn.map(({ id }) => id),
    issues: issues.map(({ id, title, raised, against, raisedBy, againstBy }) => ({ id, title, raised, against, raisedBy: named(raisedBy), againstBy: named(againstBy) })), // prettier-ignore
    seating: issues.length > 0 ? seatingOf(groups, pictured, chosen) : null,
  };
};
