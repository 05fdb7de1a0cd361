import type { RoundtableView } from '#programme/queries.ts';

export interface Cluster {
  /** None for roundtables that stand in the programme by themselves. */
  cluster: RoundtableView | undefined;
  roundtables: RoundtableView[];
}

/** The programme as its clusters, in its own order; a roundtable with others below it is a cluster. */
export function inClusters(programme: readonly RoundtableView[]): Cluster[] {
  const children = Map.groupBy(programme, ({ parentId }) => parentId);
  return programme.flatMap((roundtable): Cluster[] => {
    const below = children.get(roundtable.id);
    if (below) return [{ cluster: roundtable, roundtables: below.filter(({ id }) => !children.has(id)) }];
    return roundtable.parentId ? [] : [{ cluster: undefined, roundtables: [roundtable] }];
  });
}
