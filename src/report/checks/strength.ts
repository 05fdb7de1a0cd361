import { actionsIn, callsIn, strengthNames as namesOf, type Action } from '#engine/strength.ts';
import { eachSentence, type Check, type Finding } from './finding.ts';
import { groundOf, ownVoice, type Ground } from './ground.ts';

/** A recommendation may not come out stronger or weaker than it was made. */
export const strength: Check = {
  codes: ['strength_changed', 'strength_unsure'],
  run({ report, sources }) {
    const found: Finding[] = [];
    for (const { sentence, paragraph, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      if (!ground?.isCited || ground.statements.length === 0) continue;
      const said = ground.words.flatMap(actionsIn);
      for (const mine of actionsIn(ownVoice(sentence.text))) {
        const same = said.filter(({ stem }) => stem === mine.stem);
        if (same.length === 0) continue;
        const place = at(mine.start, mine.end);
        if (!same.some((one) => one.strength === mine.strength)) {
          const values = { action: mine.word, said: namesOf[same[0]!.strength]!, written: namesOf[mine.strength]! };
          found.push({ check: 'strength_changed', place, values });
        } else if (mine.modal && same.every(({ modal }) => modal) && !same.some(({ modal }) => modal === mine.modal)) {
          const [a, b] = [modalWord(same[0]!.modal!), modalWord(mine.modal)];
          found.push({ check: 'strength_changed', place, values: { action: mine.word, said: a, written: b } });
        }
      }
      if (paragraph.section === 'recommendations' && !found.some(({ place }) => place.sentence === sentence.id))
        found.push(...inOtherWords(ownVoice(sentence.text), said, ground, at));
    }
    return found;
  },
};

type At = (start: number, end: number) => Finding['place'];

/**
 * A recommendation that asks in quite other words: how far the action goes is compared, and the class of the operative verb;
 * where one side has no verb that we know, a person has to look.
 */
function inOtherWords(own: string, said: Action[], ground: Ground, at: At): Finding[] {
  // "Recommendation 3, proposed by Kenya: …" says of itself how it was made.
  const from = Math.max(0, own.indexOf(': ') + 1);
  const asked = own.slice(from);
  const [mine, theirs] = [actionsIn(asked), ground.words.flatMap(callsIn)];
  const [call, first] = [callsIn(asked)[0], theirs[0]];
  if (call && first && !theirs.some(({ rank }) => rank === call.rank)) {
    const values = { action: call.word, said: first.name, written: call.name };
    return [{ check: 'strength_changed', place: at(from + call.start, from + call.end), values }];
  }
  const shared = mine.some(({ stem }) => said.some((one) => one.stem === stem));
  const [one, other] = [mine[0], said[0]];
  if (shared || ground.words.some((words) => words.includes(asked.trim().replace(/\.$/, '')))) return [];
  if (!one || !other)
    return call && first ? [] : [{ check: 'strength_unsure', place: at(from, own.length), values: {} }];
  if (said.some(({ strength }) => strength === one.strength)) return [];
  const values = { action: one.word, said: namesOf[other.strength]!, written: namesOf[one.strength]! };
  return [{ check: 'strength_changed', place: at(from + one.start, from + one.end), values }];
}

function modalWord(rank: number): string {
  return ['', 'may', 'should', 'must'][rank]!;
}
