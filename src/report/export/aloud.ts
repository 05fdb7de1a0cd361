import { say as sayIn } from '#messages/say.ts';
import type { WholeReport } from './whole.ts';

/** The report as it is read out: its words in order, no letters, no sources, one line a paragraph. */
export function aloudOf(report: WholeReport): string {
  const say = (code: string, values?: Record<string, unknown>) => sayIn(code, values, report.labels);
  const { title, kind, forum, rapporteur, notes, cover, sections } = report;
  const head = [
    title,
    [kind, forum, rapporteur]
      .filter(Boolean)
      .map((text) => `${text}.`)
      .join(' '),
  ];
  const parts = [
    [...head, ...cover, ...notes].map(oneLine).join('\n'),
    ...sections.flatMap(({ heading, question, paragraphs }) => [
      ...(heading ? [oneLine(heading)] : []),
      ...(question ? [oneLine(question)] : []),
      ...paragraphs.map(({ number, sentences }) =>
        [say('printed.paragraph', { number }), ...sentences.map(({ text }) => oneLine(text))].join(' '),
      ),
    ]),
    ...(report.annexes?.closing ?? []).map(({ title, lines }) => [`${title}.`, ...lines].map(oneLine).join('\n')),
    say('printed.end'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
