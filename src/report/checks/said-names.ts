import { folded, tokens, type Token } from '#engine/reading/tokens.ts';
import { eachSentence, type Check, type Checked, type Finding } from './finding.ts';
import { groundOf, ownVoice, registeredName, voicesOf, type Ground } from './ground.ts';
import { namesMet } from './names-met.ts';

// Capitals that name nothing in particular.
const ordinary = new Set(
  `state states government governments chair chairs co-chair co-chairs rapporteur secretariat roundtable table round forum member members minister ministers
  ministry president ambassador delegation delegations monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december english french spanish arabic russian chinese i nations united north south east west convention question article annex
  national international general global organisation organization city municipality`.split(/\s+/),
);

/** A name in the report's own words must be said in what it cites, or be of someone who said it. */
export const saidNames: Check = {
  codes: ['name_unsaid'],
  run(checked) {
    const { report, sources } = checked;
    const found: Finding[] = [];
    for (const { sentence, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      if (!ground || !ground.isCited || ground.statements.length === 0) continue;
      // A name stands otherwise in another language or script.
      if (ground.statements.some(({ language }) => language !== report.language)) continue;
      for (const { name, start, end } of namesUnsaid(ownVoice(sentence.text), ground, checked))
        found.push({ check: 'name_unsaid', place: at(start, end), values: { name } });
    }
    return found;
  },
};

function namesUnsaid(own: string, ground: Ground, checked: Checked) {
  const { register, sources } = checked;
  const bodies = ground.statements.map(({ body }) => body);
  const known = [...ground.words, ...bodies, ...ground.texts, ...sources.programme];
  const said = new Set(known.flatMap((text) => tokens(text).map((token) => folded(token.text))));
  const saidActors = new Set(known.flatMap((text) => namesMet(text, register).map(({ actor }) => actor.name)));
  const speaking = [...voicesOf(ground.statements).values(), ...sources.coChairs];
  for (const { name } of speaking) {
    saidActors.add(registeredName(checked, name));
    for (const token of tokens(name)) said.add(folded(token.text));
  }
  for (const { people } of ground.statements)
    for (const { name } of people) for (const token of tokens(name)) said.add(folded(token.text));
  const met = namesMet(own, register);
  const unsaid = met
    .filter(({ actor, adjective, text }) => !adjective && /^\p{Lu}/u.test(text) && !saidActors.has(actor.name))
    .map(({ text, start, end }) => ({ name: text, start, end }));
  const others = tokens(own)
    .filter((token, i, row) => isName(token, row[i - 1]) && !said.has(folded(token.text)))
    .filter((token) => !met.some(({ start, end }) => start <= token.start && token.end <= end))
    .filter((token) => !hyphenated(token).every((part) => said.has(part) || ordinary.has(part)))
    .map(({ text, start, end }) => ({ name: text, start, end }));
  return [...unsaid, ...others].sort((a, b) => a.start - b.start);
}

/** A capital inside a sentence; the first word has one for its place alone. */
function isName(token: Token, before: Token | undefined): boolean {
  return token.sort === 'word' && token.upper && before !== undefined && !/^[.:;!?"•–]$/.test(before.low);
}

function hyphenated({ text }: Token): string[] {
  return folded(text).replace(/'s$/, '').split(/[-+]/);
}
