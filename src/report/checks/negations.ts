import { isAgainst } from '#analysis/emphasis.ts';
import { clausesOf, stemsOf, type Readable } from '#engine/polarity/clauses.ts';
import { denyingWords } from '#engine/polarity/words.ts';
import { eachPoint } from '#engine/points.ts';
import { denialsIn, heard, type Heard } from './denials.ts';
import {
  eachSentence,
  type Check,
  type Checked,
  type CheckedSentence,
  type Finding,
  type SourceStatement,
} from './finding.ts';
import { groundOf, ownVoice, registeredName, voicesIn, type Ground } from './ground.ts';
import { namesMet } from './names-met.ts';

/** A "not" that nobody said, one that was said and is gone, and support reported for what was opposed. */
export const negations: Check = {
  codes: ['negation_added', 'negation_lost', 'negation_unsure'],
  run(checked) {
    const { report, sources } = checked;
    const found: Finding[] = [];
    for (const { sentence, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      if (!ground?.isCited || ground.statements.length === 0) continue;
      const taken = sides(sentence, ground, checked, at);
      // Word for word within one language; who is for and who is against is known of every language that was read.
      const isOne = ground.statements.every(({ language }) => language === report.language);
      const worded = isOne
        ? againstWords(sentence, ground, checked, at)
        : acrossLanguages(sentence, ground, checked, at);
      const isSure = worded.some(({ check }) => check !== 'negation_unsure');
      found.push(...(isSure || taken.length === 0 ? worded : taken));
    }
    return found;
  },
};

type At = (start: number, end: number) => Finding['place'];

/** What a sentence denies, or says, against what it cites; in a language whose ways of denying are known. */
function againstWords({ text, writtenBy }: CheckedSentence, ground: Ground, checked: Checked, at: At): Finding[] {
  const { language } = checked.report;
  if (!isReadable(language)) return [];
  const sources = [
    ...ground.statements.map((statement) => heardIn(statement)),
    ...ground.texts.map((said) => heard(said, language)),
  ];
  const own = ownVoice(text);
  const met = namesMet(own, checked.register).filter(({ adjective }) => !adjective);
  const names = [...ground.statements.flatMap(voicesIn).map(({ name }) => name), ...met.map((one) => one.text)];
  const denials = denialsIn(own, language, sources, stemsOf(names.join(', '), language));
  // What a draft says in words of its own it says of the record: “It remained unanswered.”
  const found = writtenBy === 'template' ? denials.filter(({ said }) => said !== null) : denials;
  // One sentence, one look: whoever reads it again reads all of it.
  const gravest = found.find(({ isSure }) => isSure) ?? found[0];
  if (!gravest) return [];
  const { isSure, isAdded, said, word } = gravest;
  const check = !isSure ? 'negation_unsure' : isAdded ? 'negation_added' : 'negation_lost';
  return [
    { check, place: at(word.token.start, word.token.end), values: { word: word.token.text, said: said ?? 'empty' } },
  ];
}

/** A "no" on one side of a translation and none on the other: whether the sense was kept only a reader of both can say. */
function acrossLanguages({ text, writtenBy }: CheckedSentence, ground: Ground, { report }: Checked, at: At): Finding[] {
  // A draft translates nothing: it quotes.
  if (!isReadable(report.language) || writtenBy !== 'person') return [];
  const denial = clausesOf(ownVoice(text), report.language, true).find(({ denies }) => denies);
  const passages = ground.words.flatMap((words) => {
    const from = ground.statements.find(({ body }) => body.includes(words));
    return from && isReadable(from.language) ? [clausesOf(words, from.language).some(({ denies }) => denies)] : [null];
  });
  if (denial ? passages.includes(true) : !passages.every((denies) => denies === true)) return [];
  const [start, end] = denial ? [denial.start, denial.end] : [0, text.length];
  return [
    { check: 'negation_unsure', place: at(start, end), values: { word: text.slice(start, end), said: 'abroad' } },
  ];
}

function isReadable(language: string): language is Readable {
  return Object.hasOwn(denyingWords, language);
}

// A statement is read once for all the sentences that rest on it.
const readings = new WeakMap<SourceStatement, Heard>();

function heardIn(statement: SourceStatement): Heard {
  const known = readings.get(statement) ?? heard(statement.body, statement.language as Readable);
  readings.set(statement, known);
  return known;
}

/**
 * Where every point cited of someone is against, the sentence may not have them for it, nor the other way round; where they
 * were for one thing and against another, the one worded most like the sentence decides.
 */
function sides({ text }: CheckedSentence, ground: Ground, checked: Checked, at: At): Finding[] {
  const own = ownVoice(text);
  const points = ground.statements.flatMap(
    ({ points, speakers, body }) =>
    points.map((point) => ({ ...point, said: body.slice(point.messageStart, point.messageEnd), who: point.actors.length > 0 ? point.actors : speakers })), // prettier-ignore
  );
  const isOneLanguage = ground.statements.every(({ language }) => language === checked.report.language);
  const found: Finding[] = [];
  const told = takingSides(own, checked);
  for (const point of told) {
    const isNo = isAgainst(point);
    // "It opposed this": whoever it is, there is one statement to be told of.
    const names = !point.isIt ? point.actors : ground.statements.length === 1 ? [null] : [];
    for (const name of names) {
      // "Opposed the whole, and supported a part": both sides are told.
      if (told.some((other) => other !== point && (name === null || other.actors.includes(name)) && isAgainst(other) !== isNo)) continue; // prettier-ignore
      const theirs = points.filter(({ who }) => name === null || who.some((one) => registeredName(checked, one.name) === name)); // prettier-ignore
      const taken = theirs.filter((one) => ['supported', 'opposed'].includes(one.act));
      const nearest = mostAlike(taken, own.slice(point.messageStart, point.messageEnd), isOneLanguage);
      if (nearest.length === 0 || nearest.some((one) => isAgainst(one) === isNo)) continue;
      const place = at(point.start, Math.min(own.length, point.end));
      found.push({ check: isNo ? 'negation_added' : 'negation_lost', place, values: { word: point.verb } });
    }
  }
  return found;
}

const someone = 'Peru';

/** What a sentence says somebody supported or opposed; a pronoun at its head stands for whoever is told of. */
function takingSides(own: string, { register }: Checked) {
  const pronoun = /^(?:It|They|He|She)(?=\s)/.exec(own)?.[0];
  const shift = pronoun ? someone.length - pronoun.length : 0;
  const text = pronoun ? someone + own.slice(pronoun.length) : own;
  return [...eachPoint(text, { register })]
    .filter(({ act }) => act === 'supported' || act === 'opposed')
    .map((point) => ({
      ...point,
      isIt: pronoun !== undefined && point.actors.join() === someone,
      start: Math.max(0, point.start - shift),
      end: point.end - shift,
      messageStart: point.messageStart - shift,
      messageEnd: point.messageEnd - shift,
    }));
}

/** Those that share most words; where not one word is shared within a language, none speaks of the same. */
function mostAlike<T extends { said: string }>(points: readonly T[], message: string, isOneLanguage: boolean): T[] {
  const own = stemsOf(message, 'en');
  const shared = points.map(({ said }) => stemsOf(said, 'en').intersection(own).size);
  const most = Math.max(0, ...shared);
  return isOneLanguage && most === 0 && own.size > 0 ? [] : points.filter((_, i) => shared[i] === most);
}
