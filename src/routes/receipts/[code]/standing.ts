import type { say } from '#messages/say.ts';
import type { DecisionView, Reflection } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Dates } from '#ui/dates.ts';

type Say = (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string;

interface Accounted {
  reflections: readonly Reflection[];
  decisions: readonly DecisionView[];
}

const rulingSteps = { relevant: 'ruled', not_relevant: 'ruled_out', abuse: 'abuse' } as const;

/** In one sentence, where a statement stands that no sentence of a report rests on. */
export function leadOf({ state, ruling }: StatementView, decisions: readonly DecisionView[]) {
  if (state === 'withdrawn') return 'receipt.lead.withdrawn';
  if (state === 'draft') return 'receipt.lead.draft';
  if (ruling?.decision === 'not_relevant') return 'receipt.lead.out';
  if (ruling?.decision === 'abuse') return 'receipt.lead.abuse';
  if (decisions.length > 0) return 'receipt.lead.decided';
  return state === 'held' ? 'receipt.lead.held' : 'receipt.lead.waiting';
}

/** The way of a statement from being received to a final report, in order, up to where it has come. */
export function stepsOf(statement: StatementView, { reflections, decisions }: Accounted, when: Dates, say: Say) {
  const { kind, state, saidAt, ruling } = statement;
  const reports = [...reflections, ...decisions].map(({ report }) => report);
  const isOut = ruling !== null && ruling.decision !== 'relevant';
  const steps = [
    {
      code: kind === 'comment' || kind === 'written_statement' ? 'received' : 'noted',
      note: saidAt ? when.moment(saidAt) : '',
      isDone: true,
    },
    state === 'held'
      ? { code: 'held', note: '', isDone: false }
      : {
          code: 'identified',
          note: say(
            statement.source === 'own_hand'
              ? `statement.${statement.identity}`
              : `statement.source.${statement.source}`,
          ),
          isDone: true,
        },
    ...(state === 'draft' ? [{ code: 'release', note: '', isDone: false }] : []),
    ...(kind === 'comment'
      ? [
          {
            code: ruling ? rulingSteps[ruling.decision] : 'ruling',
            note: ruling ? when.shortDay(ruling.at) : '',
            isDone: ruling !== null,
          },
        ]
      : []),
    { code: 'accounted', note: reports[0]?.title ?? '', isDone: reports.length > 0 || (isOut && state !== 'held') },
    { code: 'final', note: '', isDone: reports.some((report) => report.state === 'final') },
  ];
  if (state === 'withdrawn') return [named(steps[0]!, 'done'), named({ code: 'withdrawn', note: '' }, 'now')];
  // What is to come next is where it stands; once the report is final, that.
  const reached = steps.findLastIndex(({ isDone }) => isDone);
  const now = reached === steps.length - 1 ? reached : steps.findIndex(({ isDone }, n) => !isDone && n >= reached);
  return steps.map((step, n) => named(step, n < now ? 'done' : n === now ? 'now' : 'later'));

  function named({ code, note }: { code: string; note: string }, state: 'done' | 'now' | 'later') {
    return { name: say(`receipt.step.${code}`), note, state };
  }
}
