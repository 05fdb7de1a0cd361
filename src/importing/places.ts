import type { Block, Item, ReadDocument } from '#engine/types.ts';
import type { Section, UnderstoodIssue, UnderstoodRoundtable } from './understanding.ts';

interface Place {
  start: number;
  end: number;
}

/** Where in the document the reading found what. */
export interface Places {
  roundtables: (Place & { key: string; title: Place })[];
  coChairs: Place[];
  issues: Place[];
  questions: (Place & { roundtable: string; question: number })[];
  /** The first that fits says in which section a block stands. */
  sections: (Place & { section: Section })[];
}

export function placesOf(document: ReadDocument, understood: UnderstoodRoundtable[]): Places {
  const pairs = document.roundtables.map((read, i) => ({ read, understood: understood[i]! }));
  const all = (section: Section, places: Place[]) => places.map(({ start, end }) => ({ section, start, end }));
  const items = (section: Section, of: Item[]) => all(section, of);
  return {
    roundtables: pairs.map(({ read, understood: { key } }) => ({
      key,
      start: read.start,
      end: read.end,
      title: read.title,
    })),
    coChairs: pairs.flatMap(({ read }) => read.coChairs),
    issues: [...understood.flatMap(({ issues }) => issues), ...document.overallIssues.map(asPlace)],
    questions: pairs.flatMap(({ understood: { key, questions } }) =>
      questions.map(({ start, end }, question) => ({ roundtable: key, question, start, end })),
    ),
    sections: [
      ...all('thanks', document.closing),
      ...items('overall', document.overallIssues),
      ...pairs.flatMap(({ read, understood: { statements } }) => [
        ...items('main_issues', read.mainIssues),
        ...items('means', read.meansOfImplementation),
        ...items('questions', read.questions),
        ...items('models', read.models),
        ...items('tools', read.tools),
        ...statements.map(({ start, end, capacity, mode }) => ({ start, end, section: sectionFor(capacity, mode) })),
        ...all('co_chairs', read.coChairs),
      ]),
    ],
  };
}

function asPlace({ start, end }: Item | UnderstoodIssue): Place {
  return { start, end };
}

function sectionFor(capacity: string | null, mode: string): Section {
  if (mode === 'written') return 'written';
  if (capacity === 'co_chair') return 'co_chairs';
  return capacity === 'panel' ? 'panel' : 'discussion';
}

/** A line that opens a list stands in the section of the list; what fits nowhere stays where the last block stood. */
export function sectionOf(places: Places, block: Block, next: Block | undefined, last: Section): Section {
  const fits = (one: Place) => places.sections.find((place) => place.start < one.end && one.start < place.end)?.section;
  if (
    block.kind === 'heading' &&
    places.roundtables.some(({ title }) => title.start < block.end && block.start < title.end)
  )
    return 'opening';
  const opens = /:\W*$/.test(block.text) && next?.kind === 'bullet' ? fits(next) : undefined;
  return opens ?? fits(block) ?? (last === 'title' && block.kind !== 'heading' ? 'opening' : last);
}
