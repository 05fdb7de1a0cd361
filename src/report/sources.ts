import { sql, type Insertable, type Kysely } from 'kysely';
import { pointsStandingFor } from '#analysis/points/queries.ts';
import type { Citation, DB } from '#db/schema.ts';
import { found, Refusal, refuseIf } from '#record/refusals.ts';
import type { Cite } from './cites.ts';
import { cutsAWord, findQuotation, isIn, normalise, quotationsIn, surroundings, type Normalised } from './quotation.ts';
import { citationRefusal } from './rules.ts';

/** All the texts that the sentences of one act rest on, read at once. */
interface Sources {
  statements: Map<string, StatementSource>;
  points: Map<string, PointSource>;
  /** Points that stand for earlier ones where a statement was revised: what is cited anew is cited as it stands. */
  standing: ReadonlyMap<string, string>;
  questions: Map<string, string>;
  sentences: Map<string, string>;
  /** By statement and revision. */
  body(statement: string, revision: number): string;
  /** As it is compared: made when a quotation is first looked for, once, however many sentences quote it. */
  normalised(statement: string, revision: number): Normalised;
}

type StatementSource = Awaited<ReturnType<typeof statementsCited>>[number];
type PointSource = Awaited<ReturnType<typeof pointsCited>>[number];

export async function readSources(tx: Kysely<DB>, cites: readonly Cite[]): Promise<Sources> {
  const cited = idsOf(cites, 'point', ({ point }) => point);
  const standing = await pointsStandingFor(tx, cited);
  const points = await pointsCited(tx, [...cited, ...standing.values()]);
  const passages = idsOf(cites, 'passage', ({ statement }) => statement);
  const statements = await statementsCited(tx, [...passages, ...points.map((point) => point.statement_id)]);
  const bodies = new Map<string, string>();
  const ids = statements.map(({ id }) => id);
  for (const row of await revisionsOf(tx, ids)) bodies.set(`${row.statement_id} ${row.revision}`, row.body);
  const questions = await textsOf(
    tx,
    'question',
    idsOf(cites, 'question', ({ question }) => question),
  );
  const sentences = await textsOf(
    tx,
    'sentence',
    idsOf(cites, 'sentence', ({ sentence }) => sentence),
  );
  const normalised = new Map<string, Normalised>();
  return {
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    points: new Map(points.map((point) => [point.id, point])),
    standing,
    questions,
    sentences,
    body: (statement, revision) => bodies.get(`${statement} ${revision}`)!,
    normalised(statement, revision) {
      const key = `${statement} ${revision}`;
      const known = normalised.get(key) ?? normalise(bodies.get(key)!);
      normalised.set(key, known);
      return known;
    },
  };
}

/** A citation as it is kept, apart from its place. */
export type CitationRow = Omit<Insertable<Citation>, 'id' | 'sentence_id' | 'position'>;

/** What a citation keeps: the exact words with their surroundings, so that it can be checked whatever is revised later. */
export function citationRow(cite: Cite, sources: Sources): CitationRow {
  switch (cite.kind) {
    case 'passage': {
      const statement = citable(cite.statement, sources);
      const { id, revisions } = statement;
      const body = sources.body(id, revisions);
      const place = placeOf(cite, body) ?? findQuotation(cite.quotation, sources.normalised(id, revisions));
      if (!place)
        throw new Refusal({
          code: 'citation.not_in_source',
          values: { words: cite.quotation, number: statement.number, roundtable: statement.roundtable_number },
        });
      return { kind: 'passage', statement_id: statement.id, revision: statement.revisions, ...quoted(body, place) };
    }
    case 'point': {
      const point = found(sources.points.get(sources.standing.get(cite.point) ?? cite.point), 'point');
      const statement = citable(point.statement_id, sources);
      refuseIf(point.stands ? null : { code: 'citation.point_rejected', values: { words: point.message } });
      const body = sources.body(statement.id, point.revision);
      const place = { start: point.message_start, end: point.message_end };
      const of = { statement_id: statement.id, revision: point.revision, point_id: point.id };
      return { kind: 'point', ...of, ...quoted(body, place) };
    }
    case 'question':
      found(sources.questions.get(cite.question), 'question');
      return { kind: 'question', question_id: cite.question };
    case 'sentence':
      found(sources.sentences.get(cite.sentence), 'sentence');
      return { kind: 'sentence', cited_sentence_id: cite.sentence };
    default:
      return { kind: cite.kind, fact: JSON.stringify(cite.fact) };
  }
}

/** Where the words were selected, if they stand there, letter for letter. */
function placeOf({ quotation, start }: Extract<Cite, { kind: 'passage' }>, body: string) {
  if (start === undefined || !body.startsWith(quotation, start)) return null;
  const end = start + quotation.length;
  return cutsAWord(body, start) || cutsAWord(body, end) ? null : { start, end };
}

/** What stands in quotation marks must be somebody's exact words: of a statement, question, sentence or fact it cites. */
export function refuseInventedQuotations(text: string, cites: readonly Cite[], sources: Sources): void {
  for (const quotation of quotationsIn(text)) {
    if (cites.some((cite) => standsIn(quotation.text, cite, sources))) continue;
    throw new Refusal({ code: 'sentence.quotation_not_in_source', values: { words: quotation.text, sentence: text } });
  }
}

function standsIn(words: string, cite: Cite, sources: Sources): boolean {
  switch (cite.kind) {
    case 'passage': {
      const { id, revisions } = found(sources.statements.get(cite.statement), 'statement');
      // The words cited stay good when the statement is revised.
      return isIn(words, cite.quotation) || isIn(words, sources.normalised(id, revisions));
    }
    case 'point': {
      const { statement_id, revision } = found(sources.points.get(cite.point), 'point');
      return isIn(words, sources.normalised(statement_id, revision));
    }
    case 'question':
      return isIn(words, found(sources.questions.get(cite.question), 'question'));
    case 'sentence':
      return isIn(words, found(sources.sentences.get(cite.sentence), 'sentence'));
    default:
      return everyText(cite.fact).some((text) => isIn(words, text));
  }
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(everyText) : [];
}

function citable(id: string, sources: Sources): StatementSource {
  const statement = found(sources.statements.get(id), 'statement');
  refuseIf(citationRefusal(statement));
  return statement;
}

function quoted(body: string, place: { start: number; end: number }) {
  const quotation = body.slice(place.start, place.end);
  return { quotation, quotation_start: place.start, quotation_end: place.end, ...surroundings(body, place) };
}

function idsOf<K extends Cite['kind']>(
  cites: readonly Cite[],
  kind: K,
  id: (cite: Extract<Cite, { kind: K }>) => string,
): string[] {
  const ofKind = cites.filter((cite): cite is Extract<Cite, { kind: K }> => cite.kind === kind);
  return [...new Set(ofKind.map(id))];
}

const among = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

function statementsCited(tx: Kysely<DB>, ids: string[]) {
  return tx
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(['statement.id', 'statement.number', 'statement.state', 'on_record', 'revisions'])
    .select(['roundtable.number as roundtable_number'])
    .select((eb) =>
      eb
        .selectFrom('ruling')
        .select('decision')
        .whereRef('ruling.statement_id', '=', 'statement.id')
        .orderBy('ruling.number', 'desc')
        .limit(1)
        .as('decision'),
    )
    .where('statement.id', '=', among(ids))
    .execute();
}

function pointsCited(tx: Kysely<DB>, ids: string[]) {
  return tx
    .selectFrom('point')
    .select(['id', 'statement_id', 'revision', 'message', 'message_start', 'message_end'])
    .select((eb) => eb.and([eb('stands', '=', true), eb('state', '<>', 'rejected')]).as('stands'))
    .where('id', '=', among(ids))
    .execute();
}

function revisionsOf(tx: Kysely<DB>, statementIds: string[]) {
  return tx
    .selectFrom('statement_revision')
    .select(['statement_id', 'revision', 'body'])
    .where('statement_id', '=', among(statementIds))
    .execute();
}

async function textsOf(tx: Kysely<DB>, table: 'question' | 'sentence', ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom(table).select(['id', 'text']).where('id', '=', among(ids)).execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}
