import { folded, tokens, type Token } from './reading/tokens.ts';

/**
 * How strongly something is recommended, from least to most: study, consider, take steps to, strengthen, do. Identical
 * strength may be merged, different strength may not: to consider ratifying is not to ratify.
 */
const rungs: [strength: number, pattern: RegExp][] = [
  [1, /\b(?:study|studying|studies|examine|examining|explore|exploring|look into|looking into|discuss|discussing|reflect on|étudier|examiner|estudiar|examinar|explorar)\s+(?:the (?:possibility|option|feasibility|idea) of |la possibilité d[e'’]\s*|la posibilidad de )?/giu], // prettier-ignore
  [
    2,
    /\b(?:consider|considers|considering|envisage|envisaging|contemplate|envisager d[e'’]\s*|considerar (?:la posibilidad de )?)\s*/giu,
  ],
  [3, /\b(?:take|taking|took) (?:\w+ )?(?:steps|measures|action) (?:to|towards)\s+|\b(?:work|working|move|moving) towards\s+|\b(?:seek|seeking|endeavour|try|trying|aim|aiming|strive|striving) to\s+|\bprendre des mesures pour\s+|\btomar medidas para\s+/giu], // prettier-ignore
  [
    4,
    /\b(?:strengthen|strengthening|continue|continuing|step up|stepping up|intensify|intensifying|enhance|enhancing|renforcer|poursuivre|fortalecer|reforzar)\s+(?:\w+ )?(?:efforts? to |to )?/giu,
  ],
];
const plain = 5;
const modals: [strength: number, pattern: RegExp][] = [
  [1, /\b(?:could|may|might|can)\b/i],
  [2, /\b(?:should|ought)\b/i],
  [3, /\b(?:must|shall)\b/i],
];

/** Something that is asked for, and how strongly. */
export interface Action {
  stem: string;
  word: string;
  strength: number;
  /** Must, should, may: only where one stands right before. */
  modal: number | null;
  start: number;
  end: number;
}

// What States are asked to do, in the words of recommendations; by stem, so that "ratifying" is "ratify".
const asked =
  /^(?:ratif|imple|estab|adopt|abolis|aboli|ban|banni|prohi|fund|funde|fundi|finan|inclu|recog|recon|regul|prote|prote|publi|open|opene|openi|build|creat|provi|ensur|guara|invit|allow|end|endin|separ|pay|payin|join|sign|signi|withd|accede|acced|accce|revis|amend|repea|monit|measu|appoi|train|regis|repor|exten|remov|share|shari|suppo|harmo|integ|simpl|decri|legal|compe|coope|grant|rever|resto|garan|adher|crear|prohí|prohi)/;

/**
 * Every action that is asked for in a text, with how strongly: the verb that follows a rung, or an asked-for verb by itself.
 * Offsets are UTF-16 code units into `text`.
 */
export function actionsIn(text: string): Action[] {
  const found: Action[] = [];
  const taken = new Set<number>();
  for (const [strength, pattern] of rungs)
    for (const { 0: rung, index } of text.matchAll(pattern)) {
      const verb = tokens(text, index + rung.length).find(({ sort }) => sort === 'word');
      if (!verb || verb.start > index + rung.length + 1 || taken.has(verb.start) || !asked.test(folded(verb.text)))
        continue;
      taken.add(verb.start);
      found.push({ ...action(verb, text, index), strength, start: index });
    }
  const row = tokens(text);
  row.forEach((token, i) => {
    if (token.sort !== 'word' || taken.has(token.start) || !asked.test(folded(token.text)) || !isVerb(token, row[i - 1])) return; // prettier-ignore
    found.push({ ...action(token, text, token.start), strength: plain });
  });
  return found;
}

function action(verb: Token, text: string, from: number): Omit<Action, 'strength'> {
  const before = text.slice(Math.max(0, from - 24), from);
  const modal = modals.find(([, pattern]) =>
    new RegExp(`${pattern.source}(?:\\s+(?:not|also|be))*\\s*$`, 'i').test(before),
  );
  return { stem: folded(verb.text).slice(0, 5), word: verb.text, modal: modal?.[0] ?? null, start: verb.start, end: verb.end }; // prettier-ignore
}

/** After "to", a modal, "that States" or a comma a verb is asked for; "the protection of" is a thing. */
function isVerb(token: Token, before: Token | undefined): boolean {
  if (!before) return /(?:ing|y|e|h|t)$/.test(token.low);
  return /^(?:to|should|must|shall|may|might|could|can|and|or|by|of|for|states?|governments?|countries|de|à|pour|para|cities|,)$/.test(before.low); // prettier-ignore
}

/**
 * How firmly something is put to others, by the class of the operative verb, from the least to the most. The order is that
 * of the operative verbs of United Nations resolutions (takes note … invites, encourages … recommends … calls upon … urges …
 * demands); may, should and shall stand where ISO/IEC Directives, Part 2, clause 7 puts them: permission, recommendation,
 * requirement.
 */
const calls: [rank: number, name: string, pattern: RegExp][] = [
  [
    1,
    'take note',
    /\b(?:tak(?:e|es|ing)|took) note\b|\bnot(?:es|ed|ing)\b|\bprend(?:re)? note\b|\btom(?:a|ar) nota\b/i,
  ],
  [2, 'consider', /\bconsider(?:s|ed|ing)?\b|\benvisage[rs]?\b|\bconsidera(?:r|n)?\b/i],
  [3, 'invite, may', /\b(?:invit|encourag|suggest)(?:e|es|ed|ing|s)?\b|\b(?:may|might|could)\b|\bencourag\w+|\binvitan?\b|\balient\w+|\bpourrai\w+|\bpodr[ií]a\w*/i], // prettier-ignore
  [4, 'recommend, should', /\b(?:recommend|request|propos)(?:e|es|ed|ing|s)?\b|\b(?:should|ought)\b|\brecommand\w+|\brecom[ie]+nd\w+|\bdevrai\w+|\bdeber[ií]a\w*/i], // prettier-ignore
  [5, 'call upon', /\bcall(?:s|ed|ing)? (?:up)?on\b|\bcall(?:s|ed|ing)? for\b|\bappel\w+ (?:à|les?)\b|\bexhort\w*|\bappeal(?:s|ed|ing)?\b/i], // prettier-ignore
  [6, 'urge', /\burg(?:e|es|ed|ing)\b|\bengag\w+ instamment\b|\binst(?:a|an|amos)\b/i],
  [7, 'demand, must', /\b(?:demand|requir|insist)(?:e|es|ed|ing|s)?\b|\b(?:must|shall)\b|\bexig\w+|\bdoi(?:t|vent)\b|\bdeben?\b/i], // prettier-ignore
];

/** The class of an operative verb, and the word that shows it; offsets are UTF-16 code units into the text. */
export interface Call {
  rank: number;
  name: string;
  word: string;
  start: number;
  end: number;
}

/** The operative verbs of a text, one of each class, in their order; none where it has none that we know. */
export function callsIn(text: string): Call[] {
  const found = calls.flatMap(([rank, name, pattern]): Call[] => {
    const hit = pattern.exec(text);
    return hit ? [{ rank, name, word: hit[0], start: hit.index, end: hit.index + hit[0].length }] : [];
  });
  return found.sort((a, b) => a.start - b.start || b.rank - a.rank);
}

/** The names of the rungs of `actionsIn`. */
export const strengthNames: Record<number, string> = {
  1: 'study',
  2: 'consider',
  3: 'take steps to',
  4: 'strengthen',
  5: 'do',
};
