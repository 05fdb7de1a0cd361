import type { Block, Point, Span } from './types.ts';
import type { Act } from './grammar/act.ts';
import { authorActs } from './grammar/author.ts';
import { chairsNamed } from './grammar/chairs.ts';
import { continuationActs } from './grammar/continuation.ts';
import { rapporteurOf } from './grammar/header.ts';
import { accordingActs, drawnActs, existentialActs, invertedActs } from './grammar/inverted.ts';
import { afterLabel, ellipticalActs, labelActs } from './grammar/label.ts';
import { nominalActs } from './grammar/nominal.ts';
import { openingActs } from './grammar/opening.ts';
import { passiveActs } from './grammar/passive.ts';
import { lastMain, lastProposed, main, pointOf } from './grammar/point.ts';
import type { Reader, Scene } from './grammar/reader.ts';
import type { Subject } from './grammar/subject.ts';
import { heldActs, madeActs, receivedActs, voicedActs } from './grammar/voiced.ts';
import { blocks, eachBlock } from './reading/blocks.ts';
import { languageOf } from './reading/language.ts';
import type { Language } from './reading/language.ts';
import { sentencesOf } from './reading/sentences.ts';
import { tokens } from './reading/tokens.ts';
import { theRegister } from './register.ts';
import type { Register } from './register.ts';
import { tongues } from './tongues/tongues.ts';

/** A sentence is read up to this many characters, so that a text without a full stop costs no more than any other. */
const longest = 20_000;

/** Where the rapporteur's name stands: in the first characters of a report. */
const head = 4_000;
const delegationOf = /^(?:the (?:head of the )?delegation of|la délégation d|la delegación de) /i;
const chairing = /chaired|présidé|presidid|^\**(?:co-?)?(?:chairs|présidents|presidentes)\**\s*:/i;

export interface PointsOptions {
  /** Whose text it is: "we" and "I" are theirs, and sentences without a verb of speaking count as said by them. */
  author?: string;
  register?: Register;
  language?: Language;
}

/**
 * Who said what, on what, for whom and against whom: every act of speaking in a text, in order.
 *
 * Offsets are UTF-16 code units into `text`, and `text.slice(messageStart, messageEnd) === message` always. A point
 * whose message was said in an earlier sentence ("This was opposed by …") points back to it. Never throws on any
 * string. Linear in the length of the text. The method is a frame grammar over a register of actors and a lexicon of
 * reporting verbs; (actor, verb, message) as what to find comes from Ruiz Fabo, Plancq and Poibeau (LREC 2016).
 */
export function findPoints(text: string, options: PointsOptions = {}): Point[] {
  return [...eachPoint(text, options)];
}

/** The same points, given as they are found: memory stays level however long the text is. */
export function* eachPoint(text: string, options: PointsOptions = {}): Generator<Point> {
  const tongue = tongues[options.language ?? languageOf(text)];
  const writer = options.author === undefined ? rapporteurOf(blocks(text.slice(0, head))) : undefined;
  const scene: Scene = {
    author: options.author,
    rapporteur: writer && `${writer.role} (${writer.name.text})`,
    coChairs: [],
    last: undefined,
    delegation: undefined,
    surnames: new Map(),
  };
  const register = options.register ?? theRegister();
  let recent: Point[] = [];
  const hold: Hold = { list: false };
  for (const block of eachBlock(text)) {
    if (block.kind === 'heading' && options.author === undefined) {
      if (block.level <= 2) scene.last = undefined;
      if (chairing.test(block.text))
        scene.coChairs =
          chairsNamed({ text, row: tokens(text, block.start, block.end), tongue, register, scene }) ?? scene.coChairs;
      continue;
    }
    enterBlock(block, scene, hold);
    for (const sentence of sentencesOf(text, block)) {
      const reader: Reader = {
        text,
        row: tokens(text, sentence.start, Math.min(sentence.end, sentence.start + longest)),
        tongue,
        register,
        scene,
      };
      const found = readSentence(reader, sentence, block, recent, hold);
      yield* found;
      recent = [...recent, ...found].slice(-8);
    }
  }
}

/** What outlives a block: a list that a speaker introduced, and a label whose items follow ("Nepal:" and bullets). */
interface Hold {
  list: boolean;
  label?: Subject | undefined;
}

function enterBlock(block: Block, scene: Scene, hold: Hold): void {
  if (scene.author !== undefined) return;
  if (block.kind === 'bullet' && block.level > 0) return;
  if (block.kind !== 'bullet' && block.kind !== 'numbered') hold.label = undefined;
  if (!hold.list) scene.last = scene.last && { ...scene.last, stale: true };
}

function readSentence(reader: Reader, sentence: Span, block: Block, recent: Point[], hold: Hold): Point[] {
  const { scene } = reader;
  const chairs = scene.author === undefined && chairing.test(sentence.text) ? chairsNamed(reader) : undefined;
  if (chairs) {
    scene.coChairs = chairs;
    return [];
  }
  const acts = scene.author === undefined ? actsOf(reader, block, hold) : authorActs(reader, scene.author);
  const found: Point[] = [];
  for (const act of acts) {
    const point = pointOf(
      reader,
      sentence,
      act,
      found.findLast(main) ?? lastMain(recent) ?? recent.at(-1),
      lastProposed(found) ?? lastProposed(recent),
    );
    if (point) found.push(point);
  }
  const leader = acts.findLast(
    (act) => act.attribution !== 'nominal' && act.attribution !== 'passive' && act.attribution !== 'quantified',
  );
  if (leader?.subject.names.length && delegationOf.test(sentence.text)) scene.delegation = leader.subject.names;
  if (leader && leader.subject.names.length)
    scene.last = {
      names: leader.subject.names,
      behalf: leader.subject.behalf,
      role: leader.subject.sorts.has('role') || (leader.subject.sorts.has('pronoun') && !!scene.last?.role),
    };
  else if (found.length)
    scene.last = found.at(-1)!.attribution === 'quantified' ? { names: [], behalf: [], role: false } : undefined;
  const item = block.kind === 'bullet' || block.kind === 'numbered';
  const leadsIn = /:\**$/.test(sentence.text);
  if (leadsIn && !item && !found.length) scene.last = undefined;
  if (!item)
    hold.list = leadsIn ? found.length > 0 : hold.list && found.every((point) => point.attribution === 'continuation');
  return found;
}

function actsOf(reader: Reader, block: Block, hold: Hold): Act[] {
  const listed = block.kind !== 'paragraph';
  const label = labelActs(reader);
  if (label && !label.acts.length && !listed) hold.label = label.subject;
  if (label) return [...label.acts, ...nominalActs(reader)];
  if (hold.label && listed) return afterLabel(reader, hold.label, 0);
  const opening = openingActs(reader);
  const nominal = nominalActs(reader);
  if (opening.length) return [...opening, ...nominal];
  const inverted = invertedActs(reader);
  if (inverted.length) return inverted;
  const existential = existentialActs(reader);
  if (existential.length) return existential;
  const according = accordingActs(reader);
  if (according.length) return according;
  const passive = [heldActs, madeActs, voicedActs, passiveActs, drawnActs, receivedActs]
    .map((read) => read(reader))
    .find((acts) => acts.length);
  if (passive) return [...passive, ...nominal];
  if (hold.list && listed) return [];
  const elliptical = ellipticalActs(reader);
  if (elliptical.length)
    return listed
      ? elliptical.map((act) =>
          act.attribution === 'elliptical' && !act.verb && act.subject.end > 0
            ? { ...act, attribution: 'label' as const }
            : act,
        )
      : elliptical;
  if (nominal.length) return nominal;
  return reader.scene.last?.stale && !hold.list ? [] : continuationActs(reader);
}
