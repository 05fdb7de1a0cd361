// From what a viewer may see to what the API answers: plain data, dates as ISO 8601 in UTC, addresses in full.
import type { z } from 'zod';
import type { PointView } from '#analysis/queries.ts';
import type { PracticeView } from '#followup/queries.ts';
import type { RoundtableView } from '#programme/queries.ts';
import type { RecordLineView } from '#record/queries.ts';
import type { CitationView, LedgerLine, ReportView } from '#report/views.ts';
import type { SpeakerView, StatementView } from '#statements/queries.ts';
import type * as shapes from './shapes.ts';

type Shape<Name extends keyof typeof shapes> = z.input<(typeof shapes)[Name]>;

const iso = (at: Date | null) => at && at.toISOString();

interface EditionRow {
  slug: string;
  name: string;
  short_name: string;
  number: number | null;
  place: string | null;
  time_zone: string;
  starts_on: string | null;
  ends_on: string | null;
  languages: string[];
  attribution: string;
  state: string;
}

export function editionView(edition: EditionRow, home: string): Shape<'edition'> {
  const { slug, name, number, place, languages, attribution, state } = edition;
  return {
    slug,
    name,
    shortName: edition.short_name,
    number,
    place,
    timeZone: edition.time_zone,
    startsOn: edition.starts_on,
    endsOn: edition.ends_on,
    languages,
    attribution,
    state,
    page: home,
  };
}

export function roundtableView(roundtable: RoundtableView, parent: string | null, home: string): Shape<'roundtable'> {
  const { number, title, lead, description, state, attribution, room, rapporteurs, statements } = roundtable;
  return {
    number,
    parent,
    title,
    lead,
    description,
    state,
    attribution,
    room,
    startsAt: iso(roundtable.startsAt),
    endsAt: iso(roundtable.endsAt),
    commentsCloseAt: iso(roundtable.commentsCloseAt),
    coChairs: roundtable.coChairs.map(named),
    rapporteurs,
    questions: roundtable.questions.map(({ number, text, answers }) => ({ number, text, answers: Number(answers) })),
    statements: Number(statements),
    page: `${home}/rt/${number}`,
  };
}

export function statementView(statement: StatementView, home: string): Shape<'statement'> {
  const { id, number, kind, mode, state, identity, source, onRecord, language, revision, body } = statement;
  const { translation, answers, repliesTo, ruling } = statement;
  const roundtable = statement.roundtable.number;
  return {
    id,
    number,
    roundtable,
    kind,
    mode,
    state,
    identity,
    source,
    onRecord,
    saidAt: iso(statement.saidAt),
    language,
    revision,
    body,
    translation: translation && {
      language: translation.language,
      body: translation.body,
      translator: translation.translator,
    },
    speakers: statement.speakers.map(speakerView),
    answers,
    repliesTo,
    ruling: ruling && {
      decision: ruling.decision,
      reason: ruling.reason,
      title: ruling.title,
      words: ruling.words,
      at: ruling.at.toISOString(),
    },
    page: `${home}/rt/${roundtable}/statements/${number}`,
  };
}

function speakerView({ part, delegation, person, function: office, capacity, rank }: SpeakerView): Shape<'speaker'> {
  return { part, delegation: delegation && named(delegation), person, function: office, capacity, rank: rank ?? null };
}

function named({ slug, name, kind }: Shape<'delegationName'>): Shape<'delegationName'> {
  return { slug, name, kind };
}

/** A point of a statement; without names where the statement has none to show. */
export function pointView(point: PointView, statement: StatementView): Shape<'point'> {
  const { id, revision, verb, act, message, messageStart, messageEnd, topic, polarity } = point;
  const { attribution, confidence, foundBy, state } = point;
  return {
    id,
    roundtable: statement.roundtable.number,
    statement: statement.number,
    revision,
    verb,
    act,
    message,
    messageStart,
    messageEnd,
    topic,
    polarity,
    attribution,
    confidence,
    foundBy,
    state,
    actors:
      statement.speakers.length === 0
        ? []
        : point.actors.map(({ part, name, delegation }) => ({
            part,
            name,
            delegation: delegation && named(delegation),
          })),
  };
}

export function reportView(report: ReportView, home: string): Shape<'report'> {
  const { kind, title, symbol, rapporteur, state, source, language, attribution } = report;
  return {
    kind,
    title,
    symbol,
    rapporteur,
    state,
    source,
    language,
    attribution,
    correctionsCloseAt: iso(report.correctionsCloseAt),
    roundtable: report.roundtable.number,
    paragraphs: report.paragraphs.map(({ number, heading, section, sentences }) => ({
      number,
      heading,
      section,
      sentences: sentences.map(({ letter, text, writtenBy, citations }) => {
        return { letter, text, writtenBy, citations: citations.map(citationView) };
      }),
    })),
    page: `${home}/rt/${report.roundtable.number}/report`,
  };
}

function citationView({ kind, statement, quotation, before, after, question, sentence, count }: CitationView) {
  const counted = count && {
    quantifier: count.quantifier,
    count: count.count,
    of: count.of,
    opposed: count.opposed,
    rule: count.rule,
    delegations: count.delegations.map(named),
    against: count.against.map(named),
    silent: count.silent.map(named),
  };
  return {
    kind,
    statement: statement && {
      roundtable: statement.roundtable,
      number: statement.number,
      revision: statement.revision,
    },
    quotation,
    before: quotation === null ? null : before,
    after: quotation === null ? null : after,
    question: question && question.number,
    sentence: sentence && {
      roundtable: sentence.report.roundtable,
      paragraph: sentence.paragraph,
      letter: sentence.letter,
    },
    count: counted,
  };
}

export function ledgerView(line: LedgerLine): Shape<'ledgerLine'> {
  const { statement, state, sentences, points, mergedWith, reason } = line;
  return {
    roundtable: statement.roundtable,
    statement: statement.number,
    kind: statement.kind,
    speakers: statement.speakers.map(speakerView),
    state,
    sentences: sentences.map(({ paragraph, letter }) => ({ paragraph, letter })),
    points: { cited: points.cited, all: points.all },
    mergedWith: mergedWith ? { roundtable: mergedWith.roundtable, number: mergedWith.number } : null,
    reason: reason ?? null,
  };
}

export function practiceView(practice: PracticeView, home: string): Shape<'practice'> {
  const { slug, title, summary, language, isGlobal, countries, themes, delegation, person, partners, source } =
    practice;
  return {
    slug,
    title,
    summary,
    language,
    isGlobal,
    countries,
    themes,
    promotedBy: delegation && named(delegation),
    person,
    partners: partners.map(({ name, delegation }) => ({ name, delegation: delegation && named(delegation) })),
    source: source && {
      roundtable: source.roundtable.number,
      statement: source.number,
      quotation: source.quotation,
    },
    publishedAt: iso(practice.publishedAt),
    page: `${home}/practices/${slug}`,
  };
}

export function recordView(line: RecordLineView): Shape<'recordLine'> {
  const { sequence, kind, act, at, commitment, roundtable, subject, actor } = line;
  return {
    sequence,
    kind,
    act,
    at: at.toISOString(),
    commitment,
    roundtable,
    subject: subject && {
      what: subject.what,
      name: subject.name,
      number: subject.number,
      roundtable: subject.roundtable,
    },
    actor: actor.by === 'person' ? actor.name : null,
  };
}
