import { say as sayIn } from '#messages/say.ts';
import type { PrintedParagraph, PrintedSection, WholeReport } from '#report/export/whole.ts';
import { letterAt } from '#report/rules.ts';
import { datesOf } from '#ui/dates.ts';
import type { Cable, CableStatement } from './cable.ts';
import type { Expected } from './expected.ts';

interface Around {
  edition: { name: string; slug: string; time_zone: string; starts_on: string | null };
  delegation: { slug: string; short_name: string; formal_name: string };
  /** The edition's address. */
  home: string;
  sequence: number;
  /** Stands for its date in formats that want one. */
  at: Date;
}

/** The cable in words, as the writers of files take it: a numbered paragraph for each statement and each thing to do. */
export function printedCable(cable: Cable, { edition, delegation, home, sequence, at }: Around): WholeReport {
  const say = (code: string, values?: Record<string, unknown>) => sayIn(code, values, 'en');
  const dates = datesOf(edition);
  const address = `${home}/delegations/${delegation.slug}/cable`;
  let number = 0;
  const paragraph = (sentences: PrintedParagraph['sentences']): PrintedParagraph => ({ number: ++number, sentences });
  // What is expected stands first, and is numbered first.
  const expected = cable.expected.map((one) => paragraph([plain(expectedInWords(one, dates), number + 1, 'a')]));
  const sections: PrintedSection[] = cable.roundtables.map(({ number: roundtable, title, statements }) => ({
    heading: say('reading.roundtable', { number: roundtable, title }),
    question: null,
    paragraphs: statements.map((statement) => paragraph(sentencesOf(statement, number + 1))),
  }));
  const fact = (name: string, text: string) => ({ name: say(name), text, language: 'en' });
  return {
    language: 'en',
    labels: 'en',
    kind: say('cable.kind'),
    title: say('cable.title', { name: delegation.short_name }),
    symbol: null,
    state: 'final',
    forum: edition.name,
    number: '',
    rapporteur: delegation.formal_name,
    createdAt: at,
    address,
    sequence,
    facts: [
      fact('printed.forum', edition.name),
      fact('cable.delegation', delegation.formal_name),
      fact('printed.taken_from', address),
      fact('printed.as_of', say('printed.line', { sequence })),
    ],
    notes: [],
    cover: [],
    sections: [
      {
        heading: say('cable.expected'),
        question: null,
        paragraphs:
          expected.length > 0 ? expected : [paragraph([plain(say('cable.nothing_expected'), number + 1, 'a')])],
      },
      ...(sections.length > 0
        ? sections
        : [
            {
              heading: say('cable.said'),
              question: null,
              paragraphs: [paragraph([plain(say('cable.said_nothing'), number + 1, 'a')])],
            },
          ]),
    ],
    annexes: null,
    said: [],
  };

  function sentencesOf(statement: CableStatement, paragraph: number): PrintedParagraph['sentences'] {
    const { kind, saidAt, roundtable, number } = statement;
    const values = { kind, number, when: saidAt && dates.moment(saidAt), elsewhere: 'false', roundtable };
    const [said, ...others] = cableLines(statement);
    const what = say(saidAt ? 'reading.source.statement' : 'reading.source.undated', values);
    return [`${what.charAt(0).toUpperCase()}${what.slice(1)}. ${said}`, ...others].map((text, n) =>
      plain(text, paragraph, letterAt(n)),
    );
  }
}

function plain(text: string, at: number, letter: string): PrintedParagraph['sentences'][number] {
  return { place: `${at}${letter}`, letter, text, sources: [] };
}

/** A statement in sentences: what was said, who agreed, who opposed, who answered, where it is reflected. */
export function cableLines(statement: CableStatement, language = 'en'): string[] {
  const say = (code: string, values?: Record<string, unknown>) => sayIn(code, values, language);
  const { words, more, agreed, opposed, answeredBy, standings } = statement;
  const said =
    words.length > 0
      ? say('cable.we_said', { words: words.map((one) => `“${one.replace(/\s+/g, ' ').trim()}”`).join('; '), more })
      : say('cable.unreadable');
  const names = (code: string, list: string[]) => (list.length > 0 ? [say(code, { names: list.join(', ') })] : []);
  const heard = [
    ...names('cable.agreed', agreed),
    ...names('cable.opposed', opposed),
    ...names('cable.answered', answeredBy),
  ];
  return [
    said,
    ...(heard.length > 0 ? heard : [say('cable.nobody')]),
    ...(standings.length > 0 ? standings.map((one) => standingInWords(one, say)) : [say('cable.no_report')]),
  ];
}

function standingInWords(
  { report, state, sentences, why }: CableStatement['standings'][number],
  say: (code: string, values?: Record<string, unknown>) => string,
): string {
  if (sentences.length > 0)
    return say('cable.reflected', {
      report,
      places: sentences.map(({ place }) => place).join(', '),
      count: sentences.length,
    });
  return [say('cable.standing', { report, state: say(`ui.ledger.${state}`).toLowerCase() }), why]
    .filter(Boolean)
    .join(' ');
}

/** One thing that is expected, as a sentence. */
export function expectedInWords(expected: Expected, dates: ReturnType<typeof datesOf>, language = 'en'): string {
  const { what, ...values } = expected;
  const closes = 'closes' in expected ? expected.closes : 'at' in expected ? expected.at : null;
  return sayIn(
    `cable.expected.${what}`,
    { ...values, at: '', closes: closes ? dates.deadline(closes) : 'none' },
    language,
  );
}
