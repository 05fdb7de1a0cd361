import type { Cite, Paragraph } from '#report/cites.ts';
import { keyOf, type DraftPoint, type DraftStatement } from '#report/draft-record.ts';
import { choose, countWords, fitted, isDissenting, isIssue, measured, voicesIn, wordsIn, type DraftAtLength, type Unit } from '#report/length.ts'; // prettier-ignore
import { compiled, isTaken, type Cluster, type PartSentence } from './compiled.ts';
import { runsIn, type Run } from './runs.ts';

/** A cluster's report of one length. */
export type ClusterAtLength = Omit<DraftAtLength, 'paragraphs'> & { paragraphs: Paragraph[] };

/**
 * A cluster's report that can be read aloud in so many words: of the sentences of its roundtables' reports, word for word,
 * those that bring in most delegations and then most points for their length. What falls out of the body stands in an
 * annex; every objection stays, though the report be longer for it. Pure.
 */
export function compiledWithin(cluster: Cluster, limit: number | null): ClusterAtLength {
  const whole = compiled(cluster);
  if (limit === null || wordsIn(whole) <= limit) return of(cluster, whole, limit);
  const runs = cluster.parts.flatMap(({ paragraphs }) => paragraphs.filter(isTaken)).flatMap(runsIn);
  const said = saidIn(cluster);
  const units = runs.flatMap((run, i) => unitsOf(run, String(i), said));
  const kept = fitted(limit, limit - wordsIn(compiled(cluster, new Set())), (room) => {
    const chosen = idsOf(choose(units, room), runs);
    return { chosen, words: wordsIn(compiled(cluster, chosen)) };
  });
  return of(cluster, compiled(cluster, kept), limit);
}

/** What it holds is counted in what its sentences are: those of the roundtables' reports. */
function of(cluster: Cluster, paragraphs: Paragraph[], limit: number | null): ClusterAtLength {
  const sentences = cluster.parts.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences));
  const below = new Map(sentences.map(({ id, cites }) => [id, cites]));
  const resting = ({ section, sentences }: Paragraph) => ({
    section,
    sentences: sentences.map(({ text, cites }) => ({
      text,
      cites: cites.flatMap((cite) => (cite.kind === 'sentence' ? (below.get(cite.sentence) ?? []) : [cite])) as [Cite],
    })),
  });
  return { ...measured(cluster.record, paragraphs.map(resting), limit), paragraphs };
}

type Said = Map<string, { statement: DraftStatement; point?: DraftPoint }>;

/** What was said, by the id of a point or of a statement. */
function saidIn({ record }: Cluster): Said {
  return new Map(
    record.statements.flatMap((statement) => [
      [statement.id, { statement }] as const,
      ...statement.points.map((point) => [point.id, { statement, point }] as const),
    ]),
  );
}

/** The sentence that names the speaker, and what follows it: the second is never told without the first. */
function unitsOf({ section, sentences }: Run, name: string, said: Said): Unit[] {
  const [head, ...rest] = sentences as [PartSentence, ...PartSentence[]];
  const first = unitOf([head], section, said);
  if (rest.length === 0) return [{ ...first, name: `${name} head` }];
  return [
    { ...first, name: `${name} head` },
    { ...unitOf(rest, section, said), name: `${name} rest`, voices: [] },
  ];
}

function unitOf(sentences: readonly PartSentence[], section: Run['section'], said: Said): Omit<Unit, 'name'> {
  const cited = sentences.flatMap(({ cites }) => cites).flatMap((cite) => {
    const id = cite.kind === 'point' ? cite.point : cite.kind === 'passage' ? cite.statement : '';
    return said.get(id) ?? [];
  }); // prettier-ignore
  const points = cited.flatMap(({ point }) => point?.id ?? []);
  const cost = sentences.reduce((all, { text }) => all + countWords(text), 0);
  if (isIssue(section)) return { kind: 'counted', points, voices: [], cost, isDissent: false };
  if (cited.length === 0) return { kind: 'section', points: [], voices: [], cost, isDissent: false };
  return {
    kind: 'told',
    points,
    voices: cited.flatMap(({ statement, point }) => (point && point.actors.length > 0 ? point.actors.map(keyOf) : voicesIn(statement))), // prettier-ignore
    cost,
    isDissent: cited.some(({ statement, point }) => point !== undefined && isDissenting({ point, statement })),
  };
}

function idsOf(chosen: readonly Unit[], runs: readonly Run[]): Set<string> {
  const names = new Set(chosen.map(({ name }) => name));
  return new Set(
    runs.flatMap(({ sentences: [head, ...rest] }, i) => {
      const isRest = names.has(`${i} rest`);
      // What follows an objection's speaker brings the speaker along.
      if (!isRest) return names.has(`${i} head`) ? [head!.id] : [];
      return [head!, ...rest].map(({ id }) => id);
    }),
  );
}
