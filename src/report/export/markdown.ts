import { say as sayIn } from '#messages/say.ts';
import {
  sourceLine,
  wordsOf,
  type Annexes,
  type PrintedSentence,
  type PrintedSource,
  type WholeReport,
} from './whole.ts';

/** CommonMark with footnotes: one for each sentence, with what it rests on. */
export function markdownOf(report: WholeReport): string {
  const say = (code: string, values?: Record<string, unknown>) => sayIn(code, values, report.labels);
  const { title, symbol, kind, facts, notes, cover, sections, annexes } = report;
  const sentences = sections.flatMap(({ paragraphs }) => paragraphs).flatMap((paragraph) => paragraph.sentences);
  const blocks = [
    `# ${plain(title)}`,
    [kind, symbol]
      .filter(Boolean)
      .map((text) => plain(text!))
      .join(' · '),
    ...notes.map((note) => `> ${plain(note)}`),
    table(
      [],
      facts.map(({ name, text }) => [`**${cell(name)}**`, cell(text)]),
    ),
    ...cover.map(plain),
    ...sections.flatMap(({ heading, question, paragraphs }) => [
      ...(heading ? [`## ${plain(heading)}`] : []),
      ...(question ? [`*${plain(question)}*`] : []),
      // An escaped full stop keeps the number the report gives, whatever a list would make of it.
      ...paragraphs.map(({ number, sentences }) => `**${number}\\.** ${sentences.map(sentence).join(' ')}`),
    ]),
    ...(annexes ? annexed(annexes, say) : []),
    ...sentences.filter(({ sources }) => sources.length > 0).map(footnote),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function annexed({ closing, speakers, scale, ledger, head }: Annexes, say: (code: string) => string): string[] {
  return [
    ...closing.flatMap(({ title, lines }) => [`## ${plain(title)}`, ...lines.map(plain)]),
    `## ${say('printed.speakers')}`,
    speakers.length > 0
      ? table(
          ['speaker', 'speaker_kind', 'speaker_persons', 'speaker_statements'].map((code) => say(`printed.${code}`)),
          speakers.map(({ name, kind, persons, statements }) => [
            cell(name),
            cell(kind),
            cell(persons.join('; ')),
            `${statements}`,
          ]),
        )
      : say('printed.speakers_none'),
    `## ${say('printed.scale')}`,
    say('printed.scale_text'),
    table(
      [say('printed.word'), say('printed.means')],
      scale.map(({ word, meaning }) => [cell(word), cell(meaning)]),
    ),
    `## ${say('printed.coverage')}`,
    [ledger.title, ...ledger.notes].map((line) => plain(line.endsWith('.') ? line : `${line}.`)).join(' '),
    table(
      ['statement', 'speaker', 'state', 'where'].map((code) => say(`printed.${code}`)),
      ledger.lines.map((line) => [
        cell(line.statement),
        cell(`${line.who}, ${line.what}`),
        cell(line.name),
        cell([line.sentences.join(', '), line.why].filter(Boolean).join('. ')),
      ]),
    ),
    // In a block of code: nothing in it is to be read as markup, nor broken.
    ...(head ? [`## ${plain(head.title)}`, plain(head.about), `\`\`\`\n${head.note.trimEnd()}\n\`\`\``] : []),
  ];
}

function sentence({ text, place, sources }: PrintedSentence): string {
  return `${plain(text)}${sources.length > 0 ? `[^${place}]` : ''}`;
}

function footnote({ place, sources }: PrintedSentence): string {
  return `[^${place}]: ${sources.map(source).join('; ')}`;
}

function source(given: PrintedSource): string {
  const { address, quotes, note } = given;
  const name = plain(sourceLine(given));
  const words = quotes.map((quote) => `“${plain(wordsOf(quote))}”`).join(', ');
  return [address ? `[${name}](${address})` : name, words, note && plain(note)].filter(Boolean).join(': ');
}

function table(head: string[], rows: string[][]): string {
  const columns = head.length || (rows[0]?.length ?? 0);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.length > 0 ? head : Array.from({ length: columns }, () => '')),
    line(Array.from({ length: columns }, () => '---')),
    ...rows.map(line),
  ].join('\n');
}

function cell(text: string): string {
  return plain(text).replaceAll('|', '\\|');
}

/** What somebody wrote, on one line, with nothing in it that Markdown or HTML would read as markup. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~]/g, '\\$&')
    .replaceAll('&', '&amp;');
}
