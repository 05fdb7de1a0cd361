import type { Paragraph } from '#report/cites.ts';
import type { PartParagraph, PartSentence } from './compiled.ts';

/** Sentences that are told together: one that names whoever speaks, and those after it that say “it” of the same. */
export interface Run {
  section: Paragraph['section'];
  sentences: PartSentence[];
}

export function runsIn({ section, sentences }: PartParagraph): Run[] {
  const runs: Run[] = [];
  for (const sentence of sentences) {
    const last = runs.at(-1);
    if (last && leansBack.test(sentence.text)) last.sentences.push(sentence);
    else runs.push({ section, sentences: [sentence] });
  }
  return runs;
}

const leansBack = /^(It|They|He|She|Its|Their|This|These|Both|The (delegation|speaker|participant|same))\b/u;
