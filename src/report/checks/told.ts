import { weights, type CheckCode, type CheckedReport, type Finding } from './finding.ts';

export type Weight = (typeof weights)[CheckCode];

/** A finding in words, for a page, a terminal or a program. */
export interface ToldFinding {
  check: CheckCode;
  weight: Weight;
  /** What kind of finding it is, in a word or two: "Quotation". */
  name: string;
  /** Null for what concerns the whole, or a heading. */
  paragraph: number | null;
  letter: string | null;
  sentence: string | null;
  /** UTF-16 code units into the sentence, and the words there. */
  start: number;
  end: number;
  words: string;
  reason: string;
  advice: string;
  /** What may be written instead; empty takes the words away; null where only a person can say. */
  fix: string | null;
}

type Say = (code: string, values?: Record<string, unknown>) => string;

/** Every finding with its place and its sentences, in the language in which `say` speaks. */
export function told(findings: readonly Finding[], report: CheckedReport, say: Say): ToldFinding[] {
  const sentences = new Map(
    report.paragraphs.flatMap(({ number, sentences }) => sentences.map((one) => [one.id, { ...one, number }] as const)),
  );
  return findings.map(({ check, place, values, fix }): ToldFinding => {
    const sentence = place.sentence === null ? undefined : sentences.get(place.sentence);
    return {
      check,
      weight: weights[check],
      name: say(`check.${check}.name`),
      paragraph: sentence?.number ?? null,
      letter: sentence?.letter ?? null,
      sentence: sentence?.id ?? null,
      start: place.start,
      end: place.end,
      words: sentence?.text.slice(place.start, place.end) ?? '',
      reason: say(`check.${check}`, values),
      advice: say(`check.${check}.fix`, values),
      fix: fix ?? null,
    };
  });
}

/** The state of the work in one sentence: how many findings, and how many of them stop the report. */
export function summary(findings: readonly Finding[], say: Say): string {
  const stops = findings.filter(({ check }) => weights[check] === 'stops').length;
  return say('check.summary', { findings: findings.length, stops, rest: findings.length - stops });
}
