import { isAgainst } from '#analysis/emphasis.ts';
import { folded, tokens, type Token } from '#engine/reading/tokens.ts';
import { eachPoint } from '#engine/points.ts';
import { eachSentence, type Check, type Checked, type CheckedSentence, type Finding } from './finding.ts';
import { groundOf, ownVoice, registeredName, type Ground } from './ground.ts';

/** A "not" that nobody said, one that was said and is gone, and support reported for what was opposed. */
export const negations: Check = {
  codes: ['negation_added', 'negation_lost'],
  run(checked) {
    const { report, sources } = checked;
    const found: Finding[] = [];
    for (const { sentence, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      if (!ground?.isCited || ground.statements.length === 0) continue;
      // Word for word within one language; who is for and who is against is known of every language that was read.
      if (ground.statements.every(({ language }) => language === report.language))
        found.push(...wordForWord(sentence, ground, at));
      found.push(...sides(sentence, ground, checked, at));
    }
    return found;
  },
};

type At = (start: number, end: number) => Finding['place'];

function wordForWord({ text }: CheckedSentence, ground: Ground, at: At): Finding[] {
  const own = negated(ownVoice(text));
  const said = [...ground.words, ...ground.texts].map(negated);
  const denied = new Set(said.flatMap(({ foci }) => foci.map(({ stem }) => stem)));
  const wholly = new Set(ground.statements.flatMap(({ body }) => negated(body).foci.map(({ stem }) => stem)));
  const plain = new Set(said.flatMap(({ stems }) => [...stems]));
  const added = own.foci
    .filter(({ stem }) => plain.has(stem) && !denied.has(stem) && !wholly.has(stem))
    // One "not" has several words after it, and "ne … jamais" two words of its own: the nearest that was said tells.
    .filter(
      (focus, i, all) =>
        all.findIndex(({ negator, word }) => negator === focus.negator || word.start === focus.word.start) === i,
    )
    .map(({ negator, word }) => finding('negation_added', negator, word, at));
  const mine = new Set(own.foci.map(({ stem }) => stem));
  const lost = said.flatMap(({ foci }) =>
    [...Map.groupBy(foci, ({ negator }) => negator).values()].flatMap((some) => {
      const kept = some.filter(({ stem }) => own.stems.has(stem));
      const isLost = kept.length === some.length && !kept.some(({ stem }) => mine.has(stem)) && !own.turns; // prettier-ignore
      const word = isLost && own.words.find((token) => stemOf(token) === kept[0]!.stem);
      return word ? [finding('negation_lost', word, kept[0]!.word, at)] : [];
    }),
  );
  return [...added, ...lost.slice(0, 1)];
}

function finding(check: 'negation_added' | 'negation_lost', place: Token, word: Token, at: At): Finding {
  return { check, place: at(place.start, place.end), values: { word: word.text } };
}

interface Focus {
  negator: Token;
  word: Token;
  stem: string;
}

const negators = new Set(
  `not never no without nor neither none nobody cannot n't ne pas jamais sans aucun aucune ni non no nunca sin ningun ninguna tampoco`.split(
    ' ',
  ),
);
/** Verbs that carry a negation of their own: "opposed a levy" says what "did not support a levy" said. */
const turning = /^(?:oppos|object|reject|disagre|refus|declin|doubt|warn|caution|regret|fail|avoid|prevent|deni|deny|lack|absen|unabl|question|refusa|against|stop|end|cease|contest)/; // prettier-ignore

/** The words each negation bears on: the next words of any weight, at most two. */
function negated(text: string): { foci: Focus[]; stems: Set<string>; words: Token[]; turns: boolean } {
  const row = tokens(text);
  const foci: Focus[] = [];
  row.forEach((token, i) => {
    const isNegator = negators.has(folded(token.text)) || token.low.endsWith("n't") || (token.low === "'t" && row[i - 1]?.low.endsWith('n')); // prettier-ignore
    if (!isNegator || (token.low === 'no' && /^[.,]$/.test(row[i + 1]?.text ?? ''))) return;
    // "Not only" denies nothing.
    if (row[i + 1]?.low === 'only' || row[i + 1]?.low === 'least') return;
    let left = 2;
    for (let at = i + 1; at < row.length && at <= i + 4 && left > 0; at++) {
      const word = row[at]!;
      if (/^[.;:!?]$/.test(word.text)) break;
      if (!hasWeight(word)) continue;
      foci.push({ negator: token, word, stem: stemOf(word) });
      left--;
    }
  });
  const words = row.filter(hasWeight);
  return { foci, words, stems: new Set(words.map(stemOf)), turns: words.some(({ low }) => turning.test(low)) };
}

const light = new Set(
  'that this these those with from they them their there have been were which when what where will would should could must than then also only into upon about more most very such being does just yet ever longer make made take taken'.split(
    ' ',
  ),
);

function hasWeight({ sort, low }: Token): boolean {
  return sort === 'word' && low.length > 3 && !light.has(low) && !negators.has(low);
}

/** How a verb or noun ends in English, French or Spanish, as far as a paraphrase bends it: wanted, quería, voulons. */
const endings = /(?<=\p{L}{4})(?:ing|ed|emos|amos|imos|aron|ieron|ando|iendo|aban|ian|ia|aient|ait|ions|ons|oir|ez|er|ir|ar|es|s|d|a|e|o)$/u; // prettier-ignore

function stemOf({ text }: Token): string {
  const word = folded(text);
  const bare = word.replace(endings, '');
  return (bare === word ? word.replace(/(?<=\p{L}{3})s$/u, '') : bare).slice(0, 5);
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
      const nearest = mostAlike(taken, own.slice(point.messageStart, point.messageEnd));
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

function mostAlike<T extends { said: string }>(points: readonly T[], message: string): T[] {
  const own = new Set(tokens(message).filter(hasWeight).map(stemOf));
  const shared = points.map(({ said }) => new Set(tokens(said).filter(hasWeight).map(stemOf).filter((stem) => own.has(stem))).size); // prettier-ignore
  const most = Math.max(0, ...shared);
  return points.filter((_, i) => shared[i] === most);
}
