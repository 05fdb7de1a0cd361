import { raisedHere } from '#routes/[edition]/rt/[number]/raised.ts';
import { squaresOf } from './squares.ts';
import type { PageServerLoad } from './$types';

/** Issues by what the delegations are that raised them; where `issue` and `of` name a cell, its list. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition } = await parent();
  const { roundtable, raised } = await raisedHere(locals, edition, params.number);
  const { columns, issues, spoke } = raised;
  const asked = { issue: url.searchParams.get('issue'), of: url.searchParams.get('of') };
  const issue = issues.find(({ id }) => id === asked.issue);
  const column = columns.find(({ key }) => key === asked.of);
  const people = new Map(spoke.map((seat) => [seat.key, seat]));
  const said = (issue?.said ?? []).filter(({ key }) => column?.voices.includes(key));
  return {
    roundtable,
    isNamed: raised.isNamed,
    isTooFew: raised.isTooFew,
    count: raised.count,
    silent: raised.silent.length,
    untouched: raised.untouched,
    columns: columns.map(({ key, voices }) => ({ key, spoke: voices.length })),
    issues: issues.map(({ id, title, raised, against, cells }) => ({
      id,
      title,
      raised,
      against,
      cells: columns.map(({ key, voices }) => {
        const cell = cells[key]!;
        const isEmpty = cell.raised + cell.against === 0;
        return { key, ...cell, squares: isEmpty ? null : squaresOf({ ...cell, spoke: voices.length }) };
      }),
    })),
    open:
      issue && column && raised.isNamed
        ? {
            issue: issue.id,
            title: issue.title,
            column: column.key,
            ...issue.cells[column.key]!,
            spoke: column.voices.length,
            lines: [...Map.groupBy(said, ({ key }) => key).values()].map((lines) => ({
              who: people.get(lines[0]!.key) ?? null,
              name: people.get(lines[0]!.key)?.name ?? lines[0]!.key,
              // Whoever is on record both ways counts as against.
              isAgainst: lines.some(({ isAgainst }) => isAgainst),
              said: lines.map(({ statement, message }) => ({ ...statement, message })),
            })),
          }
        : null,
  };
};
