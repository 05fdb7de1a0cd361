import { ledgerStates } from '#report/ledger/rules.ts';
import type { LedgerLine } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Printing } from './print.ts';
import { whoIn } from '#report/who.ts';
import { keyOf, whoInWords } from './print-names.ts';
import type { Annexes, PrintedLine, PrintedStatement } from './whole.ts';

export function printedLedger(printing: Printing): Annexes['ledger'] {
  const { ledger } = printing.gathered;
  const { say } = printing;
  const { counts, total, offRecord, setAside } = ledger;
  return {
    title: say('reading.accounted', { open: counts.open, total }),
    notes: [
      ...(offRecord > 0 ? [say('reading.off_record', { count: offRecord })] : []),
      ...(setAside > 0 ? [say('reading.set_aside', { count: setAside })] : []),
    ],
    counts: ledgerStates
      .filter((state) => counts[state] > 0)
      .map((state) => ({ state, name: say(`ui.ledger.${state}`), count: counts[state] })),
    lines: ledger.lines.map((line) => printedLine(line, printing)),
  };
}

function printedLine(line: LedgerLine, { gathered, dates, say }: Printing): PrintedLine {
  const { statement, state, sentences, points, mergedWith, reason, ruling } = line;
  const { kind, saidAt, speakers } = statement;
  const why = [
    state === 'reflected' && points.all > 0 && say('reading.points', points),
    mergedWith && `${keyOf(mergedWith)}.`,
    reason,
    ruling && say('reading.ruling', { title: ruling.title ?? '', words: ruling.words, day: dates.shortDay(ruling.at) }),
  ];
  return {
    statement: keyOf(statement),
    who: whoInWords(speakers, gathered.report.language) ?? say('reading.unnamed', { state }),
    what: say(saidAt ? 'reading.said' : 'reading.said.undated', { kind, when: saidAt && dates.moment(saidAt) }),
    state,
    name: say(`ui.ledger.${state}`),
    sentences: sentences.map(({ paragraph, letter }) => `${paragraph}${letter}`),
    why: why.filter(Boolean).join(' '),
  };
}

/** What was said, in its order: what stands in the ledger, and what the report cites from elsewhere. */
export function printedStatements(printing: Printing): PrintedStatement[] {
  const { gathered } = printing;
  const lines = new Map(gathered.ledger.lines.map((line) => [line.statement.id, line]));
  const cited = new Map<string, string[]>();
  for (const { number, sentences } of gathered.report.paragraphs)
    for (const { letter, citations } of sentences)
      for (const { statement } of citations)
        if (statement) {
          const places = cited.get(statement.id) ?? [];
          if (!places.includes(`${number}${letter}`)) cited.set(statement.id, [...places, `${number}${letter}`]);
        }
  return gathered.statements
    .filter(({ id }) => lines.has(id) || cited.has(id))
    .map((statement) => {
      const places = lines.get(statement.id)?.sentences.map(({ paragraph, letter }) => `${paragraph}${letter}`);
      return printedStatement(statement, places ?? cited.get(statement.id)!, printing);
    });
}

function printedStatement(
  statement: StatementView,
  sentences: string[],
  { gathered, dates, say }: Printing,
): PrintedStatement {
  const { number, kind, saidAt, speakers, language, body, roundtable, identity, state } = statement;
  const who = whoInWords(speakers, gathered.report.language);
  return {
    key: keyOf(statement),
    roundtable: roundtable.number,
    number,
    kind,
    who: who ?? say(identity === 'unidentified' && state === 'held' ? 'printed.unidentified' : 'printed.named_nobody'),
    speakers: whoIn(speakers).flatMap(({ slug, name }) => (slug ? [{ slug, name }] : [])),
    what: say(saidAt ? 'reading.said' : 'reading.said.undated', { kind, when: saidAt && dates.moment(saidAt) }),
    saidAt,
    language,
    body,
    address: `${gathered.home}/rt/${roundtable.number}/statements/${number}`,
    sentences,
  };
}
