import { spokenBy, type DraftPoint, type DraftStatement } from './draft-record.ts';

/**
 * Points that were merged are told in one sentence: that of the point the others were merged into, or of the first of them
 * where that one may not be cited or is not told. Every one keeps its own speakers, for counts go by who said what.
 */
export function tellTogether(
  statements: DraftStatement[],
  mergedInto: ReadonlyMap<string, string>,
  decided: ReadonlySet<string>,
): DraftStatement[] {
  if (mergedInto.size === 0) return statements;
  const placed = statements.flatMap((statement) => statement.points.map((point) => ({ point, statement })));
  const isRoot = new Set(mergedInto.values());
  const rootOf = (id: string) => mergedInto.get(id) ?? (isRoot.has(id) ? id : null);
  const groups = Map.groupBy(placed, ({ point }) => rootOf(point.id));
  const told = new Map<string, DraftPoint>();
  for (const [root, group] of groups) {
    const free = group.filter(({ statement }) => !decided.has(statement.id));
    const first = free.find(({ point }) => point.id === root) ?? free[0];
    if (root === null || !first || group.length < 2) continue;
    const others = group.filter((one) => one !== first);
    told.set(first.point.id, { ...first.point, also: others.map(({ point, statement }) => ({ id: point.id, voices: spokenBy(point, statement) })) }); // prettier-ignore
    for (const { point } of others) told.set(point.id, { ...point, toldWith: first.point.id });
  }
  return statements.map((statement) => ({
    ...statement,
    points: statement.points.map((point) => told.get(point.id) ?? point),
  }));
}
