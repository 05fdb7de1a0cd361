import { sql, type Kysely } from 'kysely';
import { pointsStandingFor } from '#analysis/points/queries.ts';
import { registerFor } from '#analysis/register.ts';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { leakFinders } from './checks/leaks.ts';
import { sourcesOf } from './checks/queries.ts';
import { citeInput, type Cite, type Paragraph } from './cites.ts';
import type { DraftParagraph, DraftRecord } from './draft-record.ts';
import { draftWithin } from './length.ts';
import { recordToDraft } from './record-to-draft.ts';
import { mergeDraft, type KeptParagraph } from './redraft.ts';
import { nothingSaidRefusal } from './rules.ts';
import { attributionIn } from './scope.ts';
import { paragraphsOf, sentencesOf } from './text-rows.ts';
import { writeParagraphs } from './writing.ts';

/** Writes the draft of a roundtable's record, or writes it anew around what is kept. Gives the report's id. */
export async function writeDraft(
  context: Context,
  roundtableId: string,
  existing: string | null,
  limit: number | null,
): Promise<string> {
  const { tx, rows } = context;
  const record = await recordWithPolicy(tx, roundtableId, existing);
  refuseIf(nothingSaidRefusal(record));
  const drafted = draftWithin(record, limit, record.scale ?? undefined).paragraphs.map(asTemplate);
  if (!existing) return enterDraft(context, record, drafted, limit);
  await rows.update('report', { id: existing }, { word_limit: limit });
  await writeAround(context, existing, drafted);
  return existing;
}

/** Writes a report's text anew around what is kept: what a person wrote, and what another report rests on. */
export async function writeAround(context: Context, existing: string, drafted: Paragraph[]): Promise<void> {
  const { tx, rows } = context;
  const before = await paragraphsOf(tx, existing);
  const kept = await keptIn(tx, existing, before);
  const version = Math.max(0, ...before.map((paragraph) => paragraph.version)) + 1;
  // Paragraphs take the sentences that are left in them along when they go.
  if (kept.length === 0) await rows.remove('report_paragraph', { report_id: existing });
  await writeParagraphs(context, existing, mergeDraft(drafted, kept, await removedFrom(tx, existing)), version);
  if (kept.length > 0) await rows.remove('report_paragraph', { id: before.map(({ id }) => id) });
}

/** All that a draft is written from, and what may be told of it under its policy. */
export async function recordWithPolicy(
  tx: Kysely<DB>,
  roundtableId: string,
  reportId: string | null,
): Promise<DraftRecord> {
  return { ...(await recordToDraft(tx, roundtableId, reportId)), ...(await closed(tx, roundtableId)) };
}

/** Under a policy that names nobody, what tells whether words would. */
export async function closed(tx: Kysely<DB>, roundtableId: string): Promise<Pick<DraftRecord, 'givesAway'>> {
  if ((await attributionIn(tx, roundtableId)) === 'attributed') return {};
  const { sources } = await sourcesOf(tx, { roundtable_id: roundtableId });
  const finders = leakFinders({ sources, register: await registerFor(tx) });
  return { givesAway: (text) => finders.some((find) => find(text).length > 0) };
}

async function enterDraft(
  context: Context,
  { roundtable }: DraftRecord,
  drafted: Paragraph[],
  limit: number | null,
): Promise<string> {
  const id = context.newId();
  await context.rows.insert('report', {
    id,
    roundtable_id: roundtable.id,
    kind: 'record',
    title: `${roundtable.title}: record of the roundtable`,
    attribution: roundtable.attribution,
    state: 'draft',
    source: 'draft',
    word_limit: limit,
    created_at: context.now,
  });
  await writeParagraphs(context, id, drafted);
  return id;
}

function asTemplate({ sentences, ...paragraph }: DraftParagraph): Paragraph {
  return { ...paragraph, sentences: sentences.map((sentence) => ({ ...sentence, writtenBy: 'template' as const })) };
}

/** What a person wrote, and what another report rests on, with what it cites. */
async function keptIn(
  tx: Kysely<DB>,
  reportId: string,
  paragraphs: Awaited<ReturnType<typeof paragraphsOf>>,
): Promise<KeptParagraph[]> {
  const sentences = await sentencesOf(tx, reportId);
  const cited = await citedElsewhere(
    tx,
    sentences.map(({ id }) => id),
  );
  const kept = sentences.filter((sentence) => sentence.written_by !== 'template' || cited.has(sentence.id));
  const cites = await citesOf(
    tx,
    kept.map(({ id }) => id),
  );
  // What they rest on is known again in the fresh draft, also where a statement was revised since.
  const points = [...cites.values()].flat().flatMap((cite) => (cite.kind === 'point' ? cite.point : []));
  const standing = await pointsStandingFor(tx, points);
  const asItStands = (cite: Cite) => (cite.kind === 'point' ? { ...cite, point: standing.get(cite.point) ?? cite.point } : cite); // prettier-ignore
  const inParagraph = Map.groupBy(kept, (sentence) => sentence.paragraph_id);
  return paragraphs
    .filter(({ id }) => inParagraph.has(id))
    .map(({ id, section, question_id }) => ({
      section: section as KeptParagraph['section'],
      question: question_id,
      sentences: inParagraph.get(id)!.map((sentence) => ({
        id: sentence.id,
        text: sentence.text,
        writtenBy: sentence.written_by as 'template' | 'person' | 'import',
        cites: (cites.get(sentence.id) ?? []).map(asItStands),
      })),
    }));
}

async function removedFrom(tx: Kysely<DB>, reportId: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('sentence').select('text').where('removed_from', '=', reportId).execute();
  return new Set(rows.map(({ text }) => text));
}

async function citedElsewhere(tx: Kysely<DB>, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('citation')
    .select('cited_sentence_id')
    .where('cited_sentence_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.cited_sentence_id!));
}

/** What sentences rest on now, in the form in which it was given. */
export async function citesOf(tx: Kysely<DB>, sentenceIds: readonly string[]): Promise<Map<string, Cite[]>> {
  const rows = await tx
    .selectFrom('citation')
    .selectAll()
    .where('sentence_id', '=', sql<string>`any(${sentenceIds}::uuid[])`)
    .orderBy('position')
    .execute();
  const cites = rows.map((row) => ({
    of: row.sentence_id,
    cite: citeInput.parse({
      kind: row.kind,
      statement: row.statement_id,
      quotation: row.quotation,
      point: row.point_id,
      question: row.question_id,
      sentence: row.cited_sentence_id,
      fact: row.fact,
    }),
  }));
  const grouped = Map.groupBy(cites, ({ of }) => of);
  return new Map([...grouped].map(([of, some]) => [of, some.map(({ cite }) => cite)]));
}
