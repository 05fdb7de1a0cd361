import { instrumentsIn } from '#engine/instruments.ts';
import { keyOf, spokenBy, type DraftRecord, type DraftStatement, type Speaker } from '#report/draft-record.ts';

/** A framework, convention or law that was referred to, with who did. */
export interface ReferredTo {
  name: string;
  by: Speaker[];
  statements: DraftStatement[];
  /** Where each of them first did, in UTF-16 code units of the statement. */
  passages: { statement: string; quotation: string; start: number }[];
}

/** The instruments of a roundtable, those most referred to first. */
export function instrumentsReferredTo({ statements }: DraftRecord): ReferredTo[] {
  const found = new Map<string, ReferredTo & { keys: Set<string> }>();
  for (const statement of statements) {
    const named = new Map(
      instrumentsIn(statement.body)
        .reverse()
        .map((one) => [one.name, one]),
    );
    for (const { name, start, text } of [...named.values()].reverse()) {
      const one = found.get(name) ?? { name, by: [], statements: [], passages: [], keys: new Set<string>() };
      found.set(name, one);
      one.statements.push(statement);
      const speakers = spokenBy(null, statement);
      const fresh = speakers.filter((speaker) => !one.keys.has(keyOf(speaker)));
      if (fresh.length > 0 || speakers.length === 0)
        one.passages.push({ statement: statement.id, quotation: text, start });
      for (const speaker of fresh) one.keys.add(keyOf(speaker));
      one.by.push(...fresh);
    }
  }
  return [...found.values()]
    .map(({ keys: _, ...one }) => one)
    .sort((a, b) => b.by.length - a.by.length || (a.name < b.name ? -1 : 1));
}
