import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Cite, Paragraph } from '#report/cites.ts';
import { citesOf, recordWithPolicy } from '#report/drafting.ts';
import type { DraftPoint, DraftRecord, DraftStatement } from '#report/draft-record.ts';
import { isCirculated, policyOf, type Policy, policies } from '#report/rules.ts';
import { paragraphsOf, reports, sentencesOf, type ReportRow } from '#report/text-rows.ts';
import { commonGroups, comparedIn, type Compared } from './same-issues.ts';
import type { Cluster, Part } from './compiled.ts';

interface Gathered extends Cluster {
  /** The strictest of the policies of its roundtables and their reports: what one of them withholds, none gives away. */
  policy: Policy;
  reports: ReportRow[];
}

/** All that a cluster's report is compiled from: the circulated reports of its roundtables, and what was said in them. */
export async function clusterToCompile(
  tx: Kysely<DB>,
  cluster: { id: string; number: string; title: string },
): Promise<Gathered> {
  const under = await tx
    .selectFrom('roundtable')
    .select(['id', 'number', 'title'])
    .where('parent_id', '=', cluster.id)
    .orderBy('number')
    .execute();
  const rows = await reports(tx).where('report.kind', '=', 'record').where('roundtable.parent_id', '=', cluster.id).execute(); // prettier-ignore
  const circulated = new Map(rows.filter(({ state }) => isCirculated(state)).map((row) => [row.roundtable_id, row]));
  const parts: Part[] = [];
  for (const roundtable of under) {
    const report = circulated.get(roundtable.id);
    if (report) parts.push({ roundtable, paragraphs: await partText(tx, report.id) });
  }
  const records: DraftRecord[] = [];
  for (const { roundtable } of parts) records.push(await recordWithPolicy(tx, roundtable.id, circulated.get(roundtable.id)!.id)); // prettier-ignore
  const madeIn = new Map(
    parts.flatMap(({ roundtable }, i) => records[i]!.statements.map(({ id }) => [id, roundtable.number] as const)),
  );
  const own = await recordWithPolicy(tx, cluster.id, null);
  const policy = strictest([own.roundtable.attribution, ...[...circulated.values()].map(policyOf)]);
  return {
    roundtable: cluster,
    generalRapporteurs: await generalRapporteurs(tx, cluster.id),
    parts: withPoints(parts, records.flatMap(({ statements }) => statements)), // prettier-ignore
    waiting: under.filter(({ id }) => !circulated.has(id)),
    record: together(own, records, policy, await comparedIn(tx, cluster.id)),
    scale: (own.scale as Cluster['scale']) ?? null,
    policy,
    madeIn,
    reports: [...circulated.values()],
  };
}

/** A sentence that rests on words rests on the points in them too: so it is known which of them are told, and against what. */
function withPoints(parts: readonly Part[], statements: readonly DraftStatement[]): Part[] {
  const known = new Map(statements.map((statement) => [statement.id, statement]));
  const points = (cite: Cite): Cite[] => {
    const statement = cite.kind === 'passage' ? known.get(cite.statement) : undefined;
    if (cite.kind !== 'passage' || !statement) return [];
    const start = cite.start ?? statement.body.indexOf(cite.quotation);
    const isIn = (point: DraftPoint) => point.messageStart < start + cite.quotation.length && point.messageEnd > start;
    return start < 0 ? [] : statement.points.filter(isIn).map(({ id }) => ({ kind: 'point', point: id }));
  };
  return parts.map(({ roundtable, paragraphs }) => ({
    roundtable,
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      sentences: paragraph.sentences.map((one) => ({ ...one, cites: [...one.cites, ...one.cites.flatMap(points)] })),
    })),
  }));
}

function strictest(given: readonly string[]): Policy {
  return policies.findLast((policy) => given.includes(policy)) ?? 'attributed';
}

/** One record of all the roundtables, with the issues that more than one of them has. */
function together(own: DraftRecord, records: readonly DraftRecord[], policy: Policy, compared: Compared): DraftRecord {
  const all = records.flatMap(({ issues }, i) => issues.filter(({ points }) => points.length > 0).map((issue) => ({ ...issue, of: i }))); // prettier-ignore
  const common = commonGroups(all, compared);
  const closed = [own, ...records].flatMap(({ givesAway }) => givesAway ?? []);
  return {
    ...own,
    roundtable: { ...own.roundtable, attribution: policy },
    coChairs: records.flatMap(({ coChairs }) => coChairs),
    questions: [],
    statements: records.flatMap(({ statements }) => statements),
    issues: common.map((some) => ({
      kind: 'overall_issue',
      title: some[0]!.title,
      points: some.flatMap(({ points }) => points),
    })),
    decided: records.flatMap(({ decided }) => decided),
    ...(closed.length > 0 ? { givesAway: (text: string) => closed.some((gives) => gives(text)) } : {}),
  };
}

async function partText(tx: Kysely<DB>, reportId: string): Promise<Part['paragraphs']> {
  const paragraphs = await paragraphsOf(tx, reportId);
  const sentences = await sentencesOf(tx, reportId);
  const cites = await citesOf(tx, sentences.map(({ id }) => id)); // prettier-ignore
  const inParagraph = Map.groupBy(sentences, ({ paragraph_id }) => paragraph_id);
  return paragraphs.map(({ id, section, heading, question_id }) => ({
    section: section as Paragraph['section'],
    heading,
    question: question_id,
    sentences: (inParagraph.get(id) ?? []).map((one) => ({ id: one.id, text: one.text, cites: cites.get(one.id) ?? [] })),
  })); // prettier-ignore
}

async function generalRapporteurs(tx: Kysely<DB>, roundtableId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select('person.name')
    .distinct()
    .where('role.roundtable_id', '=', roundtableId)
    .where('role.kind', '=', 'general_rapporteur')
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
}
