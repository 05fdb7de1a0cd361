import { anchorOf, places, type Writing } from './page.ts';
import { wordsOf, type PrintedStatement } from './whole.ts';
import { xml, type Xml } from './xml.ts';

interface Passage {
  start: number;
  end: number;
  place: string;
}

/** What was said, in full: what a sentence rests on is marked, and leads back to it. */
export function saidAsPage({ report, say, tongue }: Writing): Xml[] {
  const { said, labels } = report;
  const quoted = passagesByStatement(report);
  return [
    xml('h2', { id: 'said', ...tongue(labels) }, say('printed.said')),
    xml('p', { class: 'soft', ...tongue(labels) }, say('printed.said_text')),
    ...said.map((statement) => {
      const { key, who, what, language, body, sentences } = statement;
      return xml(
        'article',
        { id: anchorOf(key) },
        xml('h3', {}, `${key} `, xml('span', tongue(labels), `${who}, ${what}`)),
        body === null
          ? xml('p', { class: 'soft', ...tongue(labels) }, say('printed.no_words'))
          : xml('div', tongue(language), inParagraphs(body, placed(statement, quoted.get(key) ?? []))),
        sentences.length > 0 &&
          xml(
            'p',
            { class: 'where' },
            xml('span', tongue(labels), `${say('printed.reflected_in')} `),
            places(sentences),
          ),
      );
    }),
  ];
}

/** The exact words each statement is quoted with, and where. */
function passagesByStatement({ sections }: Writing['report']): Map<string, { words: string; place: string }[]> {
  const quoted = new Map<string, { words: string; place: string }[]>();
  for (const { place, sources } of sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ sentences }) => sentences))
    for (const { statement, quotes } of sources)
      if (statement)
        quoted.set(statement, [
          ...(quoted.get(statement) ?? []),
          ...quotes.map((quote) => ({ words: wordsOf(quote), place })),
        ]);
  return quoted;
}

/** Words that have been revised since are no longer there, and are not marked. */
function placed({ body }: PrintedStatement, quoted: readonly { words: string; place: string }[]): Passage[] {
  return quoted.flatMap(({ words, place }) => {
    const start = body!.indexOf(words);
    return start === -1 ? [] : [{ start, end: start + words.length, place }];
  });
}

function inParagraphs(body: string, passages: readonly Passage[]): Xml[] {
  const paragraphs: Xml[] = [];
  for (const match of body.matchAll(/[^\n]+/g)) {
    const from = match.index;
    paragraphs.push(xml('p', {}, marked(match[0], from, passages)));
  }
  return paragraphs;
}

/** A paragraph's text with what is quoted from it marked, and after each passage the sentence that quotes it. */
function marked(text: string, from: number, passages: readonly Passage[]) {
  const here = passages.filter(({ start, end }) => start < from + text.length && end > from);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of here) cuts.add(Math.max(0, start - from)).add(Math.min(text.length, end - from));
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((end, n) => {
    const start = ordered[n]!;
    const words = text.slice(start, end);
    const isQuoted = here.some((one) => one.start - from <= start && one.end - from >= end);
    const ending = here.filter((one) => one.end - from === end);
    return [
      isQuoted ? xml('mark', {}, words) : words,
      ending.map(({ place }) => xml('a', { class: 'l', href: `#p${place}` }, place)),
    ];
  });
}
