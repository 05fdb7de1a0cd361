// What the engine makes of a line while it is typed. Pure; the bench times it.
import { findPoints } from '#engine/points.ts';
import { theRegister } from '#engine/register.ts';
import type { ActorKind, Point } from '#engine/types.ts';
import { carrying, likeliestOf } from '#notes/likeness/rules.ts';
import type { ActClass } from '#engine/types.ts';
import { namesOf, readLine, verbs, type LineRead, type Named, type Verb } from '#notes/line/rules.ts';
import { plainVerb, sentenceOf } from '#notes/sentence/rules.ts';

/** What a line may be about. */
export interface About {
  questions: { number: number; text: string }[];
  issues: { title: string }[];
  comments: { number: number; delegation: string; name: string; body: string }[];
}

export interface Reading {
  /** As it will stand in the record. */
  sentence: string;
  verb: string;
  act: ActClass;
  /** What the words themselves sound like, where that is another act than was typed: to be accepted by key. */
  sounds: { act: ActClass; verb: Verb; confidence: number } | null;
  /** Whom they agree with, by the words. */
  supports: string[];
  instruments: string[];
  tellsOfPractice: boolean;
  question: { number: number; share: number } | null;
  issue: { title: string; share: number } | null;
  comment: { number: number; name: string } | null;
}

export type Reads = (read: LineRead, speaker: { id: string | null; name: string } | null) => Reading | null;

/** Prepares the engine for one desk: its register once, and the words of what lines may be about. */
export function readerFor(register: readonly Named[], about: About): Reads {
  const actors = register.map(({ name, kind, code, aliases }) => ({
    name,
    kind: kind as ActorKind,
    aliases: [...aliases],
    ...(code ? { code } : {}),
  }));
  const known = theRegister(actors);
  const questions = about.questions.map((one) => ({ ...one, words: carrying(one.text) }));
  const issues = about.issues.map((one) => ({ ...one, words: carrying(one.title) }));
  const comments = about.comments.map((one) => ({ ...one, words: carrying(one.body) }));
  return (read, speaker) => {
    if (read.words === '') return null;
    const name = read.actor?.name ?? speaker?.name ?? '…';
    const { verb, act } = read.verb ?? plainVerb;
    const sentence = sentenceOf(name, { ...read, verb, act });
    const points = findPoints(sentence, { register: known, language: 'en' });
    // Read as their own speech, and as an account of it that leaves the verb to the words.
    const spoken = [
      ...findPoints(`${name} ${read.words}`, { register: known, language: 'en' }),
      ...findPoints(read.words, { register: known, author: name }),
    ];
    const theirs = read.actor?.id ?? speaker?.id;
    const question = likeliestOf(read.words, questions);
    const issue = likeliestOf(read.words, issues);
    const comment = likeliestOf(read.words, comments.filter(({ delegation }) => delegation === theirs)); // prettier-ignore
    const all = [...points, ...spoken];
    return {
      sentence,
      verb,
      act,
      sounds: soundsOf(spoken, act),
      supports: [...new Set(points.flatMap(({ supportedBy }) => supportedBy))].filter((one) => one !== name),
      instruments: [...new Set(all.flatMap(({ instruments = [] }) => instruments.map((one) => one.name)))],
      tellsOfPractice: all.some(({ practice }) => practice),
      question: question && { number: question.is.number, share: question.share },
      issue: issue && { title: issue.is.title, share: issue.share },
      comment: comment && { number: comment.is.number, name: comment.is.name },
    };
  };
}

const tries = [
  'q how cities reach people',
  'o a complete separation of the files; would support a narrow one, under the 2030 Agenda',
  '“we pay”, and so does the city of Miremba; the others could not agree',
];

/**
 * The same, made while nobody types. The first reading of its kind takes a browser several times as long as those that
 * follow: those are done before it is handed over, a piece at a time.
 */
export async function readerWhenIdle(register: readonly Named[], about: About): Promise<Reads> {
  await untilIdle();
  const reads = readerFor(register, about);
  const names = namesOf(register);
  const speaker = { id: null, name: 'Kenya' };
  for (let round = 0; round < 3; round++)
    for (const line of tries) {
      await untilIdle();
      reads(readLine(line, names), speaker);
    }
  return reads;
}

function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 300 });
    else setTimeout(resolve, 20);
  });
}

/** “would support a narrow one” sounds like support, whatever was typed before it. */
function soundsOf(spoken: readonly Point[], typed: ActClass): Reading['sounds'] {
  const point = spoken.find(({ verb, confidence }) => verb !== '' && confidence >= 0.5);
  if (!point || point.act === typed || point.act === 'stated') return null;
  const verb = verbs.find(({ act }) => act === point.act);
  return verb ? { act: point.act, verb, confidence: point.confidence } : null;
}
