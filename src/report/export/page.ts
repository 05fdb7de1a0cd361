import { say as sayIn } from '#messages/say.ts';
import { directionOf } from '#ui/direction.ts';
import { annexesAsPage } from './page-annexes.ts';
import { saidAsPage } from './page-said.ts';
import { sourceLine, type PrintedParagraph, type PrintedQuote, type PrintedSource, type WholeReport } from './whole.ts';
import { htmlFile } from './html-file.ts';
import { xml, type Xml } from './xml.ts';

/** What the parts of the page are written with. */
export interface Writing {
  report: WholeReport;
  say(code: string, values?: Record<string, unknown>): string;
  /** Marks what is not in the page's own language. */
  tongue(language: string): { lang: string | null; dir: string | null };
}

/**
 * The report as one page that needs no network and no script: each sentence leads to what it rests on, each passage to the
 * words it was taken from, and each statement back to the sentences that rest on it.
 */
export function pageOf(report: WholeReport): string {
  const writing: Writing = {
    report,
    say: (code, values) => sayIn(code, values, report.labels),
    tongue: (language) =>
      language === report.language
        ? { lang: null, dir: null }
        : {
            lang: language,
            dir: directionOf(language) === directionOf(report.language) ? null : directionOf(language),
          },
  };
  return htmlFile(
    report,
    head(writing),
    body(writing),
    ...(report.annexes ? [annexesAsPage(report.annexes, writing), saidAsPage(writing)] : []),
  );
}

function head({ report, say, tongue }: Writing): Xml[] {
  const { title, kind, symbol, facts, notes, cover, sections, labels } = report;
  return [
    xml('p', { class: 'soft', ...tongue(labels) }, [kind, symbol].filter(Boolean).join(' · ')),
    xml('h1', {}, title),
    ...notes.map((note) => xml('p', { class: 'notice', ...tongue(labels) }, note)),
    xml(
      'dl',
      {},
      facts.map(({ name, text }) => [
        xml('dt', tongue(labels), name),
        xml('dd', { dir: 'auto' }, text.startsWith('http') ? xml('a', { href: text }, text) : text),
      ]),
    ),
    xml(
      'nav',
      { 'aria-label': say('printed.contents') },
      xml(
        'ul',
        {},
        sections.flatMap(({ heading }, n) =>
          heading ? [xml('li', {}, xml('a', { href: `#s${n + 1}` }, heading))] : [],
        ),
        (report.annexes ? ['speakers', 'scale', 'coverage', 'said'] : []).map((annex) =>
          xml('li', tongue(labels), xml('a', { href: `#${annex}` }, say(`printed.${annex}`))),
        ),
      ),
    ),
    ...cover.map((line) => xml('p', {}, line)),
  ];
}

function body(writing: Writing): Xml[] {
  return writing.report.sections.flatMap(({ heading, question, paragraphs }, n) => [
    ...(heading ? [xml('h2', { id: `s${n + 1}` }, heading)] : []),
    ...(question ? [xml('p', { class: 'soft' }, question)] : []),
    ...paragraphs.flatMap((paragraph) => paragraphAsPage(paragraph, writing)),
  ]);
}

function paragraphAsPage({ number, sentences }: PrintedParagraph, writing: Writing): Xml[] {
  const { report, say, tongue } = writing;
  const text = sentences.flatMap(({ place, letter, text, sources }) => [
    xml(
      'span',
      { id: `p${place}` },
      text,
      sources.length > 0 &&
        xml('a', { class: 'l', href: `#r${place}`, 'aria-label': say('printed.to_sources', { place }) }, letter),
    ),
    ' ',
  ]);
  const cited = sentences.filter(({ sources }) => sources.length > 0);
  return [
    xml('div', { class: 'p' }, xml('b', {}, `${number}.`), xml('p', {}, text)),
    ...(cited.length === 0
      ? []
      : [
          xml(
            'details',
            { class: 'sources', open: 'open' },
            xml('summary', tongue(report.labels), say('printed.sources')),
            xml(
              'ul',
              {},
              cited.map(({ place, letter, sources }) =>
                xml(
                  'li',
                  { id: `r${place}` },
                  xml('a', { href: `#p${place}` }, letter),
                  ' ',
                  sources.map((source) => sourceAsPage(source, writing)),
                ),
              ),
            ),
          ),
        ]),
  ];
}

function sourceAsPage(source: PrintedSource, { report, tongue }: Writing): Xml {
  const { statement, quotes, note } = source;
  const name = sourceLine(source);
  return xml(
    'span',
    {},
    xml('span', tongue(report.labels), statement ? xml('a', { href: `#${anchorOf(statement)}` }, name) : name),
    quotes.map((quote) => xml('blockquote', tongue(quote.language), ...marked(quote))),
    note && xml('span', { class: 'soft', dir: 'auto' }, quotes.length > 0 ? note : `: ${note}`),
  );
}

function marked({ text, start, end }: PrintedQuote) {
  return [text.slice(0, start), xml('mark', {}, text.slice(start, end)), text.slice(end)];
}

/** Where a statement stands in the page: “2.1/7” as an anchor. */
export function anchorOf(statement: string): string {
  return `said-${statement.replace('/', '-')}`;
}

/** Sentences by their places, each a link to where it stands. */
export function places(sentences: readonly string[]) {
  return sentences.map((place, n) => [n > 0 && ', ', xml('a', { href: `#p${place}` }, place)]);
}
