import { sql } from 'kysely';
import type { Context } from '#record/act.ts';
import { paragraphsOf } from '#report/text-rows.ts';
import type { Held, HeldSentence } from './hand.ts';

/** Lays sentences into a paragraph in this order; those that already lie there so are left alone. */
export async function laySentences({ rows }: Context, paragraphId: string, sentences: readonly HeldSentence[]) {
  const order = sentences.map(({ id }) => id);
  const moved = sentences.filter((one, i) => one.paragraph_id !== paragraphId || one.position !== i + 1);
  if (moved.length === 0) return;
  await rows.update(
    'sentence',
    { id: moved.map(({ id }) => id) },
    { paragraph_id: paragraphId, position: sql<number>`array_position(${order}::uuid[], id)` },
  );
}

/** The sentences with one more after that one; at the beginning after none. */
export function placedAfter<T extends { id: string }>(
  some: readonly T[],
  after: string | null,
  these: readonly T[],
): T[] {
  const moving = new Set(these.map(({ id }) => id));
  const rest = some.filter(({ id }) => !moving.has(id));
  const at = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  return [...rest.slice(0, at), ...these, ...rest.slice(at)];
}

/** One version further: whoever writes on the one before is told so. */
export async function turnVersion({ rows }: Context, { id, version }: Pick<Held, 'id' | 'version'>): Promise<number> {
  await rows.update('report_paragraph', { id }, { version: version + 1 });
  return version + 1;
}

/** A new paragraph of the same section, right after this one. Gives its id; it is numbered with the others. */
export async function openParagraphAfter(context: Context, held: Held): Promise<string> {
  const id = context.newId();
  const { section, roundtable_id, question_id, report } = held;
  const order = (await paragraphsOf(context.tx, report.id)).map((paragraph) => paragraph.id);
  order.splice(order.indexOf(held.id) + 1, 0, id);
  const place = { position: order.length + 1, number: order.length + 1, version: 1 };
  await context.rows.insert('report_paragraph', { id, report_id: report.id, section, roundtable_id, question_id, ...place }); // prettier-ignore
  await numberAnew(context, report.id, order);
  return id;
}

/** Closes a paragraph that has no sentence left. */
export async function closeIfEmpty(context: Context, held: Held): Promise<void> {
  const left = await context.tx
    .selectFrom('sentence')
    .select('id')
    .where('paragraph_id', '=', held.id)
    .limit(1)
    .executeTakeFirst();
  if (left || held.heading !== null) return;
  await context.rows.remove('report_paragraph', { id: held.id });
  await numberAnew(context, held.report.id);
}

/** Numbers a report's paragraphs in this order, or in the one they have; headings have a place and no number. */
export async function numberAnew({ tx, rows }: Context, reportId: string, order?: readonly string[]): Promise<void> {
  const paragraphs = await paragraphsOf(tx, reportId);
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const inOrder = order ? order.map((id) => byId.get(id)!) : paragraphs;
  let last = 0;
  const numbers = inOrder.map(({ heading }) => (heading === null ? (last += 1) : null));
  const changed = inOrder.filter(({ position, number }, i) => position !== i + 1 || number !== numbers[i]);
  if (changed.length === 0) return;
  const ids = sql`${inOrder.map(({ id }) => id)}::uuid[]`;
  await rows.update(
    'report_paragraph',
    { id: changed.map(({ id }) => id) },
    {
      position: sql<number>`array_position(${ids}, id)`,
      number: sql<number>`(${numbers}::integer[])[array_position(${ids}, id)]`,
    },
  );
}
