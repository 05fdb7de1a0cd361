import { tokens } from '#engine/reading/tokens.ts';
import { eachSentence, type Check, type Finding } from './finding.ts';
import { ownVoice } from './ground.ts';
import { namesMet } from './names-met.ts';

const pronouns = new Map([['she', 'it'], ['he', 'it'], ['her', 'its'], ['hers', 'its'], ['his', 'its'], ['him', 'it'], ['herself', 'itself'], ['himself', 'itself']]); // prettier-ignore
const people =
  /(?<!\p{L})(?:Mr|Ms|Mrs|Dr|Prof|H\.E|minister|mayor|ambassador|president|rapporteur|commissioner|director|representative|delegate|woman|women|girl|mother|man|boy|father|child|person|nurse|worker|daughter|son|wife|husband|everyone|chair|secretary)(?!\p{L})/iu;

/** A State is "it": a pronoun with a gender after a State's name, where no person is spoken of. */
export const statePronouns: Check = {
  codes: ['state_pronoun'],
  run({ report, register }) {
    if (report.language !== 'en') return [];
    const found: Finding[] = [];
    let state: string | null = null;
    let paragraphBefore: string | null = null;
    for (const { sentence, paragraph, at } of eachSentence(report)) {
      const own = ownVoice(sentence.text);
      if (paragraph.id !== paragraphBefore) state = null;
      paragraphBefore = paragraph.id;
      const met = namesMet(own, register).filter(({ adjective }) => !adjective);
      const first = met[0];
      for (const { low, text, start, end } of tokens(own)) {
        const fix = pronouns.get(low);
        if (!fix) continue;
        const last = met.filter((one) => one.end <= start).at(-1);
        const whose: string | null = last ? (isState(last.actor.kind) ? last.actor.name : null) : state;
        if (!whose || people.test(own.slice(0, start)) || namesAPerson(own.slice(last?.end ?? 0, start))) continue;
        found.push({ check: 'state_pronoun', place: at(start, end), values: { words: text, name: whose }, fix: /^\p{Lu}/u.test(text) ? fix.charAt(0).toUpperCase() + fix.slice(1) : fix }); // prettier-ignore
      }
      if (people.test(own)) state = null;
      else if (first) state = isState(first.actor.kind) ? first.actor.name : null;
    }
    return found;
  },
};

function isState(kind: string): boolean {
  return kind === 'state' || kind === 'observer' || kind === 'group';
}

/** "Kenya's Wanjiru Kamau said she": two capitalised words that the register does not know. */
function namesAPerson(words: string): boolean {
  return /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(words);
}
