import { programme, type Cite, type Paragraph } from '#report/cites.ts';
import { draftOf, tellingOf } from '#report/draft.ts';
import type { DraftRecord, DraftStatement } from '#report/draft-record.ts';
import { issues } from '#report/issue-sentences.ts';
import { voicesIn } from '#report/length.ts';
import { listed, quotingNobody } from '#report/names.ts';
import { usualScale, type Step } from '#report/quantifier.ts';
import { runsIn } from './runs.ts';

/** The report of one roundtable, as a cluster's takes it up. */
export interface Part {
  roundtable: { id: string; number: string; title: string };
  /** In reading order; a heading has no sentences. */
  paragraphs: PartParagraph[];
}

export interface PartParagraph {
  section: Paragraph['section'];
  heading: string | null;
  question: string | null;
  sentences: PartSentence[];
}

export interface PartSentence {
  id: string;
  text: string;
  cites: Cite[];
}

export interface Cluster {
  roundtable: { number: string; title: string };
  generalRapporteurs: string[];
  parts: Part[];
  /** The roundtables under it whose reports are not circulated yet. */
  waiting: { number: string; title: string }[];
  /** All that was said in its roundtables, with the issues that more than one of them has. */
  record: DraftRecord;
  scale: readonly Step[] | null;
  /** The number of the roundtable in which each statement was made. */
  madeIn: ReadonlyMap<string, string>;
}

/** What the parts say of themselves, and the whole says once. */
const ownWords = new Set<Paragraph['section']>(['title', 'speakers', 'annex', 'overall', 'thanks']);

/**
 * The General Rapporteur's report of a cluster, in the usual order: the cover, then roundtable by roundtable what its report
 * says, sentence by sentence, each resting on the one it is; then what was emphasised in more than one of them, everyone who
 * spoke, thanks with what was left out, and the annexes. Pure.
 */
export function compiled(
  cluster: Cluster,
  /** The sentences of its roundtables' reports that have room in the body; null: all of them. */
  kept: ReadonlySet<string> | null = null,
): Paragraph[] {
  return [
    ...cover(cluster),
    opening(cluster),
    ...cluster.parts.flatMap((part) => partOf(part, kept)),
    ...common(cluster),
    ...everyone(cluster),
    thanks(cluster),
    ...annexes(cluster, kept),
  ];
}

function cover({ roundtable, generalRapporteurs }: Cluster): Paragraph[] {
  const lines = [
    `Roundtable cluster ${roundtable.number}: ${quotingNobody(roundtable.title)}`,
    ...(generalRapporteurs.length > 0 ? [`${listed(generalRapporteurs)}, General Rapporteur`] : []),
  ];
  return lines.map((heading) => ({ section: 'title', heading, sentences: [] }));
}

function opening({ roundtable, parts, waiting }: Cluster): Paragraph {
  const named = (some: readonly { number: string; title: string }[]) => listed(some.map(({ number, title }) => `${number} (${quotingNobody(title)})`)); // prettier-ignore
  const fact = { about: 'cluster', roundtable: roundtable.number };
  const all = parts.map((part) => part.roundtable);
  const text = `Cluster ${roundtable.number}, ${quotingNobody(roundtable.title)}, is reported here from the ${all.length === 1 ? 'report of roundtable' : 'reports of roundtables'} ${named(all)}.`;
  const sentences = [template(text, [programme({ ...fact, reports: all.map(({ number }) => number) })])];
  if (waiting.length > 0)
    sentences.push(
      template(
        `The ${waiting.length === 1 ? 'report of roundtable' : 'reports of roundtables'} ${named(waiting)} had not been circulated when this was compiled.`,
        [programme({ ...fact, waiting: waiting.map(({ number }) => number) })],
      ),
    );
  return { section: 'opening', heading: 'The cluster', sentences };
}

/** One roundtable's report under its own heading: its sentences word for word, each citing the one it is. */
function partOf({ roundtable, paragraphs }: Part, kept: ReadonlySet<string> | null): Paragraph[] {
  const { id, number, title } = roundtable;
  const told = paragraphs.filter(({ section }) => !ownWords.has(section));
  // A section whose first paragraph has no room keeps its heading.
  const headings = new Map<string, string>();
  const open = told.flatMap((paragraph): PartParagraph[] => {
    const { section, heading, sentences } = paragraph;
    if (heading !== null) headings.set(section, heading);
    const some = kept && isTaken(paragraph) ? sentences.filter((one) => kept.has(one.id)) : sentences;
    if (kept && some.length === 0) return [];
    const first = headings.get(section) ?? null;
    headings.delete(section);
    return [{ ...paragraph, heading: first, sentences: some }];
  });
  const head: Paragraph = { section: 'opening', heading: `Roundtable ${number}: ${quotingNobody(title)}`, roundtable: id, sentences: [] }; // prettier-ignore
  return [
    head,
    ...open.map(({ section, heading, question, sentences }) => ({
      section,
      roundtable: id,
      ...(heading === null ? {} : { heading: `${number} ${heading}` }),
      ...(question === null ? {} : { question }),
      sentences: sentences.map(taken),
    })),
  ];
}

/** Whether a shorter report may do without some of its sentences. */
export function isTaken({ section }: Pick<PartParagraph, 'section'>): boolean {
  return !ownWords.has(section) && section !== 'recommendations';
}

/** Who was counted comes along, so that the word for how many still opens its list. */
function taken({ id, text, cites }: PartSentence): Paragraph['sentences'][number] {
  return template(text, [{ kind: 'sentence', sentence: id }, ...cites.filter(({ kind }) => kind === 'count')]);
}

/** What more than one roundtable raised, counted over all of them, resting on what their reports say of it. */
function common({ record, parts, scale }: Cluster): Paragraph[] {
  const telling = tellingOf(record);
  const counted = record.issues.flatMap((issue) => {
    const own = issues({ ...record, issues: [issue] }, issue.kind, 'overall', telling, scale ?? usualScale);
    const resting = restingOn(issue.points, parts);
    return own.flatMap(({ sentences }) => sentences).map(({ text, cites }) => template(text, [...cites, ...resting]));
  });
  return counted.length > 0
    ? [{ section: 'overall', heading: 'What was emphasised in more than one roundtable', sentences: counted }]
    : [];
}

/** The sentences of the parts that tell of an issue: those that count it, and cite a point of it. */
function restingOn(points: readonly string[], parts: readonly Part[]): Cite[] {
  const wanted = new Set(points);
  return parts.flatMap(({ paragraphs }) =>
    paragraphs
      .filter(({ section }) => section === 'main_issues' || section === 'means' || section === 'overall')
      .flatMap(({ sentences }) => sentences)
      .filter(({ cites }) => cites.some((cite) => cite.kind === 'point' && wanted.has(cite.point)))
      .map(({ id }): Cite => ({ kind: 'sentence', sentence: id })),
  );
}

function everyone({ record, scale }: Cluster): Paragraph[] {
  return draftOf({ ...record, issues: [] }, scale ?? usualScale)
    .filter(({ section }) => section === 'speakers')
    .map((paragraph) => ({
      ...paragraph,
      sentences: paragraph.sentences.map(({ text, cites }) => template(text, cites)),
    }));
}

function thanks({ roundtable, parts }: Cluster): Paragraph {
  const about = programme({ about: 'thanks', roundtable: roundtable.number });
  return {
    section: 'thanks',
    heading: 'Thanks',
    sentences: [
      template(
        `The General Rapporteur thanks the co-chairs, the ${parts.length === 1 ? 'rapporteur' : 'rapporteurs'} and everyone who spoke or wrote.`,
        [about],
      ),
      template(
        'What has no place in the body stands in the annex and in the ledger, statement by statement, with the reason; for what is told too shortly, the General Rapporteur apologises and refers to the statements themselves.',
        [about],
      ),
    ],
  };
}

/**
 * What has no room in the body, in the words of the roundtables' reports; what these noted in their annexes, and what they
 * say nothing of; and the scale of the words for how many, once.
 */
function annexes(cluster: Cluster, kept: ReadonlySet<string> | null): Paragraph[] {
  const { parts } = cluster;
  const noted = parts.flatMap(({ paragraphs }) =>
    paragraphs
      .filter(({ section, sentences }) => section === 'annex' && sentences.length > 0)
      .map(({ sentences }) => sentences),
  );
  const isScale = ({ cites }: PartSentence) =>
    cites.some((cite) => cite.kind === 'programme' && cite.fact.about === 'scale');
  const statements = noted.filter((sentences) => !sentences.some(isScale));
  const scale = noted.find((sentences) => sentences.some(isScale));
  return [
    ...annex('Annex: told in the roundtables’ reports alone', kept ? withoutRoom(cluster, kept).map((run) => run.map(taken)) : []), // prettier-ignore
    ...annex('Annex: statements noted', [...statements.map((some) => some.map(taken)), ...unsaid(cluster)]),
    ...(scale ? [{ section: 'annex' as const, heading: 'Annex: how many', sentences: scale.map(taken) }] : []),
  ];
}

function template(text: string, cites: Cite[]): Paragraph['sentences'][number] {
  return { text, writtenBy: 'template', cites };
}

function annex(heading: string, all: Paragraph['sentences'][]): Paragraph[] {
  return all.map((sentences, i) => ({ section: 'annex', ...(i === 0 ? { heading } : {}), sentences }));
}

/** For every statement that nothing in the body rests on any more, the first sentences that did, with whoever they name. */
function withoutRoom(cluster: Cluster, kept: ReadonlySet<string>): PartSentence[][] {
  const statementOf = statementsByCite(cluster);
  const runs = cluster.parts.flatMap(({ paragraphs }) => paragraphs.filter(isTaken)).flatMap(runsIn);
  const told = new Set(
    runs.flatMap(({ sentences }) => sentences.filter(({ id }) => kept.has(id)).flatMap(statementOf)),
  );
  return runs.flatMap(({ sentences }) => {
    const fresh = sentences.flatMap(statementOf).filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    return fresh.length > 0 ? [sentences] : [];
  });
}

/** What none of the reports has a sentence on, though nobody decided to leave it out: who said it, and how it begins. */
function unsaid(cluster: Cluster): Paragraph['sentences'][] {
  const { record, parts, madeIn } = cluster;
  const statementOf = statementsByCite(cluster);
  const told = new Set(parts.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences.flatMap(statementOf)))); // prettier-ignore
  const left = new Map(record.decided.map(({ statement, kind }) => [statement, kind]));
  const heard = new Set(record.statements.filter(({ id }) => told.has(id)).flatMap(voicesIn));
  // What was merged with another is told there; who made it is named all the same.
  const isLost = (one: DraftStatement) =>
    left.get(one.id) === 'merged' && !voicesIn(one).some((voice) => heard.has(voice));
  const open = record.statements.filter((one) => !told.has(one.id) && ((left.get(one.id) ?? 'noted') === 'noted' || isLost(one))); // prettier-ignore
  const decided = open.map(({ id }) => ({ statement: id, kind: 'noted', reason: '' }));
  return draftOf({ ...record, statements: open, issues: [], questions: [], decided })
    .filter(({ section }) => section === 'annex')
    .map(({ sentences }, i) =>
      // Every roundtable numbers its own.
      sentences.map(({ text, cites }) =>
        template(text.replace(/, statement (?=\d+: )/, `, statement ${madeIn.get(open[i]!.id)}/`), cites),
      ),
    );
}

/** The statements that a sentence rests on. */
function statementsByCite({ record }: Cluster): (sentence: PartSentence) => string[] {
  const of = new Map(record.statements.flatMap(({ id, points }) => points.map((point) => [point.id, id])));
  return ({ cites }) =>
    cites.flatMap((cite) => (cite.kind === 'point' ? (of.get(cite.point) ?? []) : cite.kind === 'passage' ? cite.statement : [])); // prettier-ignore
}
