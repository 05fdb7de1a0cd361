import type { Context } from '#record/act.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import { makeReceipt } from '#statements/receipt.ts';
import type { EnteredProgramme } from './enter.ts';

/** Ids by “2.1/7”, and of its points in their order. */
export interface EnteredSaid {
  statements: ReadonlyMap<string, string>;
  points: ReadonlyMap<string, string[]>;
}

type Statement = Archive['statements'][number];

/** Stands where the words of a statement were not in the file; it is shown to nobody. */
const noWords = '–';

/** Enters what was said under the numbers it had, version by version, with its points and the ruling that stands. */
export async function enterSaid(context: Context, archive: Archive, programme: EnteredProgramme): Promise<EnteredSaid> {
  const statements = new Map(archive.statements.map(({ key }) => [key, context.newId()]));
  const points = new Map<string, string[]>();
  for (const [number, said] of Map.groupBy(archive.statements, ({ key }) => key.split('/')[0]!)) {
    const roundtable = programme.roundtables.get(number)!;
    await enterStatements(context, said, roundtable, statements, programme);
    context.record('statements.entered', roundtable, { roundtableId: roundtable });
    const entered = await enterPoints(context, said, statements, programme);
    for (const [key, ids] of entered) points.set(key, ids);
    await enterTogether(context, said, statements, entered);
    if (entered.size > 0) context.record('points.entered_together', roundtable, { roundtableId: roundtable });
  }
  return { statements, points };
}

async function enterStatements(
  { tx, rows, newId, now }: Context,
  said: readonly Statement[],
  roundtable: string,
  ids: ReadonlyMap<string, string>,
  { delegations, questions }: EnteredProgramme,
): Promise<void> {
  const numberOf = ({ key }: Statement) => Number(key.split('/')[1]);
  const place = said[0]!.key.split('/')[0]!;
  // Numbers are given out in order and never twice; the counter itself is no row of the record.
  const last = Math.max(...said.map(numberOf));
  await tx.updateTable('roundtable').set({ statements: last }).where('id', '=', roundtable).execute();
  // What is answered stands before its answer.
  const ordered = said.toSorted((a, b) => numberOf(a) - numberOf(b));
  const answered = new Set(ordered.map(({ key }) => key));
  await rows.insert(
    'statement',
    ordered.map((one) => {
      const { key, kind, mode, state, identity, source, language, saidAt, repliesTo, revisions, ruling } = one;
      const above = repliesTo && repliesTo < numberOf(one) ? `${place}/${repliesTo}` : null;
      const isErased = revisions.length === 0 && state !== 'withdrawn' && ruling?.decision !== 'not_relevant';
      return {
        id: ids.get(key)!,
        roundtable_id: roundtable,
        number: numberOf(one),
        kind,
        mode,
        state,
        identity,
        source,
        language,
        said_at: saidAt,
        replies_to: above && answered.has(above) ? ids.get(above)! : null,
        revisions: Math.max(1, revisions.length),
        erased_at: isErased ? now : null,
      };
    }),
  );
  const bodies = ordered.flatMap(({ key, language, revisions }) => {
    const words = revisions.length > 0 ? revisions : [{ language, body: noWords, at: now.toISOString() }];
    return words.map((version, n) => ({ statement_id: ids.get(key)!, revision: n + 1, ...version }));
  });
  await rows.insert('statement_revision', bodies);
  const translations = ordered.flatMap(({ key, translation, revisions }) =>
    translation ? [{ statement_id: ids.get(key)!, revision: Math.max(1, revisions.length), ...translation }] : [],
  );
  if (translations.length > 0) await rows.insert('statement_translation', translations);
  const speakers = ordered.flatMap(({ key, speakers }) =>
    speakers
      .filter(({ delegation, person }) => delegation ?? person)
      .map(({ part, delegation, person, function: office, capacity }, n) => ({
        statement_id: ids.get(key)!,
        position: n + 1,
        part,
        delegation_id: delegation ? delegations.get(delegation)! : null,
        name: person,
        function: office,
        capacity,
      })),
  );
  if (speakers.length > 0) await rows.insert('statement_speaker', speakers);
  const answers = ordered.flatMap(({ key, answers }) =>
    answers.map((number) => ({ statement_id: ids.get(key)!, question_id: questions.get(`${place}/${number}`)! })),
  );
  if (answers.length > 0) await rows.insert('statement_answer', answers);
  const rulings = ordered.flatMap(({ key, ruling }) =>
    ruling
      ? [{ id: newId(), statement_id: ids.get(key)!, number: 1, decision: ruling.decision, reason_code: ruling.reason, words: ruling.words, at: ruling.at }] // prettier-ignore
      : [],
  );
  if (rulings.length > 0) await rows.insert('ruling', rulings);
  await rows.insert(
    'receipt',
    ordered.map(({ key, revisions }) => ({
      statement_id: ids.get(key)!,
      ...makeReceipt(revisions[0]?.body ?? noWords),
    })),
  );
}

async function enterPoints(
  { rows, newId }: Context,
  said: readonly Statement[],
  ids: ReadonlyMap<string, string>,
  { delegations }: EnteredProgramme,
): Promise<Map<string, string[]>> {
  const placed = said.flatMap(({ key, points, revisions }) => {
    const positions = new Map<number, number>();
    return points.map((point) => {
      const position = (positions.get(point.revision) ?? 0) + 1;
      positions.set(point.revision, position);
      const message = revisions[point.revision - 1]!.body.slice(point.messageStart, point.messageEnd);
      return { id: newId(), key, point, position, message };
    });
  });
  if (placed.length === 0) return new Map();
  await rows.insert(
    'point',
    placed.map(({ id, key, point, position, message }) => ({
      id,
      statement_id: ids.get(key)!,
      revision: point.revision,
      position,
      message,
      sentence_start: point.sentenceStart,
      sentence_end: point.sentenceEnd,
      message_start: point.messageStart,
      message_end: point.messageEnd,
      verb: point.verb,
      act: point.act,
      topic: point.topic,
      polarity: point.polarity,
      attribution: point.attribution,
      confidence: point.confidence,
      found_by: point.foundBy,
      state: point.state,
      wording: point.wording,
    })),
  );
  const actors = placed.flatMap(({ id, point }) =>
    point.actors.map(({ part, name, delegation }, position) => ({
      point_id: id,
      position,
      part,
      name,
      delegation_id: delegation ? delegations.get(delegation)! : null,
    })),
  );
  if (actors.length > 0) await rows.insert('point_actor', actors);
  const entered = Map.groupBy(placed, ({ key }) => key);
  return new Map([...entered].map(([key, points]) => [key, points.map(({ id }) => id)]));
}

/** Which points are told with which, and which statements answer them. */
async function enterTogether(
  { rows, now }: Context,
  said: readonly Statement[],
  statements: ReadonlyMap<string, string>,
  entered: ReadonlyMap<string, string[]>,
): Promise<void> {
  const all = said.flatMap(({ key, points }) => points.map((point, n) => ({ id: entered.get(key)![n]!, point })));
  for (const { id, point } of all)
    if (point.mergedInto)
      await rows.update('point', { id }, { merged_into: entered.get(point.mergedInto.statement)![point.mergedInto.point - 1]! }); // prettier-ignore
  const answers = all.flatMap(({ id, point }) => point.answeredIn.map((key) => ({ asked_id: id, statement_id: statements.get(key)!, at: now }))); // prettier-ignore
  if (answers.length > 0) await rows.insert('point_answer', answers);
}
