import { LRUCache } from 'lru-cache';
import type { Kysely } from 'kysely';
import { registerFor } from '#analysis/register.ts';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import type { CountFact } from '#report/cites.ts';
import { check } from '#report/checks/checks.ts';
import type { CheckedReport, Finding, Rest } from '#report/checks/finding.ts';
import { sourcesOf } from '#report/checks/queries.ts';
import { letterAt, policyOf } from '#report/rules.ts';
import { roundtablesUnder } from '#report/scope.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { citationsIn, lastSaid, sentencesIn, type CiteRow } from './desk-rows.ts';

/** What the checks find in one sentence as it is being written, with the paragraph around it as it stands. */
export async function findingsWhileWriting(
  forum: Forum,
  row: ReportRow,
  { paragraph, sentence, text }: { paragraph: string; sentence: string; text: string },
): Promise<{ report: CheckedReport; findings: Finding[] }> {
  const { db } = forum;
  const held = await sourcesHeld(forum, row);
  const cites = Map.groupBy(await citationsIn(db, [paragraph]), ({ sentence_id }) => sentence_id);
  const sentences = (await sentencesIn(db, [paragraph])).map((one, i) => ({
    id: one.id,
    letter: letterAt(i),
    text: one.id === sentence ? text : one.text,
    writtenBy: 'person' as const,
    rests: (cites.get(one.id) ?? []).map(restOf),
  }));
  const { section, number } = await db
    .selectFrom('report_paragraph')
    .select(['section', 'number'])
    .where('id', '=', paragraph)
    .where('report_id', '=', row.id)
    .executeTakeFirstOrThrow();
  const paragraphs = [{ id: paragraph, number, heading: null, section, sentences }];
  const report = { attribution: policyOf(row), language: row.language, paragraphs };
  const found = check({ report, ...held, register: await registerFor(db) });
  return { report, findings: found.filter(({ place }) => place.sentence === sentence) };
}

function restOf(row: CiteRow): Rest {
  if (row.kind === 'count') return { kind: 'count', fact: row.fact as unknown as CountFact };
  const text = row.question_text ?? row.cited_text;
  if (text !== null) return { kind: 'text', text };
  if (row.statement_id === null) return { kind: 'fact', text: JSON.stringify(row.fact) };
  return { kind: 'words', statement: row.statement_id, words: row.quotation ?? '', start: row.quotation_start };
}

type Held = Awaited<ReturnType<typeof sourcesOf>>;

// What was said is read once for all that is typed after it, until something is said, found or ruled anew.
const held = new WeakMap<Forum['live'], LRUCache<string, Promise<Held>>>();

async function sourcesHeld({ db, live }: Forum, row: ReportRow): Promise<Held> {
  const shelf = held.get(live) ?? new LRUCache<string, Promise<Held>>({ max: 8 });
  held.set(live, shelf);
  const key = `${row.id} ${await lastSaid(db, await scopeIds(db, row))}`;
  const known = shelf.get(key) ?? sourcesOf(db, row);
  shelf.set(key, known);
  known.catch(() => shelf.delete(key));
  return known;
}

async function scopeIds(db: Kysely<DB>, row: ReportRow): Promise<string[]> {
  return (await roundtablesUnder(db, row)).map(({ id }) => id);
}
