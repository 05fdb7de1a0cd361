import type { Reason } from '#record/refusals.ts';

/** A cluster's report is compiled from reports that others can read already: nothing of a draft goes into it. */
export function compilingRefusal(cluster: {
  parts: readonly unknown[];
  waiting: readonly { number: string }[];
}): Reason | null {
  if (cluster.parts.length > 0) return null;
  if (cluster.waiting.length === 0) return 'compile.no_roundtables';
  const numbers = cluster.waiting.map(({ number }) => number).join(', ');
  return { code: 'compile.nothing_circulated', values: { numbers, count: cluster.waiting.length } };
}

/** Issues of two roundtables of one cluster are compared; within one roundtable they are merged. */
export function comparingRefusal(
  one: { id: string; roundtable_id: string; parent_id: string | null },
  other: { id: string; roundtable_id: string; parent_id: string | null },
): Reason | null {
  if (one.roundtable_id === other.roundtable_id) return 'compare.one_roundtable';
  return one.parent_id !== null && one.parent_id === other.parent_id ? null : 'compare.other_cluster';
}
