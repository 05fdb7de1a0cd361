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
function refuseBroken({ statements, roundtables, delegations, report }: Archive): void {
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
