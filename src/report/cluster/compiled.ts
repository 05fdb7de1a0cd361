import { programme, type Cite, type Paragraph } from '#report/cites.ts';
import { draftOf, tellingOf } from '#report/draft.ts';
import type { DraftRecord } from '#report/draft-record.ts';
import { issues } from '#report/issue-sentences.ts';
import { listed, quotingNobody } from '#report/names.ts';
import { usualScale, type Step } from '#report/quantifier.ts';

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
}

/** What the parts say of themselves, and the whole says once. */
const ownWords = new Set<Paragraph['section']>(['title', 'speakers', 'annex', 'overall', 'thanks']);

/**
 * The General Rapporteur's report of a cluster, in the usual order: the cover, then roundtable by roundtable what its report
 * says, sentence by sentence, each resting on the one it is; then what was emphasised in more than one of them, everyone who
 * spoke, thanks with what was left out, and the annexes. Pure.
 */
export function compiled(cluster: Cluster): Paragraph[] {
  return [
    ...cover(cluster),
    opening(cluster),
    ...cluster.parts.flatMap(partOf),
    ...common(cluster),
    ...everyone(cluster),
    thanks(cluster),
    ...annexes(cluster),
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
function partOf({ roundtable, paragraphs }: Part): Paragraph[] {
  const { id, number, title } = roundtable;
  const told = paragraphs.filter(({ section }) => !ownWords.has(section));
  const head: Paragraph = { section: 'opening', heading: `Roundtable ${number}: ${quotingNobody(title)}`, roundtable: id, sentences: [] }; // prettier-ignore
  return [
    head,
    ...told.map(({ section, heading, question, sentences }) => ({
      section,
      roundtable: id,
      ...(heading === null ? {} : { heading: `${number} ${heading}` }),
      ...(question === null ? {} : { question }),
      sentences: sentences.map(taken),
    })),
  ];
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

/** What the parts noted in their annexes, and the scale of the words for how many, once. */
function annexes({ parts }: Cluster): Paragraph[] {
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
    ...statements.map((sentences, i): Paragraph => ({ section: 'annex', ...(i === 0 ? { heading: 'Annex: statements noted' } : {}), sentences: sentences.map(taken) })), // prettier-ignore
    ...(scale ? [{ section: 'annex' as const, heading: 'Annex: how many', sentences: scale.map(taken) }] : []),
  ];
}

function template(text: string, cites: Cite[]): Paragraph['sentences'][number] {
  return { text, writtenBy: 'template', cites };
}
