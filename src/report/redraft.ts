import type { Cite, Paragraph } from './cites.ts';

/** A sentence that stays as it is, because a person wrote it or another report cites it. */
export interface KeptSentence {
  id: string;
  text: string;
  writtenBy: 'template' | 'person' | 'import';
  cites: Cite[];
}

export interface KeptParagraph {
  section: Paragraph['section'];
  question: string | null;
  sentences: KeptSentence[];
}

type FreshSentence = Paragraph['sentences'][number];

export type MergedParagraph = Omit<Paragraph, 'sentences'> & { sentences: (FreshSentence | KeptSentence)[] };

/**
 * A fresh draft with the kept sentences in their places: each goes where the fresh draft rests on the same words and
 * stands for the sentences that say no more than it does, or else to the end of its section. None is ever lost.
 */
export function mergeDraft(
  fresh: readonly Paragraph[],
  kept: readonly KeptParagraph[],
  /** The texts of sentences a person took out: they stay out. */
  removed: ReadonlySet<string> = new Set(),
): MergedParagraph[] {
  const merged: MergedParagraph[] = fresh.map((paragraph) => ({
    ...paragraph,
    sentences: paragraph.sentences.filter(({ text }) => !removed.has(text)),
  }));
  for (const paragraph of kept) {
    const home = homeOf(paragraph, merged);
    if (!home) {
      atTheEnd(paragraph, merged);
      continue;
    }
    let before: KeptSentence | null = null;
    for (const sentence of paragraph.sentences) {
      settle(sentence, home, before);
      before = sentence;
    }
  }
  return merged.filter((paragraph) => paragraph.heading || paragraph.sentences.length > 0);
}

/** The fresh paragraph of the same section with which it has most sources in common. */
function homeOf(paragraph: KeptParagraph, merged: MergedParagraph[]): MergedParagraph | null {
  const sources = new Set(paragraph.sentences.flatMap((sentence) => sentence.cites.map(sourceOf)));
  let best: { home: MergedParagraph; shared: number } | null = null;
  for (const home of merged) {
    if (home.section !== paragraph.section) continue;
    const shared = home.sentences
      .flatMap((sentence) => sentence.cites)
      .filter((cite) => sources.has(sourceOf(cite))).length;
    if (shared > (best?.shared ?? 0)) best = { home, shared };
  }
  return best?.home ?? null;
}

/** Where the fresh draft says the same; else after the kept sentence it stood after, so that what was split stays together. */
function settle(sentence: KeptSentence, home: MergedParagraph, before: KeptSentence | null): void {
  const sources = new Set(sentence.cites.map(sourceOf));
  const isSaid = (other: FreshSentence | KeptSentence) =>
    !('id' in other) && other.cites.length > 0 && other.cites.every((cite) => sources.has(sourceOf(cite)));
  const at = home.sentences.findIndex(isSaid);
  const rest = home.sentences.filter((other) => !isSaid(other));
  const beside = before ? rest.indexOf(before) + 1 : 0;
  rest.splice(at >= 0 ? at : beside > 0 ? beside : rest.length, 0, sentence);
  home.sentences = rest;
}

function atTheEnd({ section, question, sentences }: KeptParagraph, merged: MergedParagraph[]): void {
  const last = merged.findLastIndex((paragraph) => paragraph.section === section);
  const own = { section, ...(question ? { question } : {}), sentences };
  merged.splice(last < 0 ? merged.length : last + 1, 0, own);
}

/** What a citation rests on, whatever its surroundings. */
function sourceOf(cite: Cite): string {
  switch (cite.kind) {
    case 'passage':
      return `${cite.statement} ${cite.quotation}`;
    case 'point':
      return cite.point;
    case 'question':
      return cite.question;
    case 'sentence':
      return cite.sentence;
    default:
      return JSON.stringify(cite.fact);
  }
}
