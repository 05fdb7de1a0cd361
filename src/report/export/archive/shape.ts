import { z } from 'zod';
import { roundtableNumber } from '#programme/rules.ts';
import { editionStates } from '#programme/standing/rules.ts';
import { ledgerStates } from '#report/ledger/rules.ts';
import { recommendationMoves, type RecommendationState } from '#report/recommendations/rules.ts';
import { paragraphInput } from '#report/cites.ts';

// What a report's archive holds: everything as data, named as people name it – “2.1/7”, “12b”, a slug – and never by an
// identifier of the forum it was taken from. `version` counts changes that older readers would misread.

const name = z.string().min(1).max(500);
const moment = z.iso.datetime({ offset: true });
const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const language = z.string().regex(/^[a-z]{2,3}$/);
/** “2.1” */
const number = z.string().regex(roundtableNumber);
/** “2.1/7” */
const statementKey = z
  .string()
  .max(60)
  .regex(/^[0-9]+(\.[0-9]+)*\/[0-9]+$/);
const attribution = z.enum(['attributed', 'by_constituency', 'not_attributed']);
const words = z.string().max(2_000_000);

/** A point by its statement and its place among its points, from 1. */
const pointPlace = z.object({ statement: statementKey, point: z.int32().positive() });

const point = z.object({
  revision: z.int32().positive(),
  sentenceStart: z.int32(),
  sentenceEnd: z.int32(),
  messageStart: z.int32(),
  messageEnd: z.int32(),
  verb: words,
  act: z.string().max(40),
  topic: words,
  polarity: z.union([z.literal(1), z.literal(-1)]),
  attribution: z.string().max(100),
  confidence: z.number().min(0).max(1),
  foundBy: name,
  state: z.enum(['proposed', 'accepted', 'edited']),
  /** The rapporteur's own short words for it. */
  wording: words.default(''),
  /** The point it is told with. */
  mergedInto: pointPlace.nullable().default(null),
  /** Statements that answer the question it puts, as somebody noted. */
  answeredIn: z.array(statementKey).default([]),
  actors: z.array(
    z.object({
      part: z.enum(['actor', 'on_behalf_of', 'supported_by', 'opposed_by']),
      name,
      delegation: slug.nullable(),
    }),
  ),
});

const statement = z.object({
  key: statementKey,
  kind: z.enum(['comment', 'intervention', 'written_statement', 'presentation', 'remark']),
  mode: z.enum(['oral', 'written', 'video']),
  state: z.enum(['held', 'received', 'withdrawn', 'noted', 'checked', 'confirmed']),
  identity: z.enum(['unidentified', 'email_confirmed', 'verified', 'released']),
  source: z.enum(['own_hand', 'note_taker', 'transcript', 'import']),
  language,
  saidAt: moment.nullable(),
  /** Every version of its words, oldest first; empty where they are not to be read. */
  revisions: z.array(z.object({ language, body: words.min(1), at: moment })),
  translation: z.object({ language, body: words, translator: name }).nullable(),
  speakers: z.array(
    z.object({
      part: z.enum(['speaker', 'on_behalf_of', 'supported_by', 'opposed_by']),
      delegation: slug.nullable(),
      person: z.string().max(500).nullable(),
      function: z.string().max(500).nullable(),
      capacity: z.string().max(40).nullable(),
    }),
  ),
  /** Numbers of the guiding questions of its roundtable. */
  answers: z.array(z.int32().positive()),
  repliesTo: z.int32().positive().nullable(),
  ruling: z
    .object({
      decision: z.enum(['relevant', 'not_relevant']),
      reason: z.string().max(40).nullable(),
      words,
      at: moment,
    })
    .nullable(),
  points: z.array(point),
});

const passage = z.object({
  statement: statementKey,
  revision: z.int32().positive(),
  quotation: words,
  start: z.int32().nonnegative(),
  end: z.int32().positive(),
  before: words,
  after: words,
});

/** What a sentence rests on. `hidden` stands for what this file may not show. */
const citation = z.discriminatedUnion('kind', [
  passage.extend({ kind: z.literal('passage') }),
  /** `point` is its place among the statement's points, from 1. */
  passage.extend({ kind: z.literal('point'), point: z.int32().positive() }),
  z.object({ kind: z.literal('question'), roundtable: number, question: z.int32().positive() }),
  z.object({ kind: z.literal('programme'), fact: z.record(z.string(), z.json()) }),
  z.object({
    kind: z.literal('count'),
    quantifier: name,
    count: z.int32().nonnegative(),
    of: z.int32().nonnegative(),
    opposed: z.int32().nonnegative(),
    rule: words,
    /** Slugs of the register, or names as printed. */
    delegations: z.array(name),
    against: z.array(name),
    silent: z.array(name),
  }),
  z.object({ kind: z.literal('sentence'), roundtable: number, report: z.string().max(40), place: z.string().max(20) }),
  z.object({ kind: z.literal('hidden') }),
]);

const issue = z.object({
  roundtable: number,
  kind: z.enum(['main_issue', 'means_of_implementation', 'overall_issue', 'tool', 'model']),
  title: z.string().min(1).max(2000),
  position: z.int32().nonnegative(),
  /** Places among the issues of this file, from 1. */
  under: z.int32().positive().nullable(),
  mergedInto: z.int32().positive().nullable(),
  /** As it was called until then. */
  earlier: z.array(z.object({ title: z.string().min(1).max(2000), until: moment })),
  /** Its own, without those of issues merged into it. */
  points: z.array(pointPlace),
});

const states = Object.keys(recommendationMoves) as [RecommendationState, ...RecommendationState[]];
const recommendation = z.object({
  roundtable: number,
  number: z.int32().positive(),
  text: z.string().min(1).max(2000),
  state: z.enum(states),
  version: z.int32().positive(),
  recordedAt: moment,
  /** Who recorded, reworded and moved it: a name makes nobody a person where it is imported. */
  recordedBy: name.nullable(),
  to: z.array(z.object({ name, delegation: slug.nullable() })),
  voices: z.array(pointPlace.extend({ part: z.enum(['proposed', 'supported', 'opposed']), at: moment })),
  earlier: z.array(
    z.object({
      version: z.int32().positive(),
      text: z.string().min(1).max(2000),
      until: moment,
      by: name.nullable(),
    }),
  ),
  moves: z.array(z.object({ from: z.enum(states), to: z.enum(states), words, at: moment, by: name.nullable() })),
});

const { section } = paragraphInput.shape;

const report = z.object({
  roundtable: number,
  kind: z.enum(['record', 'general_rapporteur', 'proceedings', 'cable']),
  title: name,
  symbol: z.string().max(100).nullable(),
  rapporteur: z.string().max(300).nullable(),
  state: z.enum(['draft', 'co_chair_review', 'correction_window', 'final', 'corrigendum']),
  source: z.enum(['draft', 'import']),
  language,
  attribution,
  correctionsCloseAt: moment.nullable(),
  createdAt: moment,
  /** Who signed it as it stands; a signature is a person's act and is not put there by an import. */
  signed: z.array(z.object({ name, capacity: z.string().max(40), at: moment })).default([]),
  corrigenda: z
    .array(
      z.object({
        number: z.int32().positive(),
        issued: moment,
        /** Null where the earlier words may give somebody away. */
        changes: z
          .array(z.object({ place: z.string().max(20), earlier: words.nullable(), later: words.nullable() }))
          .nullable(),
      }),
    )
    .default([]),
  paragraphs: z.array(
    z.object({
      number: z.int32().positive().nullable(),
      heading: name.nullable(),
      section,
      roundtable: number.nullable(),
      question: z.object({ roundtable: number, number: z.int32().positive() }).nullable(),
      sentences: z.array(
        z.object({
          place: z.string().max(20),
          text: words.min(1),
          writtenBy: z.enum(['template', 'person', 'import']),
          citations: z.array(citation),
        }),
      ),
    }),
  ),
});

export const archiveShape = z.object({
  archive: z.literal('rapporteur-report'),
  version: z.literal(1),
  takenFrom: z.string().max(2000),
  /** Of the last line of the record when it was taken. */
  sequence: z.number().int().nonnegative(),
  edition: z.object({
    slug,
    name,
    shortName: name,
    number: z.int32().nullable(),
    place: z.string().max(500).nullable(),
    timeZone: z.string().max(100),
    startsOn: z.string().max(10).nullable(),
    endsOn: z.string().max(10).nullable(),
    languages: z.array(language),
    attribution,
    state: z.enum(editionStates),
    reasons: z.array(z.object({ code: z.string().max(40), title: words, words })),
  }),
  delegations: z.array(
    z.object({
      slug,
      name,
      formalName: name,
      kind: z.string().max(40),
      code: z.string().max(40).nullable(),
      region: z.string().max(100).nullable(),
    }),
  ),
  roundtables: z.array(
    z.object({
      number,
      parent: number.nullable(),
      title: name,
      lead: words,
      description: words,
      room: z.string().max(500).nullable(),
      startsAt: moment.nullable(),
      endsAt: moment.nullable(),
      attribution,
      state: z.string().max(40),
      coChairs: z.array(slug),
      questions: z.array(words),
    }),
  ),
  statements: z.array(statement),
  issues: z.array(issue).default([]),
  recommendations: z.array(recommendation).default([]),
  report,
  ledger: z.object({
    offRecord: z.int32().nonnegative(),
    setAside: z.int32().nonnegative(),
    lines: z.array(
      z.object({
        statement: statementKey,
        state: z.enum(ledgerStates),
        sentences: z.array(z.string().max(20)),
        points: z.object({ cited: z.int32(), all: z.int32() }),
        mergedWith: statementKey.nullable(),
        reason: words.nullable(),
      }),
    ),
  }),
});

/** A report's archive, as its file holds it. */
export type Archive = z.output<typeof archiveShape>;
