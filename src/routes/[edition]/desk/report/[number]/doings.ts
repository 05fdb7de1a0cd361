// What the keys of the desk do, one line each where one line is enough.
import type { ReportDesk } from './desk.svelte.ts';
import type { Placed } from './desk-layout.ts';

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

export async function joinNext(desk: ReportDesk, { id, text, paragraph }: Placed): Promise<void> {
  const input = { sentence: id, basedOn: paragraph.version };
  await desk.act('sentence.join', input, () =>
    desk.act('sentence.split', { sentence: id, basedOn: desk.versionOf(id), at: text.length }),
  );
  await desk.go('report', id);
}

export async function takeOut(desk: ReportDesk, { id, at, paragraph }: Placed): Promise<void> {
  const input = { sentence: id, basedOn: paragraph.version };
  const answer = await desk.act('sentence.remove', input, () => putBack(desk, id));
  const next = desk.layout.sentences[Math.min(at, desk.layout.sentences.length - 1)];
  if (answer && 'outcome' in answer && next) await desk.go('report', next.id);
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
  const back = { to: paragraph.id, after: sentences[place - 1]?.id ?? null };
  const move = (to: string, after: string | null): Promise<unknown> => {
    const toBasedOn = desk.text.paragraphs.find((one) => one.id === to)?.version ?? 1;
    return desk.act('sentence.move', { sentence: id, basedOn: desk.versionOf(id), to, toBasedOn, after }, () =>
      move(back.to, back.after),
    );
  };
  await move(beside.id, after);
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

/** A point becomes a sentence after the one that one is at in the report. */
export async function tell(desk: ReportDesk, point: string, after: Placed | undefined): Promise<void> {
  const place = after ?? desk.layout.sentences.findLast(({ paragraph }) => paragraph.section === 'discussion') ?? desk.layout.sentences.at(-1); // prettier-ignore
  if (!place) return;
  const { id: paragraph, version: basedOn } = place.paragraph;
  const answer = await desk.act(
    'point.tell',
    { paragraph, basedOn, after: place.id, point },
    ({ ids }: { ids: string[] }) =>
      // prettier-ignore
      desk.act('sentence.remove', { sentence: ids[0]!, basedOn: desk.versionOf(ids[0]!) }),
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
