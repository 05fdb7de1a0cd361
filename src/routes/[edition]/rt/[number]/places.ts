import type { say } from '#messages/say.ts';
import type { Reflection } from '#report/views.ts';

type Say = (code: Parameters<typeof say>[0], values?: Record<string, unknown>) => string;

const longest = 3;

/** Where reports rest on a statement, each sentence once, the report of its own roundtable first. */
export function placesIn(
  reflections: Reflection[],
  roundtable: string,
  to: { report(number: string): string },
  say: Say,
) {
  const own = (reflection: Reflection) => Number(reflection.report.roundtable !== roundtable);
  const once = new Map(
    reflections
      .toSorted((a, b) => own(a) - own(b))
      .map(({ report, paragraph, letter, sentence }) => {
        const name = `${paragraph}${letter}`;
        const href = `${to.report(report.roundtable)}#p${name}`;
        const isOwn = report.roundtable === roundtable;
        return [
          sentence.id,
          {
            text: say(isOwn ? 'statement.paragraph' : 'statement.paragraph_of', { name, number: report.roundtable }),
            href,
          },
        ];
      }),
  );
  const places = [...once.values()];
  return { shown: places.slice(0, longest), more: Math.max(0, places.length - longest) };
}
