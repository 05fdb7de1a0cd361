import { Refusal } from '#record/refusals.ts';
import { archiveShape, type Archive } from '#report/export/archive/shape.ts';
import { inAkomaNtoso } from '#report/export/archive/carried.ts';
import { isArchive } from '#importing/rules.ts';

/**
 * The archive of a report that a text is: as JSON, or as it is carried in our Akoma Ntoso. Null where the text is none.
 * Refuses one that is broken, with the place of the first thing that is wrong, and one whose quotations are not in its own
 * statements.
 */
export function archiveIn(text: string): Archive | null {
  if (!isArchive(text)) return null;
  const given = parsed(text);
  const { success, data, error } = archiveShape.safeParse(given);
  if (!success)
    throw new Refusal({ code: 'archive.broken', values: { place: error.issues[0]!.path.join('.') || '–' } });
  refuseBroken(data);
  return data;
}

function parsed(text: string): unknown {
  const isJson = text.trimStart().startsWith('{');
  const json = isJson ? text : inAkomaNtoso(text);
  if (json === null) throw new Refusal('archive.not_carried');
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal({ code: 'archive.broken', values: { place: '–' } });
  }
}

/** Whatever it names must be in it, and whatever it quotes must stand there: an archive is edited as easily as any text. */
function refuseBroken(archive: Archive): void {
  const { statements, roundtables, delegations, report } = archive;
  const keys = new Map(statements.map((statement) => [statement.key, statement]));
  const numbers = new Map(roundtables.map((roundtable) => [roundtable.number, roundtable]));
  const slugs = new Set(delegations.map(({ slug }) => slug));
  const refuse = (place: string): never => {
    throw new Refusal({ code: 'archive.broken', values: { place } });
  };
  if (keys.size < statements.length || numbers.size < roundtables.length || slugs.size < delegations.length)
    refuse('twice');
  if (!numbers.has(report.roundtable)) refuse(report.roundtable);
  for (const { parent } of roundtables) if (parent && !numbers.has(parent)) refuse(parent);
  for (const { key, revisions, speakers, points, answers } of statements) {
    const questions = numbers.get(key.split('/')[0]!)?.questions ?? refuse(key);
    if (answers.some((answer) => answer > questions.length)) refuse(key);
    const named = [...speakers, ...points.flatMap(({ actors }) => actors)];
    if (named.some(({ delegation }) => delegation && !slugs.has(delegation))) refuse(key);
    for (const { revision, sentenceStart, sentenceEnd, messageStart, messageEnd } of points) {
      const length = revisions[revision - 1]?.body.length ?? 0;
      const isWithin = (start: number, end: number) => 0 <= start && start < end && end <= length;
      if (!isWithin(sentenceStart, sentenceEnd) || !isWithin(messageStart, messageEnd)) refuse(key);
    }
  }
  const broken = brokenOrder(archive, keys, slugs);
  if (broken !== null) refuse(broken);
  for (const { place, citations } of report.paragraphs.flatMap(({ sentences }) => sentences))
    for (const citation of citations) {
      if (citation.kind === 'question' && !numbers.get(citation.roundtable)?.questions[citation.question - 1])
        refuse(place);
      if (citation.kind !== 'passage' && citation.kind !== 'point') continue;
      const { revisions, points } = keys.get(citation.statement) ?? refuse(place);
      const body = revisions[citation.revision - 1]?.body ?? '';
      if (body.slice(citation.start, citation.end) !== citation.quotation || citation.quotation === '')
        throw new Refusal({ code: 'archive.misquotes', values: { place, statement: citation.statement } });
      if (citation.kind === 'point' && !points[citation.point - 1]) refuse(place);
    }
}

/** The first thing that is wrong in how points, issues and recommendations refer to one another; null where all is well. */
function brokenOrder(
  { statements, issues, recommendations, roundtables }: Archive,
  keys: ReadonlyMap<string, Archive['statements'][number]>,
  slugs: ReadonlySet<string>,
): string | null {
  const isPoint = ({ statement, point }: { statement: string; point: number }, within?: string) =>
    Boolean(keys.get(statement)?.points[point - 1]) && (within === undefined || statement.startsWith(`${within}/`));
  for (const { key, points } of statements)
    for (const [n, { mergedInto, answeredIn }] of points.entries()) {
      const isItself = mergedInto?.statement === key && mergedInto.point === n + 1;
      if (isItself || (mergedInto && !isPoint(mergedInto, key.split('/')[0]))) return key;
      if (new Set(answeredIn).size < answeredIn.length || answeredIn.some((answer) => !keys.has(answer))) return key;
    }
  const numbers = new Set(roundtables.map(({ number }) => number));
  for (const [n, { roundtable, title, under, mergedInto, points }] of issues.entries()) {
    const others = [under, mergedInto].filter((place) => place !== null);
    const isThere = (place: number) => issues[place - 1]?.roundtable === roundtable && place !== n + 1;
    if (!numbers.has(roundtable) || !others.every(isThere) || !points.every((place) => isPoint(place))) return title;
    if (comesBack(issues, n, 'under') || comesBack(issues, n, 'mergedInto')) return title;
    if (new Set(points.map(({ statement, point }) => `${statement} ${point}`)).size < points.length) return title;
  }
  const seen = new Set<string>();
  for (const { roundtable, number, voices, to, earlier } of recommendations) {
    const place = `${roundtable} ${number}`;
    const isTwice = seen.has(place) || new Set(voices.map(({ statement, point }) => `${statement} ${point}`)).size < voices.length; // prettier-ignore
    seen.add(place);
    if (isTwice || !numbers.has(roundtable) || !voices.every((voice) => isPoint(voice, roundtable))) return place;
    if (to.some(({ delegation }) => delegation && !slugs.has(delegation))) return place;
    if (new Set(earlier.map(({ version }) => version)).size < earlier.length) return place;
  }
  return null;
}

/** Whether one comes back to where one began by going up, or from merge to merge. */
function comesBack(issues: Archive['issues'], from: number, by: 'under' | 'mergedInto'): boolean {
  let at = issues[from]![by];
  for (let steps = 0; at !== null && steps <= issues.length; steps++) {
    if (at - 1 === from) return true;
    at = issues[at - 1]?.[by] ?? null;
    if (steps === issues.length) return true;
  }
  return false;
}
