import type { Context } from '#record/act.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import type { EnteredProgramme } from './enter.ts';
import type { EnteredSaid } from './enter-said.ts';

/** Enters what people made of what was said: issues with their names and merges, and recommendations with their voices. */
export async function enterOrder(
  context: Context,
  archive: Archive,
  programme: EnteredProgramme,
  said: EnteredSaid,
): Promise<void> {
  const pointAt = ({ statement, point }: { statement: string; point: number }) =>
    said.points.get(statement)![point - 1]!;
  await enterIssues(context, archive, programme, pointAt);
  for (const [number, some] of Map.groupBy(archive.recommendations, ({ roundtable }) => roundtable)) {
    const roundtable = programme.roundtables.get(number)!;
    await enterRecommendations(context, some, roundtable, programme, pointAt);
    context.record('recommendations.entered', roundtable, { roundtableId: roundtable });
  }
}

type PointAt = (place: { statement: string; point: number }) => string;

async function enterIssues(
  { rows, newId, now, record }: Context,
  { issues }: Archive,
  { roundtables }: EnteredProgramme,
  pointAt: PointAt,
): Promise<void> {
  if (issues.length === 0) return;
  const ids = issues.map(() => newId());
  const idAt = (place: number) => ids[place - 1]!;
  // What stands under another comes after it.
  const waiting = new Set(issues.keys());
  while (waiting.size > 0) {
    const next = [...waiting].filter((n) => issues[n]!.under === null || !waiting.has(issues[n]!.under - 1));
    await rows.insert(
      'issue',
      next.map((n) => {
        const { roundtable, kind, title, position, under } = issues[n]!;
        return { id: ids[n]!, roundtable_id: roundtables.get(roundtable)!, parent_id: under === null ? null : idAt(under), kind, title, position }; // prettier-ignore
      }),
    );
    for (const n of next) waiting.delete(n);
  }
  const merges = issues.flatMap(({ mergedInto }, n) => (mergedInto ? [{ issue_id: ids[n]!, into_id: idAt(mergedInto), at: now }] : [])); // prettier-ignore
  if (merges.length > 0) await rows.insert('issue_merge', merges);
  const titles = issues.flatMap(({ earlier }, n) => earlier.map((one) => ({ id: newId(), issue_id: ids[n]!, ...one })));
  if (titles.length > 0) await rows.insert('issue_title', titles);
  const placed = issues.flatMap(({ points }, n) => points.map((place) => ({ issue_id: ids[n]!, point_id: pointAt(place) }))); // prettier-ignore
  if (placed.length > 0) await rows.insert('issue_point', placed);
  for (const number of new Set(issues.map(({ roundtable }) => roundtable))) {
    const roundtable = roundtables.get(number)!;
    record('issues.entered', roundtable, { roundtableId: roundtable });
  }
}

/** Who recorded and moved them is named in the file, and made a person here by nobody. */
async function enterRecommendations(
  { rows, newId }: Context,
  given: Archive['recommendations'],
  roundtable_id: string,
  { delegations }: EnteredProgramme,
  pointAt: PointAt,
): Promise<void> {
  const all = given.map((one) => ({ id: newId(), ...one }));
  await rows.insert('recommendation', all.map(({ id, number, text, state, version, recordedAt }) => ({ id, roundtable_id, number, text, state, version, at: recordedAt }))); // prettier-ignore
  const voices = all.flatMap(({ id, voices }) => voices.map(({ part, at, ...place }) => ({ recommendation_id: id, point_id: pointAt(place), part, at }))); // prettier-ignore
  if (voices.length > 0) await rows.insert('recommendation_voice', voices);
  const to = all.flatMap(({ id, to }) => to.map(({ name, delegation }, n) => ({ recommendation_id: id, position: n + 1, name, delegation_id: delegation ? delegations.get(delegation)! : null }))); // prettier-ignore
  if (to.length > 0) await rows.insert('recommendation_addressee', to);
  const texts = all.flatMap(({ id, earlier }) => earlier.map(({ version, text, until }) => ({ recommendation_id: id, version, text, until }))); // prettier-ignore
  if (texts.length > 0) await rows.insert('recommendation_text', texts);
  const moves = all.flatMap(({ id, moves }) => moves.map(({ from, to, words, at }) => ({ id: newId(), recommendation_id: id, from_state: from, to_state: to, words, at }))); // prettier-ignore
  if (moves.length > 0) await rows.insert('recommendation_move', moves);
}
