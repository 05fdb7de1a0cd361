import { findPoints, nameIssue } from '#analysis/acts.ts';
import { noteAnswer } from '#analysis/questions/acts.ts';
import { meaning, usualScale } from '#report/quantifier.ts';
import { decideDisposition, enterReport, moveReport } from '#report/acts.ts';
import { askLineCorrection, decideLineCorrection } from '#report/corrections/acts.ts';
import { recordRecommendation, supportRecommendation } from '#report/recommendations/acts.ts';
import type { Calendar } from './calendar.ts';
import type { Forum } from '#record/forum.ts';
import type { Doing, Ids } from './world.ts';
import { tookTheFloor } from './world/readings.ts';
import type { Citation, LineAsked, Report, Statement, When, World } from './world/types.ts';

/** What became of what was said: points, the issues they belong to, the reports, and a line in the ledger for everything. */
export async function enterReports(
  { db }: Forum,
  doing: Doing,
  calendar: Calendar,
  world: World,
  ids: Ids,
): Promise<void> {
  const points = await findAllPoints(doing, world, ids);
  const drafted: When = [-7, '09:00'];
  const said = await db.selectFrom('point').select(['id', 'message']).execute();
  const messages = new Map(said.map(({ id, message }) => [id, message]));
  for (const { roundtable, title, points: raisedBy, only = {} } of world.issues)
    await doing(drafted, nameIssue, {
      roundtable: ids.roundtables.get(roundtable)!,
      kind: 'main_issue',
      title,
      points: raisedBy.flatMap((key) => belonging(points.get(key) ?? [], only[key], messages)),
    });
  // What one asks for and another opposes, recorded so that the lists of a roundtable show both.
  const [wall, separation] = [points.get('2.1/s16')![2]!, points.get('2.1/s27')![0]!];
  const { id: recommendation } = await doing(drafted, recordRecommendation, {
    roundtable: ids.roundtables.get('2.1')!,
    text: 'A wall between the arrivals desk and enforcement, written into law and into the software',
    points: [wall],
    to: ['national and local authorities'],
  });
  await doing(drafted, supportRecommendation, { recommendation, point: separation });
  // A question from the floor that was answered, as the rapporteur marked it.
  const [asked] = belonging(points.get('2.1/s36')!, ['Una pregunta a las ciudades'], messages);
  await doing(drafted, noteAnswer, { point: asked!, statement: ids.statements.get('2.1/s40')! });
  for (const report of world.reports) await enterOne(doing, calendar, world, report, ids);
  for (const line of world.lines) await correctOne(doing, line, ids);
}

/** Of a statement's points those that begin so; all of them where nothing is said. Each beginning is there to be found. */
function belonging(points: string[], only: string[] | undefined, messages: ReadonlyMap<string, string>): string[] {
  if (!only) return points;
  return only.map((words) => {
    const point = points.find((id) => messages.get(id)!.startsWith(words));
    if (!point) throw new Error(`No point begins with “${words}”`);
    return point;
  });
}

/** What a delegation asked of a sentence of a circulated report, and how it was decided, where it was. */
async function correctOne(doing: Doing, line: LineAsked, ids: Ids): Promise<void> {
  const { report, sentence, delegation, by, at, body, reason, accepted } = line;
  const { id } = await doing(at, askLineCorrection, {
    report: ids.reports.get(report)!,
    sentence: ids.sentences.get(sentence)!,
    delegation: ids.delegations.get(delegation)!,
    body,
    reason,
  }, by); // prettier-ignore
  if (accepted)
    await doing(accepted.at, decideLineCorrection, { correction: id, decision: 'accepted', words: accepted.words }); // prettier-ignore
}

/** Roundtable by roundtable, when the last word of it had been said. */
async function findAllPoints(doing: Doing, world: World, ids: Ids): Promise<Map<string, string[]>> {
  const points = new Map<string, string[]>();
  for (const said of Map.groupBy(world.statements, ({ roundtable }) => roundtable).values()) {
    const statements = said.map(({ key }) => ids.statements.get(key)!);
    const found = await doing(said.at(-1)!.at, findPoints, { statements });
    said.forEach(({ key }, i) => points.set(key, found.points[i]!));
  }
  return points;
}

async function enterOne(doing: Doing, calendar: Calendar, world: World, report: Report, ids: Ids): Promise<void> {
  const { title, symbol, circulated, closes, paragraphs } = report;
  const roundtable = ids.roundtables.get(report.roundtable)!;
  const rapporteur = world.roundtables.find(({ number }) => number === report.roundtable)!.rapporteur;
  const { id, sentences } = await doing(circulated, enterReport, {
    roundtable,
    kind: 'record',
    title,
    symbol,
    rapporteur: world.people.find(({ key }) => key === rapporteur)!.name,
    language: 'en',
    attribution: 'attributed',
    state: 'draft',
    source: 'draft',
    paragraphs: paragraphs.map((paragraph) => ({
      section: paragraph.section,
      ...(paragraph.heading ? { heading: paragraph.heading } : {}),
      ...(paragraph.question ? { question: ids.questions.get(`${report.roundtable}/${paragraph.question}`)! } : {}),
      sentences: paragraph.sentences.map(({ text, cites }) => ({
        text,
        writtenBy: 'person' as const,
        cites: cites.map((cite) => asCited(cite, world, report.roundtable, ids)),
      })),
    })),
  });
  ids.reports.set(report.roundtable, id);
  paragraphs.forEach((paragraph, i) => paragraph.sentences.forEach(({ text }, n) => ids.sentences.set(text, sentences[i]![n]!))); // prettier-ignore
  for (const { statement, kind, with: other, reason } of report.dispositions) {
    if (kind === 'not_retained') continue; // follows from the Chair's ruling
    await doing(circulated, decideDisposition, {
      report: id,
      statement: ids.statements.get(statement)!,
      kind,
      ...(other ? { mergedWith: ids.statements.get(other)! } : {}),
      ...(reason ? { reason } : {}),
    });
  }
  await doing(circulated, moveReport, { report: id, to: 'co_chair_review' });
  await doing(circulated, moveReport, { report: id, to: 'correction_window', correctionsCloseAt: calendar.at(closes) });
}

function asCited(cite: Citation, world: World, number: string, ids: Ids) {
  if ('statement' in cite)
    return { kind: 'passage' as const, statement: ids.statements.get(cite.statement)!, quotation: cite.quote };
  if ('question' in cite)
    return { kind: 'question' as const, question: ids.questions.get(`${number}/${cite.question}`)! };
  if ('programme' in cite) return { kind: 'programme' as const, fact: { about: cite.programme } };
  const here = (statement: Statement) => statement.roundtable === number;
  const floor = [...tookTheFloor(world.statements.filter(here))];
  const { of: delegations, opposed: against = [], quantifier } = cite.count;
  const silent = floor.filter((slug) => !delegations.includes(slug) && !against.includes(slug));
  const counted = { count: delegations.length, of: floor.length, opposed: against.length };
  const rule = meaning(usualScale.find(({ word }) => word === quantifier)!);
  return { kind: 'count' as const, fact: { quantifier, rule, ...counted, delegations, against, silent } };
}
