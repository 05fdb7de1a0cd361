import { constituencyOf } from '#analysis/rules.ts';
import { delegationKinds } from '#people/rules.ts';

/** Who is counted in one column: by what they are, or by constituency where nobody may be named. */
export interface Column {
  /** A kind of delegation, a constituency, or `others`. */
  key: string;
  /** Keys of those who spoke. */
  voices: string[];
}

/** Where nobody may be named, fewer than this could be told apart. */
export const fewest = 3;

/** With names: one column for every kind of delegation that spoke, in the usual order; whoever is on no register comes last. */
export function columnsByKind(spoke: readonly { key: string; kind: string | null }[]): Column[] {
  const byKind = Map.groupBy(spoke, ({ kind }) => kind ?? 'none');
  return [...delegationKinds, 'none' as const].flatMap((key) => {
    const voices = (byKind.get(key) ?? []).map((one) => one.key);
    return voices.length > 0 ? [{ key, voices }] : [];
  });
}

/**
 * Without names: by constituency, never one of fewer than three, and the rest together – with the smallest of those that
 * are large enough, where the rest alone would be too few. Null where so few spoke that any count would tell who.
 */
export function columnsWithoutNames(
  policy: string,
  spoke: readonly { key: string; kind: string | null }[],
): Column[] | null {
  if (spoke.length < fewest) return null;
  if (policy !== 'by_constituency') return [{ key: 'everyone', voices: spoke.map(({ key }) => key) }];
  const grouped = Map.groupBy(spoke, ({ kind }) => constituencyOf(kind ?? '') ?? 'others');
  const all = [...grouped].map(([key, some]): Column => ({ key, voices: some.map((one) => one.key) }));
  const shown = all.filter(({ key, voices }) => key !== 'others' && voices.length >= fewest);
  const rest = all.filter((column) => !shown.includes(column)).flatMap(({ voices }) => voices);
  shown.sort((a, b) => b.voices.length - a.voices.length || (a.key < b.key ? -1 : 1));
  while (rest.length > 0 && rest.length < fewest) rest.push(...shown.pop()!.voices);
  return rest.length > 0 ? [...shown, { key: 'others', voices: rest }] : shown;
}
