import type { addressesIn } from '#routes/addresses.ts';
import type { Dates } from '#ui/dates.ts';
import type { Passage } from '#ui/passage.ts';
import { isNamed, opensWords, type Quantifier, type Sentence, type Source } from '#ui/sentence.ts';
import type { Tag } from '#ui/tag.ts';
import { whoIn } from '#report/who.ts';
import type { CitationView, CountView, ReportView, SentenceView } from '#report/views.ts';
import type { SpeakerView } from '#statements/queries.ts';
import { placeOfQuantifier } from './quantified.ts';

/** What the margin needs to know beside the citations. */
export interface Reading {
  report: Omit<ReportView, 'paragraphs'>;
  to: ReturnType<typeof addressesIn>;
  dates: Dates;
  /** In which roundtable, by number, a guiding question with this id was asked. */
  asked: ReadonlyMap<string, string>;
  say(code: string, values?: Record<string, unknown>): string;
}

/** More sources than this are counted in the margin, and listed where they open. */
const longestLine = 3;

/** A sentence of a report as it is shown: its words, and what its letter opens. */
export function shownSentence({ letter, text, citations }: SentenceView, reading: Reading): Sentence {
  const sources = saidOnce(citations.flatMap((citation) => sourceOf(citation, reading)));
  const counted = citations.find(({ count }) => count !== null)?.count;
  const quantifier = counted ? quantifierIn(text, counted, reading) : undefined;
  const isLong = sources.filter(isNamed).length > longestLine;
  if (counted && sources.length === 0)
    return { letter, text, sources: [{ text: countedAs(counted, reading) }], quantifier: quantifier! };
  return {
    letter,
    text,
    sources,
    ...(isLong || counted ? { brief: briefly(sources, citations, counted, reading) } : {}),
    ...(quantifier ? { quantifier } : {}),
  };
}

function sourceOf(citation: CitationView, reading: Reading): Source[] {
  const { say, to } = reading;
  if (citation.kind === 'count') return [];
  if (citation.question) {
    const { id, number, text } = citation.question;
    const href = `${to.roundtable(reading.asked.get(id) ?? reading.report.roundtable.number)}#q${number}`;
    return [{ text: say('reading.source.question', { number }), href, quote: { text } }];
  }
  if (citation.sentence) {
    const { paragraph, letter, text, report } = citation.sentence;
    const values = { roundtable: report.roundtable, paragraph, letter };
    const href = `${to.report(report.roundtable)}#s${paragraph}${letter}`;
    return [{ text: say('reading.source.sentence', values), href, quote: { text } }];
  }
  if (citation.fact) {
    const about = String(citation.fact.about ?? citation.fact.what ?? '');
    const href = to.roundtable(reading.report.roundtable.number);
    return [{ text: say('reading.source.programme', { about }), ...(about === 'printed' ? {} : { href }) }];
  }
  if (citation.constituency !== undefined)
    return [{ text: say('reading.source.unnamed', { constituency: citation.constituency ?? 'none' }) }];
  if (!citation.statement) return [{ text: say('reading.source.hidden') }];
  return [statementSource(citation, citation.statement, reading)];
}

/** Several passages of one statement stand under one line. */
function saidOnce(sources: Source[]): Source[] {
  const seen = new Set<string>();
  return sources.map((source) => {
    const line = `${source.tags?.map(({ name }) => name)} ${source.text}`;
    if (!source.quote || !seen.has(line)) {
      seen.add(line);
      return source;
    }
    const { tags: _tags, text: _text, href: _href, ...words } = source;
    return words;
  });
}

function statementSource(
  citation: CitationView,
  statement: NonNullable<CitationView['statement']>,
  reading: Reading,
): Source {
  const { say, to, dates } = reading;
  const { number, roundtable, kind, saidAt, revision, revisedSince } = statement;
  const elsewhere = roundtable !== reading.report.roundtable.number;
  const isWritten = kind === 'comment' || kind === 'written_statement';
  const when = saidAt && (isWritten ? dates.shortDay(saidAt) : dates.time(saidAt));
  const tags = speakerTags(statement.speakers, to);
  const address = to.statement({ roundtable: { number: roundtable }, number });
  const values = { kind, number, when, elsewhere: String(elsewhere), roundtable };
  const text = say(when ? 'reading.source.statement' : 'reading.source.undated', values);
  if (citation.quotation === null) return { tags, text, note: say('reading.source.unreadable') };
  return {
    tags,
    text,
    quote: quoted(citation, statement.language),
    ...(revisedSince ? { note: say('reading.source.revised', { revision }) } : {}),
    links: [{ text: say('reading.source.in_full'), href: `${address}${textFragment(citation.quotation)}` }],
  };
}

/** Those who spoke, or for whom they did. */
export function speakerTags(speakers: readonly SpeakerView[], to: Reading['to']): Tag[] {
  return whoIn(speakers).map(({ name, kind, slug }) =>
    slug === null ? { name, kind: 'none' } : delegationTag({ name, kind, slug }, to),
  );
}

/** Someone whom the register does not hold has a name and no page. */
function delegationTag(delegation: { slug: string; name: string; kind: string }, to: Reading['to']): Tag {
  const { href, ...tag } = to.tag(delegation);
  return delegation.slug ? { ...tag, href: href! } : tag;
}

/** The exact words marked, with what stands around them up to the nearest whole word. */
function quoted({ quotation, before, after }: CitationView, lang: string): Passage {
  const lead = (before ?? '').length < 40 ? (before ?? '') : `… ${(before ?? '').replace(/^\S*\s+/u, '')}`;
  const rest = (after ?? '').length < 40 ? (after ?? '') : `${(after ?? '').replace(/\s+\S*$/u, '')} …`;
  const text = `${lead}${quotation}${rest}`;
  return { text, lang, marks: [{ from: lead.length, to: lead.length + quotation!.length }] };
}

/** Browsers that know text fragments show the passage lit on the statement's own page; others open the page. */
function textFragment(quotation: string): string {
  const words = quotation.split(/\s+/).filter(Boolean);
  const encode = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const fragment = words.length > 8 ? `${encode(words.slice(0, 4))},${encode(words.slice(-4))}` : encode(words);
  return `#:~:text=${fragment}`;
}

function quantifierIn(text: string, counted: CountView, { to, say }: Reading): Quantifier {
  const { quantifier, count, of, opposed, rule, delegations, against } = counted;
  const word = quantifier.charAt(0).toUpperCase() + quantifier.slice(1);
  const hidden = count > 0 && delegations.length === 0;
  // A rule is a sentence, or only what the word means.
  const sentence = /^\p{Ll}/u.test(rule) ? say('reading.rule', { word: quantifier, rule }) : rule;
  return {
    ...placeOfQuantifier(text, quantifier),
    word,
    count,
    of,
    rule: hidden ? `${sentence} ${say('reading.names_withheld')}` : sentence,
    names: delegations.map((delegation) => delegationTag(delegation, to)),
    opposed: against.map((delegation) => delegationTag(delegation, to)),
    against: opposed,
  };
}

function countedAs({ count }: CountView, { say }: Reading): string {
  return say('reading.source.counted', { count, passages: 0 });
}

function briefly(
  sources: Source[],
  citations: readonly CitationView[],
  counted: CountView | null | undefined,
  reading: Reading,
): string {
  const passages = sources.filter(opensWords).length;
  const names = new Set(sources.flatMap(({ tags }) => tags?.map(({ name }) => name) ?? []));
  if (counted) return reading.say('reading.source.counted', { count: counted.count, passages });
  if (names.size > 0 && citations.every(({ statement }) => statement))
    return reading.say('reading.source.counted', { count: names.size, passages });
  const asked = citations.every(({ question }) => question);
  return reading.say(asked ? 'reading.source.questions' : 'reading.source.passages', { passages: sources.length });
}
