import { folded, tokens } from '#engine/reading/tokens.ts';
import type { Actor } from '#engine/types.ts';
import type { Register } from '#engine/register.ts';
import { eachSentence, type Check, type Finding } from './finding.ts';
import { ownVoice } from './ground.ts';
import { namesMet } from './names-met.ts';

/** Names stand as the register has them: "Türkiye", not "Turkey"; "Guatemala", not "Guatamala". */
export const registerNames: Check = {
  codes: ['register_name'],
  run({ report, register }) {
    // The register's short names are English; in another language its other names are right.
    if (report.language !== 'en') return [];
    const found: Finding[] = [];
    for (const { sentence, at } of eachSentence(report)) {
      const own = ownVoice(sentence.text);
      const met = namesMet(own, register);
      for (const { actor, text, start, end, adjective } of met)
        if (!adjective && isOther(text, actor))
          found.push({ check: 'register_name', place: at(start, end), values: { printed: text, name: actor.name }, fix: actor.name }); // prettier-ignore
      for (const { text, start, end, sort, upper } of tokens(own)) {
        if (sort !== 'word' || !upper || text.length < 6) continue;
        if (met.some((one) => one.start <= start && end <= one.end)) continue;
        const name = nearly(text, register);
        if (name)
          found.push({ check: 'register_name', place: at(start, end), values: { printed: text, name }, fix: name });
      }
    }
    return found;
  },
};

/** Whether a State or group goes by a name of its own choosing, and this is another; acronyms and formal names are as good. */
function isOther(printed: string, { kind, name, formalName, code }: Actor): boolean {
  if (kind !== 'state' && kind !== 'observer') return false;
  const key = (one: string) => folded(one).replace(/^the /, '');
  if ([name, formalName, code].some((one) => one && key(one) === key(printed))) return false;
  if (/^[\p{Lu}.&-]+$/u.test(printed)) return false;
  // "Iran" for "Iran (Islamic Republic of)", "Venezuela": the part before the brackets is the name.
  return !key(name).startsWith(`${key(printed)} (`) && !key(name).startsWith(`${key(printed)},`);
}

const single = new WeakMap<Register, Map<string, string[]>>();

/** A State's one-word name that differs in one letter, or in two that changed places. */
function nearly(printed: string, register: Register): string | null {
  let names = single.get(register);
  if (!names) {
    const states = register.actors.filter(({ kind, name }) => kind === 'state' && /^\p{L}{6,}$/u.test(name));
    names = Map.groupBy(
      states.map(({ name }) => name),
      (name) => folded(name).charAt(0),
    );
    single.set(register, names);
  }
  const word = folded(printed).replace(/'s$/, '');
  const close = (names.get(word.charAt(0)) ?? []).find((name) => isOneOff(folded(name), word));
  return close ?? null;
}

function isOneOff(name: string, word: string): boolean {
  // "Algerian" and "Senegalese" are adjectives, not misprints.
  if (name === word || word.startsWith(name) || Math.abs(name.length - word.length) > 1) return false;
  let at = 0;
  while (at < name.length && name[at] === word[at]) at++;
  const [restOfName, restOfWord] = [name.slice(at), word.slice(at)];
  if (restOfName.slice(1) === restOfWord.slice(1) || restOfName.slice(1) === restOfWord) return restOfName.length > 1;
  if (restOfName === restOfWord.slice(1)) return true;
  return (
    restOfName[0] === restOfWord[1] && restOfName[1] === restOfWord[0] && restOfName.slice(2) === restOfWord.slice(2)
  );
}
