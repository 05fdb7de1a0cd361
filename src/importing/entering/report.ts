import type { Context } from '#record/act.ts';
import { enterReport } from '#report/acts.ts';
import type { EnteredRoundtable } from './programme.ts';
import type { EnteredRecord } from './record.ts';
import type { Understanding, UnderstoodSentence } from '#importing/understanding.ts';

interface Entered extends EnteredRecord {
  /** The cluster, or the one roundtable, whose report it is. */
  home: string;
  roundtables: EnteredRoundtable[];
}

/**
 * Keeps the printed report itself, paragraph by paragraph, each sentence citing the statements that were cut from it. It
 * was made public before it came here, so it comes in as final: there is nothing left to decide about it.
 */
export async function enterReportOf(context: Context, plan: Understanding, entered: Entered): Promise<string> {
  const { id } = await context.perform(enterReport, {
    roundtable: entered.home,
    kind: 'general_rapporteur',
    title: plan.title,
    ...(plan.rapporteur ? { rapporteur: Object.values(plan.rapporteur).filter(Boolean).join(', ') } : {}),
    language: plan.language,
    attribution: 'attributed',
    state: 'final',
    source: 'import',
    paragraphs: plan.paragraphs.map(({ section, heading, roundtable, sentences }) => {
      const about = entered.roundtables.find(({ key }) => key === roundtable)?.id;
      return {
        section,
        ...(heading ? { heading: heading.slice(0, 500) } : {}),
        ...(about ? { roundtable: about } : {}),
        sentences: sentences.map((sentence) => ({
          text: sentence.text,
          writtenBy: 'import' as const,
          cites: citesOf(sentence, entered),
        })),
      };
    }),
  });
  return id;
}

function citesOf({ text, passages, questions, fact }: UnderstoodSentence, { statements, roundtables }: Entered) {
  const questionId = (key: string, n: number) => roundtables.find((one) => one.key === key)?.questions[n];
  return [
    ...passages.map(({ statement, quotation }) => ({
      kind: 'passage' as const,
      statement: statements.get(statement)!,
      quotation,
    })),
    ...questions.flatMap(({ roundtable, question }) => {
      const id = questionId(roundtable, question);
      return id ? [{ kind: 'question' as const, question: id }] : [];
    }),
    ...(fact ? [{ kind: 'programme' as const, fact: { what: fact, text } }] : []),
  ];
}
