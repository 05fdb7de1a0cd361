import type { Kysely } from 'kysely';
import { toDecideAgain } from '#analysis/points/carrying.ts';
import { issuesOf, pointsIn } from '#analysis/queries.ts';
import { saidToQuestions } from '#analysis/questions/queries.ts';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';
import type { CountFact } from '#report/cites.ts';
import { untoldObjections } from '#report/cluster/untold.ts';
import { roundtablesUnder, statementsInScope } from '#report/scope.ts';
import { dispositionsIn, type ReportRow } from '#report/text-rows.ts';
import type { SpeakerView } from '#statements/queries.ts';
import { citationsIn, isOfTheText, linesSince, paragraphRows, removedRows, restingThrough, sentencesIn, type CiteRow } from './desk-rows.ts'; // prettier-ignore
import type { DeskChanges, DeskCite, DeskParagraph, DeskSaid, DeskStanding, DeskStatement, DeskText } from './views.ts';

/** The text of a report as its desk edits it. Give it only a report that was found to be this viewer's to read. */
export async function deskText(db: Kysely<DB>, report: ReportRow): Promise<DeskText> {
  const rows = await paragraphRows(db, report.id);
  return { paragraphs: await paragraphsFrom(db, rows), ...(await standingOf(db, report)) };
}

/** What stands since: paragraphs that changed, the order where it did, and whether anything was said since. */
export async function changesSince(
  db: Kysely<DB>,
  report: ReportRow,
  have: ReadonlyMap<string, number>,
  since: number,
): Promise<DeskChanges> {
  const scope = (await roundtablesUnder(db, report)).map(({ id }) => id);
  const lines = await linesSince(db, scope, since);
  const rows = await paragraphRows(db, report.id);
  const subjects = new Set(lines.filter(({ kind }) => isOfTheText(kind)).map(({ subject_id }) => subject_id));
  const holding = await db
    .selectFrom('sentence')
    .select('paragraph_id')
    .where('id', 'in', [...subjects, report.id])
    .execute();
  const touched = new Set(holding.map(({ paragraph_id }) => paragraph_id));
  const changed = rows.filter(({ id, version }) => have.get(id) !== version || touched.has(id));
  const order = rows.map(({ id }) => id);
  return {
    changed: await paragraphsFrom(db, changed),
    order: order.join() === [...have.keys()].join() ? null : order,
    isSaid: lines.some(({ kind }) => !isOfTheText(kind)),
    ...(await standingOf(db, report)),
  };
}

async function standingOf(db: Kysely<DB>, report: ReportRow): Promise<DeskStanding> {
  const decisions = await dispositionsIn(db, report.id);
  const removed = await removedRows(db, report.id);
  return {
    state: report.state,
    through: await restingThrough(db, report.id),
    decisions: decisions.map(({ statement_id, kind, merged_with, reason }) => ({
      statement: statement_id,
      kind: kind as DeskStanding['decisions'][number]['kind'],
      mergedWith: merged_with,
      reason,
    })),
    removed: removed.map(({ id, text, by, removed_at }) => ({ id, text, by, at: removed_at!.toISOString() })),
  };
}

async function paragraphsFrom(
  db: Kysely<DB>,
  rows: Awaited<ReturnType<typeof paragraphRows>>,
): Promise<DeskParagraph[]> {
  const ids = rows.map(({ id }) => id);
  const sentences = Map.groupBy(await sentencesIn(db, ids), (row) => row.paragraph_id);
  const citations = Map.groupBy(await citationsIn(db, ids), (row) => row.sentence_id);
  return rows.map(({ id, heading, section, version }) => ({
    id,
    heading,
    section,
    version,
    sentences: (sentences.get(id) ?? []).map((sentence) => ({
      id: sentence.id,
      text: sentence.text,
      by: sentence.written_by as DeskParagraph['sentences'][number]['by'],
      cites: (citations.get(sentence.id) ?? []).map(toCite),
    })),
  }));
}

function toCite(row: CiteRow): DeskCite {
  const { id, kind, statement_id, revision, point_id, quotation, quotation_start, quotation_end } = row;
  const counted = kind === 'count' ? (row.fact as unknown as CountFact) : null;
  return {
    id,
    kind: kind as DeskCite['kind'],
    statement: statement_id,
    revision,
    point: point_id,
    quotation,
    start: quotation_start,
    end: quotation_end,
    text: row.question_text ?? row.cited_text,
    question: row.question,
    count: counted && { count: counted.count, of: counted.of },
  };
}

/** What was said in a report's scope, as this viewer may see it, with points and issues. */
export async function deskSaid(db: Kysely<DB>, viewer: Viewer, report: ReportRow): Promise<DeskSaid> {
  const inScope = (await statementsInScope(db, viewer, report)).filter(
    ({ onRecord, state, ruling }) => onRecord && state !== 'withheld' && state !== 'draft' && ruling?.decision !== 'abuse', // prettier-ignore
  );
  const regions = await regionsOf(db, inScope.flatMap(({ speakers }) => speakers)); // prettier-ignore
  const revisions = new Map(inScope.map(({ id, revision }) => [id, revision]));
  const points = (await pointsIn(db, [...revisions.keys()])).filter((point) => revisions.get(point.statementId) === point.revision); // prettier-ignore
  const toQuestions = await saidToQuestions(db, inScope, points);
  const numbers = new Map(inScope.map(({ id, number }) => [id, number]));
  const numbered = (ids: readonly string[]) => ids.map((id) => numbers.get(id)!);
  const toQuestion = (id: string) => {
    const said = toQuestions.get(id);
    return said ? { answers: numbered(said.answers), replies: numbered(said.replies) } : null;
  };
  const issues = [];
  const again = [];
  for (const { id, number } of await roundtablesUnder(db, report)) {
    issues.push(...(await issuesOf(db, id)));
    for (const one of await toDecideAgain(db, id)) if (revisions.has(one.statement.id)) again.push({ ...one, roundtable: number }); // prettier-ignore
  }
  return {
    statements: inScope.map(({ id, number, roundtable, kind, state, language, revision, body, speakers, ruling }): DeskStatement => ({ id, number, roundtable: roundtable.number, kind, state, language, revision, opening: openingOf(body ?? ''), isLong: (body ?? '').length > longestOpening, isNotRelevant: ruling?.decision === 'not_relevant', ...voicesOf(speakers, regions) })), // prettier-ignore
    points: points.map(({ id, statementId, messageStart, messageEnd, message, verb, act, state, confidence, polarity, mergedInto, wording, actors }) => ({ id, statement: statementId, start: messageStart, end: messageEnd, message, verb, act, state, confidence, isAgainst: polarity < 0 && act !== 'opposed', isMerged: mergedInto !== null, wording, who: actors.filter(({ part }) => part === 'actor').map(({ name, delegation }) => delegation?.name ?? name), toQuestion: toQuestion(id) })), // prettier-ignore
    issues: issues.map(({ id, title, kind, points }) => ({ id, title, kind, points })),
    again,
    untold: await untoldObjections(db, report, points),
  };
}

/** A statement's words as they stand, to be read in full and cited from; undefined where they are not this viewer's to read. */
export async function wordsOf(db: Kysely<DB>, viewer: Viewer, report: ReportRow, statement: string) {
  const one = (await statementsInScope(db, viewer, report)).find(({ id }) => id === statement);
  return one && one.body !== null ? { id: one.id, body: one.body, language: one.language } : undefined;
}

const longestOpening = 180;

function openingOf(body: string): string {
  const words = body.slice(0, longestOpening + 20).replace(/\s+/g, ' ').trim(); // prettier-ignore
  return words.length <= longestOpening ? words : `${words.slice(0, longestOpening).replace(/\s+\S*$/u, '')} …`;
}

/** Who said it: those spoken for, and otherwise those who spoke. */
function voicesOf(
  speakers: readonly SpeakerView[],
  regions: ReadonlyMap<string, string | null>,
): Pick<DeskStatement, 'voices'> {
  const behalf = speakers.filter(({ part }) => part === 'on_behalf_of');
  const those = behalf.length > 0 ? behalf : speakers.filter(({ part }) => part === 'speaker');
  return {
    voices: those.map(({ delegation, person }) => ({
      key: delegation?.slug ?? person ?? '',
      name: delegation?.name ?? person ?? '',
      kind: delegation?.kind ?? 'none',
      region: regions.get(delegation?.slug ?? '') ?? null,
    })),
  };
}

async function regionsOf(db: Kysely<DB>, speakers: readonly SpeakerView[]): Promise<Map<string, string | null>> {
  const slugs = [...new Set(speakers.flatMap(({ delegation }) => delegation?.slug ?? []))];
  if (slugs.length === 0) return new Map();
  const rows = await db.selectFrom('delegation').select(['slug', 'region']).where('slug', 'in', slugs).execute();
  return new Map(rows.map(({ slug, region }) => [slug, region]));
}
