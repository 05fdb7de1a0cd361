// What the keys of the desk do, one line each where one line is enough.
import type { DeskParagraph } from '#report/editing/views.ts';
import type { ReportDesk } from './desk.svelte.ts';
import type { Placed } from './desk-layout.ts';
import type { Answer } from './synced.ts';

/** As what a sentence of the report lies on the clipboard, beside its words. */
export const sentenceKind = 'text/x-rapporteur-sentence';

/** What is pasted, and which sentence of the report it was taken from. */
export function takenFrom({ clipboardData }: ClipboardEvent): { text: string; from: string[] } {
  const from = clipboardData?.getData(sentenceKind);
  return { text: clipboardData?.getData('text/plain') ?? '', from: from ? [from] : [] };
}

/** Splits a paragraph before this sentence; its first one begins no other. */
export async function splitParagraph(desk: ReportDesk, { id, paragraph }: Placed): Promise<void> {
  const [first] = paragraph.sentences;
  if (!first || first.id === id) return;
  const input = { paragraph: paragraph.id, basedOn: paragraph.version, before: id };
  await desk.act('paragraph.split', input, () => joinAt(desk, first.id));
  await desk.go('report', id);
}

export async function joinParagraph(desk: ReportDesk, { id }: Placed): Promise<void> {
  await joinAt(desk, id);
  await desk.go('report', id);
}

async function joinAt(desk: ReportDesk, sentence: string) {
  const { paragraph } = desk.layout.placed.get(sentence)!;
  const all = desk.text.paragraphs;
  const next = all[all.findIndex(({ id }) => id === paragraph.id) + 1];
  const versions = { basedOn: paragraph.version, nextBasedOn: next?.version ?? 1 };
  const first = next?.sentences[0]?.id;
  return desk.act('paragraph.join', { paragraph: paragraph.id, ...versions }, () =>
    first ? splitParagraph(desk, desk.layout.placed.get(first)!) : Promise.resolve(),
  );
}

export async function joinNext(desk: ReportDesk, { id, paragraph }: Placed): Promise<void> {
  const next = paragraph.sentences[paragraph.sentences.findIndex((one) => one.id === id) + 1]?.id;
  const input = { sentence: id, basedOn: paragraph.version };
  await desk.act('sentence.join', input, () =>
    desk.act('sentence.part', { sentence: next, basedOn: desk.versionOf(id) }),
  );
  await desk.go('report', id);
}

export async function takeOut(desk: ReportDesk, sentence: Placed): Promise<void> {
  const { at } = sentence;
  const answer = await cut(desk, sentence);
  const next = desk.layout.sentences[Math.min(at, desk.layout.sentences.length - 1)];
  if (answer && 'outcome' in answer && next) await desk.go('report', next.id);
}

/** Takes a sentence out; undone, it stands where it stood, wherever it was pasted meanwhile. */
export function cut(desk: ReportDesk, sentence: Placed): Promise<Answer | null> {
  const { id, paragraph } = sentence;
  const place = placeOf(desk, sentence);
  return desk.act('sentence.remove', { sentence: id, basedOn: paragraph.version }, async () => {
    await putBack(desk, id);
    await bringTo(desk, id, place);
  });
}

export async function putBack(desk: ReportDesk, sentence: string): Promise<void> {
  const answer = await desk.act('sentence.put_back', { sentence });
  if (answer && 'outcome' in answer) await desk.go('report', sentence);
}

/** Moves a sentence one place up or down: through its paragraph, and on into the next. */
export async function moveSentence(desk: ReportDesk, { id, paragraph }: Placed, by: -1 | 1): Promise<void> {
  const { sentences } = paragraph;
  const place = sentences.findIndex((one) => one.id === id);
  const inside = place + by >= 0 && place + by < sentences.length;
  const beside = inside ? paragraph : neighbour(desk, paragraph.id, by);
  if (!beside) return;
  const rest = beside.sentences.filter((one) => one.id !== id);
  const before = inside ? place + by : by < 0 ? rest.length : 0;
  const after = rest[before - 1]?.id ?? null;
  const back = placeOf(desk, desk.layout.placed.get(id)!);
  await moveTo(desk, id, beside, after, () => bringTo(desk, id, back));
  await desk.go('report', id);
}

function moveTo(desk: ReportDesk, id: string, to: DeskParagraph, after: string | null, undo: () => Promise<unknown>) {
  const input = { sentence: id, basedOn: desk.versionOf(id), to: to.id, toBasedOn: to.version, after };
  return desk.act('sentence.move', input, undo);
}

/** Where a sentence stands: in which paragraph and after which sentence, and after which paragraph should that one close. */
function placeOf(desk: ReportDesk, { id, paragraph }: Placed) {
  const all = desk.text.paragraphs;
  const at = paragraph.sentences.findIndex((one) => one.id === id);
  return {
    paragraph: paragraph.id,
    after: paragraph.sentences[at - 1]?.id ?? null,
    behind: all[all.findIndex((one) => one.id === paragraph.id) - 1]?.id,
  };
}

/** Brings a sentence to where it stood; the paragraph it was alone in, which closed when it left, is opened once more. */
async function bringTo(desk: ReportDesk, id: string, place: ReturnType<typeof placeOf>): Promise<void> {
  const paragraph = (wanted?: string) => desk.text.paragraphs.find((one) => one.id === wanted);
  const [home, behind] = [paragraph(place.paragraph), paragraph(place.behind)];
  const placed = desk.layout.placed.get(id);
  const isThere = placed?.paragraph.id === place.paragraph && placeOf(desk, placed).after === place.after;
  if (!placed || isThere) return;
  const nothing = () => Promise.resolve();
  if (home) {
    const after = home.sentences.some((one) => one.id === place.after) ? place.after : null;
    await moveTo(desk, id, home, after, nothing);
  } else if (behind) {
    await moveTo(desk, id, behind, behind.sentences.at(-1)?.id ?? null, nothing);
    if (behind.heading === null) await splitParagraph(desk, desk.layout.placed.get(id)!);
  }
  await desk.go('report', id);
}

function neighbour(desk: ReportDesk, paragraph: string, by: -1 | 1) {
  const numbered = desk.text.paragraphs.filter(({ heading }) => heading === null);
  return numbered[numbered.findIndex(({ id }) => id === paragraph) + by];
}

/** Moves a paragraph one place up or down, past a heading into the next section. */
export async function moveParagraph(desk: ReportDesk, { id, paragraph }: Placed, by: -1 | 1): Promise<void> {
  const all = desk.text.paragraphs;
  const place = all.findIndex((one) => one.id === paragraph.id);
  const after = by < 0 ? all[place - 2] : all[place + 1];
  const stood = all[place - 1];
  if (!after) return;
  const move = (to: string): Promise<unknown> => desk.act('paragraph.move', { paragraph: paragraph.id, basedOn: desk.versionOf(id), after: to }, () => move(stood!.id)); // prettier-ignore
  await move(after.id);
  await desk.go('report', id);
}

/** In a paragraph, after one of its sentences; under a heading, which has none, first. */
export interface Place {
  paragraph: DeskParagraph;
  id: string | null;
}

/** A point becomes a sentence there, or else at the end of the discussion. */
export async function tell(desk: ReportDesk, point: string, after: Place | undefined): Promise<void> {
  const place: Place | undefined = after ?? desk.layout.sentences.findLast(({ paragraph }) => paragraph.section === 'discussion') ?? desk.layout.sentences.at(-1); // prettier-ignore
  if (!place) return;
  const { id: paragraph, version: basedOn } = place.paragraph;
  const answer = await desk.act(
    'point.tell',
    { paragraph, basedOn, after: place.id, point },
    ({ ids: [sentence, ...also] }: { ids: [string] }) =>
      desk.act('sentence.remove', { sentence, also, basedOn: desk.versionOf(sentence) }),
  );
  if (answer && 'outcome' in answer) desk.at.report = (answer.outcome as { ids: string[] }).ids.at(-1)!;
  await desk.go('points', point);
}

/** Words of a statement, by their place in it, become a source of the sentence that one is at. */
export async function cite(desk: ReportDesk, words: { start: number; end: number }): Promise<void> {
  const { opened } = desk;
  const sentence = desk.current();
  if (!opened || !sentence) return;
  const chosen = opened.body.slice(words.start, words.end);
  const start = words.start + (chosen.length - chosen.trimStart().length);
  const quotation = chosen.trim();
  if (quotation === '') return;
  const input = { sentence: sentence.id, statement: opened.id, quotation, start };
  await desk.act('citation.add', input, ({ id }: { id: string }) =>
    desk.act('citation.remove', { sentence: sentence.id, citation: id }),
  );
}
