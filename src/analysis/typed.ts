// What note-takers typed is what was said: their verbs stand, and the engine finds what else is in the words.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Point } from '#engine/types.ts';
import { composedOf, turnCalled } from '#notes/interventions/composing.ts';
import type { SentenceOfLine } from '#notes/sentence/rules.ts';
import { unnamedSpeaker } from '#statements/rules.ts';

/** The sentences of those statements that still read as they were composed from notes, with who speaks in each. */
export async function typedSentences(
  tx: Kysely<DB>,
  statements: readonly { id: string; slot_id: string | null; body: string }[],
): Promise<Map<string, TypedSentence[]>> {
  const typed = new Map<string, TypedSentence[]>();
  for (const { id, slot_id, body } of statements) {
    const turn = slot_id ? await turnCalled(tx, slot_id) : undefined;
    const composed = turn && (await composedOf(tx, turn));
    if (composed?.body !== body) continue;
    const speaker = turn!.short_name ?? turn!.name ?? '';
    typed.set(
      id,
      composed.sentences.map((sentence, i) => ({
        ...sentence,
        speaker: composed.lines[i]!.delegation?.name ?? speaker,
      })),
    );
  }
  return typed;
}

export type TypedSentence = SentenceOfLine & { speaker: string };

type Found = Omit<Point, 'sentence' | 'message'>;

/** The points of a text composed from notes: one for every line, of the act that was typed, and what else was found. */
export function asTyped(points: readonly Found[], sentences: readonly TypedSentence[]): Found[] {
  const left = new Set(points);
  const typed = sentences.map((sentence) => {
    const found = points.find(
      ({ start, end, messageStart }) =>
        start >= sentence.start && end <= sentence.end && messageStart <= sentence.messageEnd,
    );
    if (found) left.delete(found);
    return found ? respecting(found, sentence) : lineAlone(sentence);
  });
  const others = [...left].map((point) => {
    const sentence = sentences.find(({ start, end }) => point.start >= start && point.end <= end);
    return sentence ? { ...point, actors: spokenBy(point, sentence) } : point;
  });
  return [...typed, ...others].sort((a, b) => a.start - b.start || a.messageStart - b.messageStart);
}

function respecting(found: Found, { verb, act, ...sentence }: TypedSentence): Found {
  const actors = spokenBy(found, sentence);
  if (found.act === act) return { ...found, actors };
  return { ...found, actors, verb, act, polarity: act === 'opposed' ? -1 : 1, confidence: 1 };
}

/** Whoever has the turn, where the text leaves out who that is. */
function spokenBy({ actors }: Found, { speaker }: Pick<TypedSentence, 'speaker'>): string[] {
  return actors.some((name) => name !== unnamedSpeaker) ? actors : [speaker];
}

function lineAlone({ start, end, messageStart, messageEnd, verb, act, speaker }: TypedSentence): Found {
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [] };
  const polarity = act === 'opposed' ? -1 : 1;
  return { start, end, messageStart, messageEnd, verb, act, polarity, actors: [speaker], ...nobody, topic: '', attribution: 'direct', confidence: 1 }; // prettier-ignore
}
