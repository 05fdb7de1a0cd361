import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import type { Cite } from '#report/cites.ts';
import { citationRow, readSources } from '#report/sources.ts';
import { shares } from './splitting.ts';

/** Rests a sentence on more: gives the ids of the new citations, in the order given. */
export async function addCitations(context: Context, sentence: string, cites: readonly Cite[]): Promise<string[]> {
  if (cites.length === 0) return [];
  const { tx, rows, newId } = context;
  const sources = await readSources(tx, cites);
  const last = await lastPosition(tx, sentence);
  const added = cites.map((cite, i) => ({ id: newId(), sentence_id: sentence, position: last + i + 1, ...citationRow(cite, sources) })); // prettier-ignore
  await rows.insert('citation', added);
  return added.map(({ id }) => id);
}

/** After a split: each citation stays with the first part, goes with the second, or stands for both. */
export async function shareCitations(
  context: Context,
  first: string,
  second: { id: string; parts: readonly [string, string] },
): Promise<void> {
  const { rows, newId } = context;
  const citations = await citationsOn(context.tx, first);
  const shared = shares(second.parts, citations);
  const to = (wanted: [boolean, boolean]) => citations.filter((_, i) => String(shared[i]) === String(wanted));
  const going = to([false, true]).map(({ id }) => id);
  if (going.length > 0) await rows.update('citation', { id: going }, { sentence_id: second.id });
  const both = to([true, true]).map((row) => ({ ...row, id: newId(), sentence_id: second.id, fact: kept(row.fact) }));
  if (both.length > 0) await rows.insert('citation', both);
}

/**
 * What one sentence rests on, another rests on too from now on, each thing once: for a copy of it, or – `isJoined` – because
 * its words stand there now.
 */
export async function copyCitations(
  { tx, rows, newId }: Context,
  from: string,
  to: string,
  isJoined = false,
): Promise<void> {
  const there = new Set((await citationsOn(tx, to)).map(restsOn));
  const more = (await citationsOn(tx, from)).filter((row) => !there.has(restsOn(row)));
  const last = await lastPosition(tx, to);
  const copies = more.map((row, i) => ({ ...row, id: newId(), sentence_id: to, position: last + i + 1, fact: kept(row.fact), joined_from: isJoined ? from : null })); // prettier-ignore
  if (copies.length > 0) await rows.insert('citation', copies);
}

function citationsOn(tx: Kysely<DB>, sentence: string) {
  return tx.selectFrom('citation').selectAll().where('sentence_id', '=', sentence).orderBy('position').execute();
}

type Row = Awaited<ReturnType<typeof citationsOn>>[number];

function restsOn({
  kind,
  statement_id,
  revision,
  point_id,
  question_id,
  cited_sentence_id,
  fact,
  quotation,
  quotation_start,
}: Row) {
  return JSON.stringify([kind, statement_id, revision, point_id, question_id, cited_sentence_id, fact, quotation, quotation_start]); // prettier-ignore
}

function kept(fact: unknown): string | null {
  return fact === null ? null : JSON.stringify(fact);
}

async function lastPosition(tx: Kysely<DB>, sentence: string): Promise<number> {
  const { last } = await tx
    .selectFrom('citation')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('sentence_id', '=', sentence)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
