// What the API answers with. Strict: a field that is not described here is never sent.
import { z } from 'zod';

const when = z.iso.datetime().nullable();
const words = z.string();

export const delegationName = z.strictObject({ slug: words, name: words, kind: words });

export const edition = z.strictObject({
  slug: words,
  name: words,
  shortName: words,
  number: z.number().int().nullable(),
  place: words.nullable(),
  timeZone: words,
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  languages: z.array(words),
  attribution: words,
  state: words,
  page: z.url(),
});

export const question = z.strictObject({ number: z.number().int(), text: words, answers: z.number().int() });

export const roundtable = z.strictObject({
  number: words,
  parent: words.nullable(),
  title: words,
  lead: words,
  description: words,
  state: words,
  attribution: words,
  room: words.nullable(),
  startsAt: when,
  endsAt: when,
  commentsCloseAt: when,
  coChairs: z.array(delegationName),
  rapporteurs: z.array(words),
  questions: z.array(question),
  statements: z.number().int(),
  page: z.url(),
});

export const speaker = z.strictObject({
  part: z.enum(['speaker', 'on_behalf_of', 'supported_by', 'opposed_by']),
  delegation: delegationName.nullable(),
  person: words.nullable(),
  function: words.nullable(),
  capacity: words.nullable(),
  rank: words.nullable(),
});

export const statement = z.strictObject({
  id: z.uuid(),
  number: z.number().int(),
  roundtable: words,
  kind: words,
  mode: words,
  state: words,
  identity: words,
  source: words,
  onRecord: z.boolean(),
  saidAt: when,
  language: words,
  revision: z.number().int(),
  /** Null where the words are not yours to read: withdrawn, or not retained. */
  body: words.nullable(),
  translation: z.strictObject({ language: words, body: words, translator: words }).nullable(),
  /** Empty where the attribution policy names nobody. */
  speakers: z.array(speaker),
  answers: z.array(z.number().int()),
  repliesTo: z.number().int().nullable(),
  ruling: z
    .strictObject({ decision: words, reason: words.nullable(), title: words.nullable(), words, at: z.iso.datetime() })
    .nullable(),
  page: z.url(),
});

export const point = z.strictObject({
  id: z.uuid(),
  roundtable: words,
  statement: z.number().int(),
  revision: z.number().int(),
  verb: words,
  act: words,
  message: words,
  /** UTF-16 code units into that revision's body. */
  messageStart: z.number().int(),
  messageEnd: z.number().int(),
  topic: words,
  polarity: z.number().int(),
  attribution: words,
  confidence: z.number(),
  foundBy: words,
  state: words,
  actors: z.array(z.strictObject({ part: words, name: words, delegation: delegationName.nullable() })),
});

export const delegation = z.strictObject({
  slug: words,
  name: words,
  kind: words,
  region: words.nullable(),
  statements: z.number().int(),
  page: z.url(),
});

export const reportHead = z.strictObject({
  kind: words,
  title: words,
  symbol: words.nullable(),
  state: words,
  roundtable: words,
  page: z.url(),
});

const citation = z.strictObject({
  kind: words,
  statement: z.strictObject({ roundtable: words, number: z.number().int(), revision: z.number().int() }).nullable(),
  quotation: words.nullable(),
  before: words.nullable(),
  after: words.nullable(),
  question: z.number().int().nullable(),
  sentence: z.strictObject({ roundtable: words, paragraph: z.number().int(), letter: words }).nullable(),
  count: z
    .strictObject({
      quantifier: words,
      count: z.number().int(),
      of: z.number().int(),
      opposed: z.number().int(),
      rule: words,
      delegations: z.array(delegationName),
      against: z.array(delegationName),
      silent: z.array(delegationName),
    })
    .nullable(),
});

export const report = z.strictObject({
  kind: words,
  title: words,
  symbol: words.nullable(),
  rapporteur: words.nullable(),
  state: words,
  source: words,
  language: words,
  attribution: words,
  correctionsCloseAt: when,
  roundtable: words,
  paragraphs: z.array(
    z.strictObject({
      number: z.number().int().nullable(),
      heading: words.nullable(),
      section: words,
      sentences: z.array(
        z.strictObject({ letter: words, text: words, writtenBy: words, citations: z.array(citation) }),
      ),
    }),
  ),
  page: z.url(),
});

export const ledgerLine = z.strictObject({
  roundtable: words,
  statement: z.number().int(),
  kind: words,
  speakers: z.array(speaker),
  state: words,
  sentences: z.array(z.strictObject({ paragraph: z.number().int(), letter: words })),
  points: z.strictObject({ cited: z.number().int(), all: z.number().int() }),
  mergedWith: z.strictObject({ roundtable: words, number: z.number().int() }).nullable(),
  reason: words.nullable(),
});

export const rulingCount = z.strictObject({
  roundtable: words,
  decision: words,
  reason: words.nullable(),
  title: words.nullable(),
  count: z.number().int(),
});

export const practice = z.strictObject({
  slug: words,
  title: words,
  summary: words,
  language: words,
  isGlobal: z.boolean(),
  /** ISO 3166 alpha-3. */
  countries: z.array(words),
  themes: z.array(words),
  promotedBy: delegationName.nullable(),
  person: words.nullable(),
  partners: z.array(z.strictObject({ name: words, delegation: delegationName.nullable() })),
  source: z.strictObject({ roundtable: words, statement: z.number().int(), quotation: words.nullable() }).nullable(),
  publishedAt: when,
  page: z.url(),
});

export const recordLine = z.strictObject({
  sequence: z.number().int(),
  kind: words,
  act: words,
  at: z.iso.datetime(),
  /** SHA-256, in hexadecimal, over the salt and the rows written. */
  commitment: words,
  roundtable: words.nullable(),
  subject: z
    .strictObject({ what: words, name: words, number: words.nullable(), roundtable: words.nullable() })
    .nullable(),
  actor: words.nullable(),
});

export const problem = z.strictObject({
  type: words,
  title: words,
  status: z.number().int(),
  detail: words,
  code: words,
  fields: z.record(z.string(), words).optional(),
});
