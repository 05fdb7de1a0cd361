import type { RoundtableView } from '#programme/queries.ts';
import { stateSaid } from '#report/state-said.ts';
import type { ReportView } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Reading } from './margin.ts';
import { delegationsIn } from './sections.ts';

interface Around {
  roundtable: RoundtableView;
  parent: RoundtableView | undefined;
  statements: readonly StatementView[];
  /** How many delegations the edition's register holds. */
  registered: number;
}

/** What stands above a report: its facts, how long it is, whether it can still be corrected. */
export function headOf(report: ReportView, { say, to, dates }: Reading, around: Around) {
  const { id, kind, title, symbol, state, source, attribution, correctionsCloseAt } = report;
  const { roundtable, parent, statements, registered } = around;
  const numbered = report.paragraphs.filter(({ number }) => number !== null);
  const words = numbered.flatMap(({ sentences }) => sentences).reduce((sum, { text }) => sum + wordsIn(text), 0);
  const floor = delegationsIn(statements.filter(({ mode, onRecord }) => mode !== 'written' && onRecord)).size;
  const rapporteur = report.rapporteur ?? roundtable.rapporteurs.join(', ');
  const { startsAt, endsAt } = roundtable;
  const fact = (name: string, text: string, code = false) => (text ? [{ name: say(name), text, code }] : []);
  return {
    id,
    kind,
    state,
    isPrinted: source === 'import',
    note: [
      rapporteur && say('reading.by', { rapporteur, kind }),
      say('reading.length', { paragraphs: numbered.length, minutes: Math.max(1, Math.round(words / 220)) }),
      say('reading.policy', { attribution }),
    ]
      .filter(Boolean)
      .join(' '),
    title,
    crumbs: [
      ...(parent
        ? [
            {
              text: say('reading.roundtable', { number: parent.number, title: parent.title }),
              href: to.roundtable(parent.number),
            },
          ]
        : []),
      { text: say('reading.number', { number: roundtable.number }), href: to.roundtable(roundtable.number) },
    ],
    facts: [
      ...fact('reading.symbol', symbol ?? '', true),
      ...fact(hasMet(roundtable.state) ? 'reading.met' : 'reading.meets', startsAt ? dates.span(startsAt, endsAt) : ''),
      ...fact('reading.floor', floor > 0 ? say('reading.floor_of', { floor, registered }) : ''),
      ...fact('reading.original', say('reading.original_in', { language: languageName(report.language) })),
      ...fact('reading.state', stateSaid(report, say, dates)),
    ],
    closes: state === 'correction_window' && correctionsCloseAt ? dates.deadline(correctionsCloseAt) : null,
  };
}

/** Told by its state, not by a clock: a page stays true until the record moves on. */
function hasMet(state: string): boolean {
  return ['adjourned', 'record_draft', 'record_final'].includes(state);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });

function languageName(code: string): string {
  return names.of(code) ?? code;
}
