import type { Kysely } from 'kysely';
import { registerFor } from '#analysis/register.ts';
import type { DB } from '#db/schema.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { namesMet } from '#report/checks/names-met.ts';
import type { CountFact } from '#report/cites.ts';
import { listings } from '#report/ledger/rules.ts';
import { readingView } from '#report/reading.ts';
import { isCirculated, mayTrace, policyOf } from '#report/rules.ts';
import { statementsInScope } from '#report/scope.ts';
import { citationsOf, placesRestingOn, sentencesOf, type ReportRow } from '#report/text-rows.ts';
import type { SentenceView } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import { lineCorrections, type LineCorrection } from './queries.ts';

/** How a sentence concerns a delegation: it rests on what it said, names it, or counts it. */
export type Concern = 'cited' | 'named' | 'counted';

export interface OwnLine {
  paragraph: number;
  sentence: SentenceView;
  concern: Concern;
  corrections: LineCorrection[];
}

export interface OwnLines {
  lines: OwnLine[];
  /** What it asked to be added, and what it asked of sentences that are no longer there. */
  others: LineCorrection[];
  /** All it said in the report's scope, on the record; where nothing rests on it, that may be what is missing. */
  said: { statement: StatementView; isReflected: boolean }[];
}

export interface Delegation {
  id: string;
  slug: string;
  name: string;
  kind: string;
}

/** The lines of a circulated report that concern a delegation, as its own people look them through; undefined for others. */
export async function ownLines(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  delegation: Pick<Delegation, 'id' | 'slug'>,
): Promise<OwnLines | undefined> {
  if (!viewer.delegationIds.includes(delegation.id) || !isCirculated(report.state)) return undefined;
  const said = (await saidIn(db, report)).filter((one) => slugsOf(one).includes(delegation.slug));
  const concerns = (await concernsIn(db, report, said)).get(delegation.slug) ?? new Map<string, Concern>();
  const isTraced = mayTrace(viewer, report);
  const view = await readingView(db, isTraced ? viewer : program, report);
  const asked = (await lineCorrections(db, report.id)).filter((one) => one.delegation.id === delegation.id);
  const lines = view.paragraphs.flatMap(({ number, sentences }) =>
    sentences.flatMap((sentence): OwnLine[] => {
      const concern = concerns.get(sentence.id);
      if (!concern || number === null) return [];
      // In a report that names nobody, one's own words are the only ones to be led to.
      const isOwn = ({ statement }: SentenceView['citations'][number]) => said.some(({ id }) => id === statement?.id);
      const citations = isTraced ? sentence.citations : sentence.citations.filter(isOwn);
      const corrections = asked.filter((one) => one.sentence === sentence.id);
      return [{ paragraph: number, sentence: { ...sentence, citations }, concern, corrections }];
    }),
  );
  const shown = new Set(lines.map(({ sentence }) => sentence.id));
  const rests = await placesRestingOn(db, said.map(({ id }) => id), report.id); // prettier-ignore
  const reflected = new Set(
    rests.filter(({ section }) => !listings.includes(section)).map(({ statement_id }) => statement_id),
  );
  return {
    lines,
    others: asked.filter(({ sentence }) => sentence === null || !shown.has(sentence)),
    said: said.map((statement) => ({ statement, isReflected: reflected.has(statement.id) })),
  };
}

async function saidIn(db: Kysely<DB>, report: ReportRow): Promise<StatementView[]> {
  return (await statementsInScope(db, program, report)).filter(isOnRecord);
}

function isOnRecord({ onRecord, state }: StatementView): boolean {
  return onRecord && !['draft', 'withheld', 'withdrawn'].includes(state);
}

/** Who said it, and for whom. */
function slugsOf({ speakers }: StatementView): string[] {
  return speakers.flatMap(({ part, delegation }) =>
    delegation && (part === 'speaker' || part === 'on_behalf_of') ? [delegation.slug] : [],
  );
}

/** By delegation, then by sentence: the first way in which it concerns the delegation. */
async function concernsIn(
  db: Kysely<DB>,
  report: ReportRow,
  said: readonly StatementView[],
): Promise<Map<string, Map<string, Concern>>> {
  const concerns = new Map<string, Map<string, Concern>>();
  const add = (slug: string, sentence: string, concern: Concern) => {
    const own = concerns.get(slug) ?? new Map<string, Concern>();
    concerns.set(slug, own);
    if (!own.has(sentence)) own.set(sentence, concern);
  };
  const by = new Map(said.map((one) => [one.id, slugsOf(one)]));
  for (const slug of [...by.values()].flat()) concerns.set(slug, new Map());
  for (const { sentence_id, statement_id } of await placesRestingOn(db, [...by.keys()], report.id))
    for (const slug of by.get(statement_id)!) add(slug, sentence_id, 'cited');
  if (policyOf(report) !== 'attributed') return concerns;
  const register = await registerFor(db);
  const slugs = await slugsByName(db);
  for (const { id, text } of await sentencesOf(db, report.id))
    for (const { actor } of namesMet(text, register)) {
      const slug = slugs.get(actor.name);
      if (slug) add(slug, id, 'named');
    }
  for (const { sentence_id, kind, fact } of await citationsOf(db, report.id)) {
    if (kind !== 'count') continue;
    const { delegations, against } = fact as unknown as CountFact;
    for (const slug of [...delegations, ...against]) add(slug, sentence_id, 'counted');
  }
  return concerns;
}

async function slugsByName(db: Kysely<DB>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('delegation')
    .select(['slug', 'short_name'])
    .where('merged_into', 'is', null)
    .execute();
  return new Map(rows.map(({ slug, short_name }) => [short_name, slug]));
}

/** Who has lines in a report, and how many: everyone who spoke in its scope, and everyone it names or counts. */
export async function delegationsWithLines(
  db: Kysely<DB>,
  report: ReportRow,
): Promise<{ delegation: Delegation; lines: number }[]> {
  const concerns = await concernsIn(db, report, await saidIn(db, report));
  const delegations = await db
    .selectFrom('delegation')
    .select(['id', 'slug', 'short_name as name', 'kind'])
    .where('merged_into', 'is', null)
    .orderBy('slug')
    .execute();
  return delegations.flatMap((delegation) => {
    const own = concerns.get(delegation.slug);
    return own ? [{ delegation, lines: own.size }] : [];
  });
}
