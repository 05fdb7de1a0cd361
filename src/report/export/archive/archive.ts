import { sql, type Kysely } from 'kysely';
import { pointsIn, type PointView } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import type { RoundtableView } from '#programme/queries.ts';
import type { CitationView } from '#report/views.ts';
import type { SpeakerView, StatementView } from '#statements/queries.ts';
import type { Gathered } from '#report/export/gather.ts';
import { keyOf } from '#report/export/print-names.ts';
import { answersAsData, issuesAsData, recommendationsAsData, type PointPlace } from './order.ts';
import type { Archive } from './shape.ts';

/** Everything behind a report as data: what can be imported into another forum and gives the same archive there. */
export async function archiveOf(db: Kysely<DB>, gathered: Gathered): Promise<Archive> {
  const { edition, report, ledger, programme, scope, statements, sequence, home } = gathered;
  const readable = statements.filter(({ body }) => body !== null).map(({ id }) => id);
  const isReadable = new Set(readable);
  const revisions = Map.groupBy(await revisionsOf(db, readable), (row) => row.statement_id);
  const points = Map.groupBy(await pointsIn(db, readable), (point) => point.statementId);
  const isNamed = report.attribution === 'attributed';
  const keys = new Map(statements.map((one) => [one.id, keyOf(one)]));
  const places = new Map([...points.values()].flatMap((some) => some.map(({ id, statementId }, n): [string, PointPlace] => [id, { statement: keys.get(statementId)!, point: n + 1 }]))); // prettier-ignore
  const answered = await answersAsData(db, gathered, [...places.keys()]);
  const around: Around = { gathered, points, places, answered, isNamed };
  const numbers = new Set([
    ...scope.map(({ number }) => number),
    ...statements.map(({ roundtable }) => roundtable.number),
  ]);
  const archive: Omit<Archive, 'delegations'> = {
    archive: 'rapporteur-report',
    version: 1,
    takenFrom: `${home}/rt/${report.roundtable.number}/report`,
    sequence,
    edition: {
      slug: edition.slug,
      name: edition.name,
      shortName: edition.short_name,
      number: edition.number,
      place: edition.place,
      timeZone: edition.time_zone,
      startsOn: edition.starts_on,
      endsOn: edition.ends_on,
      languages: edition.languages,
      attribution: edition.attribution as Archive['edition']['attribution'],
      state: edition.state as Archive['edition']['state'],
      reasons: await reasonsGiven(db, edition.id, statements),
    },
    roundtables: programme.filter(({ number }) => isAbove(number, numbers)).map((one) => roundtable(one, programme)),
    statements: statements.map((one) => statement(one, revisions.get(one.id) ?? [], around)),
    issues: await issuesAsData(db, gathered, places),
    recommendations: recommendationsAsData(gathered, places),
    report: reported(around),
    ledger: {
      offRecord: ledger.offRecord,
      setAside: ledger.setAside,
      lines: ledger.lines.map(({ statement, state, sentences, points, mergedWith, reason }) => ({
        statement: keyOf(statement),
        state,
        sentences: sentences.map(({ paragraph, letter }) => `${paragraph}${letter}`),
        // Points of words that are not to be read are not in the file, and not counted in it.
        points: isReadable.has(statement.id) ? { cited: points.cited, all: points.all } : { cited: 0, all: 0 },
        mergedWith: mergedWith ? keyOf(mergedWith) : null,
        reason: reason ?? null,
      })),
    },
  };
  return { ...archive, delegations: await delegationsIn(db, archive) };
}

/** Itself, or what it stands under: “2” above “2.1”. */
function isAbove(number: string, numbers: ReadonlySet<string>): boolean {
  return [...numbers].some((one) => one === number || one.startsWith(`${number}.`));
}

interface Around {
  gathered: Gathered;
  points: ReadonlyMap<string, PointView[]>;
  places: ReadonlyMap<string, PointPlace>;
  answered: ReadonlyMap<string, string[]>;
  isNamed: boolean;
}

function roundtable(one: RoundtableView, programme: readonly RoundtableView[]): Archive['roundtables'][number] {
  const { number, title, lead, description, room, state, attribution, coChairs, questions } = one;
  return {
    number,
    parent: programme.find(({ id }) => id === one.parentId)?.number ?? null,
    title,
    lead,
    description,
    room,
    startsAt: iso(one.startsAt),
    endsAt: iso(one.endsAt),
    attribution: attribution as Archive['edition']['attribution'],
    state,
    coChairs: coChairs.map(({ slug }) => slug),
    questions: questions.map(({ text }) => text),
  };
}

function statement(
  one: StatementView,
  revisions: readonly { language: string; body: string; at: Date }[],
  { points, places, answered, isNamed }: Around,
): Archive['statements'][number] {
  const { kind, mode, state, identity, source, language, saidAt, translation, speakers, answers, repliesTo, ruling } =
    one;
  return {
    key: keyOf(one),
    kind,
    mode,
    state: state as Archive['statements'][number]['state'],
    identity,
    source,
    language,
    saidAt: iso(saidAt),
    revisions: revisions.map(({ language, body, at }) => ({ language, body, at: at.toISOString() })),
    translation,
    speakers: speakers.map(speaker),
    answers,
    repliesTo,
    ruling:
      ruling && ruling.decision !== 'abuse'
        ? { decision: ruling.decision, reason: ruling.reason, words: ruling.words, at: ruling.at.toISOString() }
        : null,
    points: (points.get(one.id) ?? []).map((point) => ({
      ...pointAsData(point, isNamed && speakers.length > 0),
      mergedInto: (point.mergedInto && places.get(point.mergedInto)) || null,
      answeredIn: answered.get(point.id) ?? [],
    })),
  };
}

function speaker({ part, delegation, person, function: office, capacity }: SpeakerView) {
  return { part, delegation: delegation?.slug ?? null, person, function: office, capacity };
}

function pointAsData(point: PointView, isNamed: boolean) {
  const { revision, sentenceStart, sentenceEnd, messageStart, messageEnd, verb, act, topic, polarity } = point;
  const { attribution, confidence, foundBy, state, wording, actors } = point;
  return {
    revision,
    sentenceStart,
    sentenceEnd,
    messageStart,
    messageEnd,
    verb,
    act,
    topic,
    polarity,
    attribution,
    confidence,
    foundBy,
    state: state as 'proposed' | 'accepted' | 'edited',
    wording,
    actors: isNamed
      ? actors.map(({ part, name, delegation }) => ({ part, name, delegation: delegation?.slug ?? null }))
      : [],
  };
}

function reported(around: Around): Archive['report'] {
  const { report, programme, signed, corrigenda } = around.gathered;
  const asked = new Map(programme.flatMap(({ number, questions }) => questions.map(({ id }) => [id, number])));
  const { kind, title, symbol, rapporteur, state, source, language, attribution, correctionsCloseAt, createdAt } =
    report;
  return {
    roundtable: report.roundtable.number,
    kind,
    title,
    symbol,
    rapporteur,
    state,
    source,
    language,
    attribution: attribution as Archive['report']['attribution'],
    correctionsCloseAt: iso(correctionsCloseAt),
    createdAt: createdAt.toISOString(),
    signed: signed.map(({ name, capacity, at }) => ({ name, capacity, at: at.toISOString() })),
    corrigenda: corrigenda.map(({ number, at, changes }) => ({
      number,
      issued: at.toISOString(),
      changes:
        changes?.map(({ place, earlier, later }) => ({ place, earlier: earlier?.text ?? null, later: later?.text ?? null })) ?? null, // prettier-ignore
    })),
    paragraphs: report.paragraphs.map(({ number, heading, section, roundtable, question, sentences }) => ({
      number,
      heading,
      section: section as Archive['report']['paragraphs'][number]['section'],
      roundtable: roundtable?.number ?? null,
      question: question ? { roundtable: asked.get(question.id)!, number: question.number } : null,
      sentences: sentences.map(({ letter, text, writtenBy, citations }) => ({
        place: `${number}${letter}`,
        text,
        writtenBy,
        citations: citations.map((citation) => citationAsData(citation, asked, around)),
      })),
    })),
  };
}

type Citation = Archive['report']['paragraphs'][number]['sentences'][number]['citations'][number];

function citationAsData(citation: CitationView, asked: ReadonlyMap<string, string>, { points }: Around): Citation {
  const { statement, quotation, quotationStart, quotationEnd, before, after, question, sentence, count, fact } =
    citation;
  if (question) return { kind: 'question', roundtable: asked.get(question.id)!, question: question.number };
  if (fact) return { kind: 'programme', fact: fact as Extract<Citation, { kind: 'programme' }>['fact'] };
  if (count) {
    const names = (list: { slug: string; name: string }[]) => list.map(({ slug, name }) => slug || name);
    const { delegations, against, silent, ...counted } = count;
    return {
      kind: 'count',
      ...counted,
      delegations: names(delegations),
      against: names(against),
      silent: names(silent),
    };
  }
  if (sentence) {
    const { paragraph, letter, report } = sentence;
    return { kind: 'sentence', roundtable: report.roundtable, report: report.kind, place: `${paragraph}${letter}` };
  }
  if (!statement || quotation === null) return { kind: 'hidden' };
  const passage = {
    statement: keyOf(statement),
    revision: statement.revision,
    quotation,
    start: quotationStart!,
    end: quotationEnd!,
    before: before ?? '',
    after: after ?? '',
  };
  const all = points.get(statement.id) ?? [];
  const place = all.findIndex(({ messageStart, messageEnd, revision }) => {
    return revision === statement.revision && messageStart === quotationStart && messageEnd === quotationEnd;
  });
  return citation.kind === 'point' && place >= 0
    ? { kind: 'point', ...passage, point: place + 1 }
    : { kind: 'passage', ...passage };
}

/** Whoever is named in it, from the register, by slug. */
async function delegationsIn(db: Kysely<DB>, archive: Omit<Archive, 'delegations'>): Promise<Archive['delegations']> {
  const named = new Set<string | null>(archive.roundtables.flatMap(({ coChairs }) => coChairs));
  for (const { speakers, points } of archive.statements) {
    for (const { delegation } of speakers) named.add(delegation);
    for (const { delegation } of points.flatMap(({ actors }) => actors)) named.add(delegation);
  }
  for (const { to } of archive.recommendations) for (const { delegation } of to) named.add(delegation);
  for (const { sentences } of archive.report.paragraphs)
    for (const citation of sentences.flatMap(({ citations }) => citations))
      if (citation.kind === 'count')
        for (const slug of [...citation.delegations, ...citation.against, ...citation.silent]) named.add(slug);
  const rows = await db
    .selectFrom('delegation')
    .select(['slug', 'short_name', 'formal_name', 'kind', 'code', 'region'])
    .where('slug', '=', sql<string>`any(${[...named].filter(Boolean)}::text[])`)
    .orderBy('slug')
    .execute();
  return rows.map(({ short_name, formal_name, ...same }) => ({ ...same, name: short_name, formalName: formal_name }));
}

function revisionsOf(db: Kysely<DB>, statementIds: readonly string[]) {
  return db
    .selectFrom('statement_revision')
    .select(['statement_id', 'language', 'body', 'at'])
    .where('statement_id', '=', sql<string>`any(${statementIds}::uuid[])`)
    .orderBy('statement_id')
    .orderBy('revision')
    .execute();
}

/** The published reasons that the rulings in it give. */
async function reasonsGiven(db: Kysely<DB>, editionId: string, statements: readonly StatementView[]) {
  const given = statements.flatMap(({ ruling }) => (ruling?.decision === 'not_relevant' ? (ruling.reason ?? []) : []));
  return db
    .selectFrom('ruling_reason')
    .select(['code', 'title', 'words'])
    .where('edition_id', '=', editionId)
    .where('code', '=', sql<string>`any(${given}::text[])`)
    .orderBy('code')
    .execute();
}

function iso(at: Date | null): string | null {
  return at && at.toISOString();
}
