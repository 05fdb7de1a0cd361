import { readDocument } from '#engine/document.ts';
import { findPoints } from '#engine/points.ts';
import { languageOf } from '#engine/reading/language.ts';
import { theRegister } from '#engine/register.ts';
import type { Item, Point, ReadDocument, ReadRoundtable } from '#engine/types.ts';
import { asActors } from '#analysis/register.ts';
import type { Registered } from '#people/register/queries.ts';
import { cutStatements } from './cut.ts';
import { editionNameOf } from './edition-name.ts';
import { namesIn, withOwnSlugs } from './names.ts';
import { clusterOf, roundtableTitle, withRoundtables } from './numbering.ts';
import { paragraphsOf } from './paragraphs.ts';
import { wordsOf } from './printed.ts';
import { whoIs } from './register.ts';
import { uncertainOf } from './uncertain.ts';
import type { Understanding, UnderstoodIssue, UnderstoodRoundtable } from './understanding.ts';

interface Source {
  /** The file's name. */
  name: string;
  text: string;
  /** The delegations known so far, under all their names. */
  register: readonly Registered[];
}

/**
 * What a document says, as a plan that can be shown, corrected and entered: roundtables, who spoke and in which words,
 * points, questions, issues, and the report's own paragraphs with what each sentence rests on. Pure and deterministic.
 * Offsets are UTF-16 code units into `text`, or into a statement's body where they belong to a point.
 */
export function understand({ name, text, register }: Source): Understanding {
  const actors = theRegister(asActors(register));
  const points = findPoints(text, { register: actors });
  const document = withRoundtables(text, name, readDocument(text, { register: actors }), points);
  return planOf({ name, text, register, document, points, known: actors.find });
}

interface Read extends Source {
  document: ReadDocument;
  points: Point[];
  known: Parameters<typeof whoIs>[2];
}

function planOf({ name, text, register, document, points, known }: Read): Understanding {
  const statements = cutStatements(text, document, points);
  const roundtables = document.roundtables.map((read, i) => roundtableOf(text, document, read, statements[i]!));
  const title = document.title ? wordsOf(text, document.title) : '';
  const cluster = clusterOf(text, document);
  const overallIssues = document.overallIssues.map((item) => issueOf(text, 'overall_issue', item));
  const delegations = namesIn(roundtables).map((name) => whoIs(name, register, known));
  const isReport = statements.some((cut) => cut.length > 0);
  const paragraphs = isReport ? paragraphsOf(text, document, roundtables) : [];
  return {
    name,
    text,
    kind: isReport ? 'report' : document.kind === 'announcement' && roundtables.length > 0 ? 'announcement' : 'other',
    language: languageOf(text),
    edition: editionNameOf({ name, text, title: cluster?.title || title }),
    cluster,
    title: title || cluster?.title || name,
    rapporteur: rapporteurOf(text, document),
    roundtables,
    overallIssues,
    paragraphs,
    delegations: withOwnSlugs(delegations, register),
    uncertain: uncertainOf({ roundtables, delegations, paragraphs }),
  };
}

function roundtableOf(
  text: string,
  document: ReadDocument,
  read: ReadRoundtable,
  statements: UnderstoodRoundtable['statements'],
): UnderstoodRoundtable {
  const background = read.description.map((span) => wordsOf(text, span)).join('\n\n');
  const lead = document.kind === 'announcement' ? firstSentence(background) : '';
  return {
    key: read.number,
    number: read.number,
    title: roundtableTitle(wordsOf(text, read.title)),
    lead,
    description: background.slice(lead.length).trim(),
    coChairs: [...new Set(read.coChairs.map(({ name }) => name))],
    questions: read.questions.map((item) => ({ text: withChildren(text, item), start: item.start, end: item.end })),
    issues: [
      ...read.models.map((item) => issueOf(text, 'model', item)),
      ...read.tools.map((item) => issueOf(text, 'tool', item)),
      ...read.mainIssues.map((item) => issueOf(text, 'main_issue', item)),
      ...read.meansOfImplementation.map((item) => issueOf(text, 'means_of_implementation', item)),
    ],
    statements,
  };
}

/** The lead says in a sentence what the roundtable is about; the description goes on from there, so nothing is said twice. */
function firstSentence(background: string): string {
  const sentence = /^.{20,400}?[.!?](?=\s)/su.exec(background)?.[0] ?? '';
  return sentence.includes('\n') ? '' : sentence;
}

function issueOf(text: string, kind: UnderstoodIssue['kind'], item: Item): UnderstoodIssue {
  const { start, end, children } = item;
  return {
    kind,
    title: wordsOf(text, item),
    start,
    end,
    children: children.map((child) => issueOf(text, kind, child)),
  };
}

function withChildren(text: string, item: Item): string {
  return [wordsOf(text, item), ...item.children.map((child) => withChildren(text, child))].join(' ');
}

function rapporteurOf(text: string, { rapporteur }: ReadDocument): Understanding['rapporteur'] {
  if (!rapporteur) return null;
  const { name, capacity } = rapporteur;
  return { name: wordsOf(text, name), function: capacity ? wordsOf(text, capacity) : null };
}
