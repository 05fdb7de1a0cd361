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
