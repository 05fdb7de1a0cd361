import type { LedgerLine, LedgerView, Reflection } from '#report/views.ts';
import type { addressesIn } from '#routes/addresses.ts';
import type { LedgerState } from '#report/ledger/rules.ts';

/** Where a statement stands in one report. */
export interface Standing {
  state: LedgerState;
  /** What stands beside the state's shape: the place of the first sentence, or the state in words. */
  text: string;
  href: string | null;
  /** The sentences that rest on it, each with its place where there are several. */
  sentences: { text: string; place: string; href: string }[];
  why: string;
}

interface Showing {
  to: ReturnType<typeof addressesIn>;
  say(code: string, values?: Record<string, unknown>): string;
}

/** For a statement's id, where it stands in every report whose ledger holds it. */
export function standingsIn(
  ledgers: readonly LedgerView[],
  reflections: ReadonlyMap<string, Reflection[]>,
  showing: Showing,
): (statementId: string) => Standing[] {
  return (id) =>
    ledgers.flatMap(({ report, lines }) => {
      const line = lines.find(({ statement }) => statement.id === id);
      const here = (reflections.get(id) ?? []).filter((reflection) => reflection.report.id === report.id);
      return line ? [standingIn(report, line, here, showing)] : [];
    });
}

function standingIn(
  report: LedgerView['report'],
  line: LedgerLine,
  reflections: readonly Reflection[],
  { to, say }: Showing,
): Standing {
  const elsewhere = String(report.roundtable !== line.statement.roundtable);
  const once = [...new Map(reflections.map((one) => [one.sentence.id, one])).values()];
  const sentences = once.map(({ paragraph, letter, sentence }) => ({
    text: sentence.text,
    place: say('reading.place_in', { paragraph, letter, elsewhere, roundtable: report.roundtable }),
    href: `${to.report(report.roundtable)}#p${paragraph}${letter}`,
  }));
  const into = line.mergedWith;
  return {
    state: line.state,
    text: into
      ? say('reading.merged', { number: into.number, elsewhere: String(into.roundtable !== line.statement.roundtable), roundtable: into.roundtable }) // prettier-ignore
      : say(`ui.ledger.${line.state}`),
    href: into ? to.statement({ roundtable: { number: into.roundtable }, number: into.number }) : null,
    sentences,
    why: [line.reason, line.ruling && `${line.ruling.title ?? ''}. ${line.ruling.words}`].filter(Boolean).join(' '),
  };
}
