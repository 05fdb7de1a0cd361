import { z } from 'zod';

const slugs = z.array(z.string().max(200)).max(1000);

const countFact = z.object({
  quantifier: z.string().min(1).max(60),
  count: z.int32().nonnegative(),
  of: z.int32().nonnegative(),
  opposed: z.int32().nonnegative(),
  /** Slugs of the register, or names as printed. */
  delegations: slugs,
  against: slugs,
  silent: slugs,
  rule: z.string().max(1000),
});

export type CountFact = z.output<typeof countFact>;

export const passageInput = z.object({
  kind: z.literal('passage'),
  statement: z.uuid(),
  quotation: z.string().trim().min(1).max(20_000),
  /** Where the words stand, in UTF-16 code units of the statement as it stands; not needed where they stand once. */
  start: z.int32().nonnegative().optional(),
});

/** What one sentence can rest on. */
export const citeInput = z.discriminatedUnion('kind', [
  passageInput,
  z.object({ kind: z.literal('point'), point: z.uuid() }),
  z.object({ kind: z.literal('question'), question: z.uuid() }),
  z.object({ kind: z.literal('programme'), fact: z.record(z.string(), z.json()) }),
  z.object({ kind: z.literal('count'), fact: countFact }),
  z.object({ kind: z.literal('sentence'), sentence: z.uuid() }),
]);

export type Cite = z.output<typeof citeInput>;

/** A fact of the programme, as it was looked up: co-chairs, dates, a title. */
export function programme(fact: Extract<Cite, { kind: 'programme' }>['fact']): Cite {
  return { kind: 'programme', fact };
}

const sections = [
  'title',
  'opening',
  'co_chairs',
  'models',
  'tools',
  'questions',
  'panel',
  'discussion',
  'main_issues',
  'means',
  'written',
  'overall',
  'divergences',
  'floor_questions',
  'instruments',
  'recommendations',
  'speakers',
  'annex',
  'thanks',
] as const;

export const paragraphInput = z.object({
  section: z.enum(sections),
  /** Stands above the paragraph, without a number; alone where there are no sentences. */
  heading: z.string().trim().min(1).max(500).optional(),
  roundtable: z.uuid().optional(),
  question: z.uuid().optional(),
  sentences: z
    .array(
      z.object({
        text: z.string().trim().min(1, 'sentence.text_missing').max(20_000, 'sentence.text_too_long'),
        writtenBy: z.enum(['template', 'person', 'import']).default('import'),
        cites: z.array(citeInput).max(1000).default([]),
      }),
    )
    .max(2000)
    .default([]),
});

export type Paragraph = z.output<typeof paragraphInput>;
