import type { RoundtableView } from '#programme/queries.ts';
import type { LedgerView, ReportView } from '#report/views.ts';
import { echoOf, speaksIn } from '#statements/echo.ts';
import type { StatementView } from '#statements/queries.ts';

/** One thing a delegation has to do, or could still do. */
export type Expected =
  | { what: 'check'; roundtable: string; sentences: number; closes: Date | null }
  | { what: 'undecided'; roundtable: string; statement: string }
  | { what: 'answer'; roundtable: string; statement: string; reply: number; who: string; closes: Date | null }
  | { what: 'chair'; roundtable: string; title: string; at: Date | null }
  | { what: 'comment'; roundtable: string; title: string; closes: Date | null };

interface Around {
  programme: readonly RoundtableView[];
  said: readonly StatementView[];
  /** Of each roundtable where it spoke. */
  threads: ReadonlyMap<string, StatementView[]>;
  reports: readonly Omit<ReportView, 'paragraphs'>[];
  ledgers: readonly LedgerView[];
  slug: string;
}

/** What is expected, most pressing first. Told by states of the record, not by a clock. */
export function expectedOf({ programme, said, threads, reports, ledgers, slug }: Around): Expected[] {
  const ours = new Set(said.map(({ id }) => id));
  const checks: Expected[] = [];
  const undecided: Expected[] = [];
  for (const report of reports) {
    const { lines = [] } = ledgers.find((ledger) => ledger.report.id === report.id) ?? {};
    const here = lines.filter(({ statement }) => ours.has(statement.id));
    const roundtable = report.roundtable.number;
    const sentences = new Set(here.flatMap(({ sentences }) => sentences.map(({ id }) => id))).size;
    if (report.state !== 'correction_window') continue;
    if (sentences > 0) checks.push({ what: 'check', roundtable, sentences, closes: report.correctionsCloseAt });
    for (const { state, statement } of here)
      if (state === 'open')
        undecided.push({ what: 'undecided', roundtable, statement: `${statement.roundtable}/${statement.number}` });
  }
  // A cluster meets in its roundtables.
  const meets = ({ id }: RoundtableView) => !programme.some(({ parentId }) => parentId === id);
  const isOpen = (one: RoundtableView) => one.state === 'open_for_comment' && meets(one);
  const answers = programme.filter(isOpen).flatMap((roundtable): Expected[] => {
    const thread = threads.get(roundtable.id) ?? [];
    return said
      .filter((statement) => statement.roundtable.id === roundtable.id)
      .flatMap((statement) => {
        const { answers } = echoOf(statement, thread, slug);
        const unanswered = answers.filter(
          (reply) =>
            !speaksIn(reply, slug) && !thread.some((one) => one.repliesTo === reply.number && speaksIn(one, slug)),
        );
        return unanswered.map((reply) => ({
          what: 'answer' as const,
          roundtable: roundtable.number,
          statement: `${roundtable.number}/${statement.number}`,
          reply: reply.number,
          who: nameOf(reply),
          closes: roundtable.commentsCloseAt,
        }));
      });
  });
  const hasMet = ({ state }: RoundtableView) => ['adjourned', 'record_draft', 'record_final'].includes(state);
  const chairs = programme.flatMap((roundtable): Expected[] =>
    !hasMet(roundtable) && roundtable.coChairs.some((chair) => chair.slug === slug)
      ? [{ what: 'chair', roundtable: roundtable.number, title: roundtable.title, at: roundtable.startsAt }]
      : [],
  );
  const silent = programme.flatMap((roundtable): Expected[] =>
    isOpen(roundtable) && !said.some((one) => one.roundtable.id === roundtable.id)
      ? [
          {
            what: 'comment',
            roundtable: roundtable.number,
            title: roundtable.title,
            closes: roundtable.commentsCloseAt,
          },
        ]
      : [],
  );
  return [...checks, ...undecided, ...answers, ...chairs, ...silent];
}

function nameOf({ speakers }: StatementView): string {
  const speaker = speakers.find(({ part }) => part === 'speaker');
  return speaker?.delegation?.name ?? speaker?.person ?? '';
}
