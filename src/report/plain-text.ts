import { ledgerStates, type LedgerState } from './ledger/rules.ts';
import type { CitationView, LedgerLine, LedgerView, ReportView, SentenceView } from './views.ts';

/** How each state is written in a bar of plain letters, from full to empty. */
const cells: Record<LedgerState, string> = {
  reflected: '#',
  merged: '/',
  noted: '=',
  not_retained: 'x',
  omitted: '-',
  withdrawn: 'w',
  held: 'h',
  open: '.',
};

const words: Record<LedgerState, string> = {
  reflected: 'reflected',
  merged: 'merged',
  noted: 'noted',
  not_retained: 'not retained',
  omitted: 'omitted',
  withdrawn: 'withdrawn',
  held: 'held',
  open: 'OPEN',
};

/** A report to be read in a terminal: numbered paragraphs, a letter after each sentence, and its sources below. */
export function reportAsText(report: ReportView, width = 80): string {
  const head = [report.symbol, report.title, `RT ${report.roundtable.number} · ${report.state.replaceAll('_', ' ')}`];
  const parts = [head.filter(Boolean).join('\n')];
  for (const { number, heading, sentences } of report.paragraphs) {
    if (heading !== null) {
      parts.push(`${heading}\n${'='.repeat(Math.min(heading.length, width))}`);
      continue;
    }
    const label = `${number}. `.padStart(5);
    const text = sentences.map((sentence) => `${sentence.text} [${sentence.letter}]`).join(' ');
    parts.push(
      [wrapped(text, width, label), ...sentences.map((sentence) => sourcesAsText(sentence, width))].join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function sourcesAsText({ letter, citations }: SentenceView, width: number): string {
  if (citations.length === 0) return `       ${letter}  no source`;
  return citations
    .map((citation, i) =>
      wrapped(sourceAsText(citation), width, i === 0 ? `       ${letter}  ` : ' '.repeat(9 + letter.length)),
    )
    .join('\n');
}

function sourceAsText({ kind, statement, quotation, question, sentence, count, fact }: CitationView): string {
  if (statement) {
    const who = statement.speakers
      .filter(({ part }) => part === 'speaker')
      .map(({ delegation, person }) => delegation?.name ?? person);
    const named = who.length > 0 ? `${who.join(' and ')}, ` : '';
    return `${named}statement ${statement.roundtable}/${statement.number}${quotation ? `: “${oneLine(quotation)}”` : ''}`;
  }
  if (question) return `guiding question ${question.number}`;
  if (sentence) return `report of RT ${sentence.report.roundtable}, sentence ${sentence.paragraph}${sentence.letter}`;
  if (count) {
    const against = count.against.length > 0 ? ` Against: ${count.against.map(({ name }) => name).join(', ')}.` : '';
    const names = count.delegations.length > 0 ? ` ${count.delegations.map(({ name }) => name).join(', ')}.` : '';
    return `${count.count} of ${count.of}, ${count.opposed} opposed.${names}${against}`;
  }
  if (kind === 'programme') return `programme: ${String(fact?.about ?? 'as printed').replaceAll('_', ' ')}`;
  return 'a statement that is not yours to read';
}

/** The ledger in a terminal: the coverage bar, its key, then a line for every statement. */
export function ledgerAsText(ledger: LedgerView, width = 80): string {
  const { report, total, offRecord, setAside, counts, lines } = ledger;
  const accounted = total - counts.open;
  const summary =
    counts.open === 0
      ? `All ${total} statements are accounted for.`
      : `${accounted} of ${total} statements are accounted for, ${counts.open} open.`;
  const off = [
    ...(offRecord > 0 ? [`Off the record: ${offRecord}.`] : []),
    ...(setAside > 0 ? [`Set aside as spam or abuse: ${setAside}.`] : []),
  ];
  return `${[
    `${report.title} · RT ${report.roundtable}`,
    '',
    ...coverageBar(
      lines.map(({ state }) => state),
      width,
    ),
    '',
    ...key(counts),
    '',
    summary,
    ...off,
    '',
    ...lines.map((line) => lineAsText(line, width)),
  ].join('\n')}\n`;
}

/** One cell a statement, from most to least present; over the width of the page the cells go on below. */
export function coverageBar(states: readonly LedgerState[], width = 80): string[] {
  const bar = ledgerStates.flatMap((state) => states.filter((one) => one === state).map((one) => cells[one])).join('');
  return bar.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

/** Every state that occurs, with its cell and how often. */
function key(counts: Record<LedgerState, number>): string[] {
  const occurring = ledgerStates.filter((state) => counts[state] > 0);
  return occurring.map((state) => `${cells[state]} ${words[state].padEnd(14)}${String(counts[state]).padStart(4)}`);
}

function lineAsText(
  { statement, state, sentences, points, mergedWith, reason, ruling }: LedgerLine,
  width: number,
): string {
  const number = `${statement.roundtable}/${statement.number}`.padEnd(8);
  const who = statement.speakers.find(({ part }) => part === 'speaker');
  const name = who?.delegation?.name ?? who?.person ?? '–';
  const where = sentences.map(({ paragraph, letter }) => `${paragraph}${letter}`).join(', ');
  const what = [
    words[state],
    where && `in ${where}`,
    state === 'reflected' && points.all > 0 && `${points.cited} of ${points.all} points`,
    mergedWith && `with ${mergedWith.roundtable}/${mergedWith.number}`,
    ruling && (ruling.title ?? ruling.words),
    reason,
  ];
  return wrapped(`${name}: ${what.filter(Boolean).join(', ')}`, width, `${cells[state]} ${number}`);
}

/** The text in lines of at most this width, indented under its label. A word longer than a line stands alone. */
function wrapped(text: string, width: number, label = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && label.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += (line === '' ? '' : ' ') + word;
  }
  const indent = ' '.repeat(label.length);
  return [...lines, line].map((one, i) => (i === 0 ? label : indent) + one).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
