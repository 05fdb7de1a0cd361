import { eachSentence, type Check, type CheckedSentence, type Finding } from './finding.ts';
import { groundOf, ownVoice, type Ground } from './ground.ts';
import { numbersIn } from './number-words.ts';

const pointers =
  /(?:round\s?tables?|RT|questions?|statements?|paragraphs?|annex(?:es)?|sections?|interventions?|comments?|nos?\.|numbers?|mesa|table ronde)\s*$/i;
const counted =
  /^[\s\u00a0]+(?:guiding |main )?(?:questions?|statements?|delegations?|states?|speakers?|participants?|organi[sz]ations?|of the)/i;

/** A number in the report's own words must be said, or counted, in what it cites. */
export const numbers: Check = {
  codes: ['number_unsaid'],
  run({ report, sources }) {
    const found: Finding[] = [];
    for (const { sentence, paragraph, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      // Facts of the programme are looked up, and an annex prints the report's own numbers.
      if (!ground || !ground.isCited || ground.statements.length === 0 || paragraph.section === 'annex') continue;
      const own = ownVoice(sentence.text);
      const said = saidIn(ground, sentence);
      for (const text of sources.programme) for (const { value } of numbersIn(text)) said.add(value);
      for (const { value, start, end } of numbersIn(own)) {
        if (said.has(value) || pointers.test(own.slice(0, start))) continue;
        if (counted.test(own.slice(end)) && countsIn(ground, sentence).has(value)) continue;
        // What is said in a language whose number words are not known here may hold it.
        if (!/\p{N}/u.test(own.slice(start, end)) && !ground.statements.every(({ language }) => spells(language)))
          continue;
        found.push({ check: 'number_unsaid', place: at(start, end), values: { number: own.slice(start, end) } });
      }
    }
    return found;
  },
};

function spells(language: string): boolean {
  return ['en', 'fr', 'es'].includes(language);
}

function saidIn({ words, texts, statements }: Ground, { rests }: CheckedSentence): Set<string> {
  // What is said around the passage may be reported with it.
  const bodies = statements.map(({ body }) => body);
  const facts = (rests ?? []).flatMap((rest) => (rest.kind === 'count' ? [rest.fact.count, rest.fact.of, rest.fact.opposed] : [])); // prettier-ignore
  const values = [...words, ...bodies, ...texts].flatMap((text) => numbersIn(text).map(({ value }) => value));
  return new Set([...values, ...facts.map(String)]);
}

/** What can be counted in the citations themselves: so many questions, statements, speakers. */
function countsIn({ statements, texts }: Ground, { rests }: CheckedSentence): Set<string> {
  const speakers = new Set(statements.flatMap((one) => one.speakers.map(({ name }) => name)));
  return new Set([statements.length, texts.length, speakers.size, rests?.length ?? 0].map(String));
}
