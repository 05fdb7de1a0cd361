import { enterStatement } from '#statements/acts.ts';
import { answerAppeal, makeAppeal, markAbuse } from '#statements/rulings/acts.ts';
import type { Doing, Event, Ids } from './world.ts';
import { appeals, spam } from './world/appeals-and-spam.ts';

/** What followed the Chair's rulings: two appeals, one of them answered; and a comment the support unit set aside. */
export function appealsAndSpam(doing: Doing, ids: Ids): Event[] {
  const events: Event[] = [];
  for (const { statement, at, words, answer } of appeals.filter(({ statement }) =>
    ids.roundtables.has(rt(statement)),
  )) {
    let appeal = '';
    events.push([
      at,
      async () => {
        appeal = (await doing(at, makeAppeal, { statement: ids.statements.get(statement)!, words })).id;
      },
    ]);
    if (answer)
      events.push([
        answer.at,
        () => doing(answer.at, answerAppeal, { appeal, outcome: 'upheld', answer: answer.words }, 'nakato'),
      ]);
  }
  const { roundtable, at, body, aside } = spam;
  if (!ids.roundtables.has(roundtable)) return events;
  let statement = '';
  events.push([
    at,
    async () => {
      const comment = { kind: 'comment', mode: 'written', identity: 'unidentified', source: 'own_hand' } as const;
      const place = ids.roundtables.get(roundtable)!;
      statement = (await doing(at, enterStatement, { ...comment, roundtable: place, body, speakers: [] })).id;
    },
  ]);
  const { reason, words } = aside;
  events.push([aside.at, () => doing(aside.at, markAbuse, { statement, reason, words }, 'keller')]);
  return events;
}

function rt(key: string): string {
  return key.split('/')[0]!;
}
