import { actionsIn } from '#engine/strength.ts';
import { eachSentence, type Check, type Finding } from './finding.ts';
import { groundOf, ownVoice } from './ground.ts';

const namesOf: Record<number, string> = { 1: 'study', 2: 'consider', 3: 'take steps to', 4: 'strengthen', 5: 'do' };

/** A recommendation may not come out stronger or weaker than it was made. */
export const strength: Check = {
  codes: ['strength_changed'],
  run({ report, sources }) {
    const found: Finding[] = [];
    for (const { sentence, at } of eachSentence(report)) {
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
    }
    return found;
  },
};

function modalWord(rank: number): string {
  return ['', 'may', 'should', 'must'][rank]!;
}
