import type { Kysely } from 'kysely';
import { answersTo } from '#analysis/issues/queries.ts';
import type { DB } from '#db/schema.ts';
import { instrumentsIn } from '#engine/instruments.ts';
import { remembered } from '#record/remembered.ts';
import type { Forum } from '#record/forum.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { keyOf, type DraftPoint, type DraftStatement, type Speaker } from '#report/draft-record.ts';
import { recommendationsOf, type RecommendationView } from '#report/recommendations/queries.ts';
import { isDesk } from '#statements/queries.ts';
import { fewest } from './columns.ts';
import { raisedFrom, visibleRecord, type Place, type VisibleRecord } from './raised.ts';

/** Something that was raised, with how many stand on which side; names only where this viewer may be told. */
export interface Sided {
  title: string | null;
  raised: number;
  against: number;
  of: number;
  raisedBy: string[];
  againstBy: string[];
}

/** A question somebody put from the floor. */
export interface FloorQuestion {
  by: string[];
  words: string;
  statement: number;
  language: string;
  /** Statements that answer it, as people noted or as they replied, with who made them. */
  answers: { statement: number; by: string[] }[];
}

/** The lists of a roundtable: what comes out of what was said, each with its sources. */
export interface Lists {
  isNamed: boolean;
  /** Raised by two or more, and nobody is on record against. Never called a consensus: only the Chair declares that. */
  agreements: Sided[];
  divergences: Sided[];
  /** Guiding questions that no statement answers. */
  unanswered: { number: number; text: string }[];
  /** Empty where this viewer may not read what was said; then the two counts stand alone. */
  questions: FloorQuestion[];
  questionCounts: { asked: number; answered: number };
  instruments: { name: string; by: string[]; count: number; statements: number[] }[];
  recommendations: RecommendationView[];
}

/** The same for everybody but the desk, and so remembered until the record moves on. */
export function listsOf(forum: Forum, viewer: Viewer, roundtable: Place): Promise<Lists> {
  if (isDesk(viewer, roundtable)) return listsIn(forum.db, viewer, roundtable);
  return remembered(forum, `lists of ${roundtable.id}`, () => listsIn(forum.db, visitor, roundtable));
}

export async function listsIn(db: Kysely<DB>, viewer: Viewer, roundtable: Place): Promise<Lists> {
  const seen = await visibleRecord(db, viewer, roundtable);
  const { record, isNamed } = seen;
  const raised = await raisedFrom(db, roundtable, seen);
  const names = new Map(raised.spoke.map(({ key, name }) => [key, name]));
  const named = (keys: readonly string[]) => keys.map((key) => names.get(key) ?? key);
  const sided = raised.issues.map((issue): Sided => ({
    title: issue.title,
    raised: issue.raised,
    against: issue.against,
    of: raised.count,
    raisedBy: named(issue.raisedBy),
    againstBy: named(issue.againstBy),
  }));
  const isLinked = record.questions.some(({ answers }) => answers > 0);
  const questions = await questionsIn(db, seen);
  return {
    isNamed,
    agreements: sided.filter(({ raised, against }) => raised >= 2 && against === 0),
    divergences: sided.filter(({ raised, against }) => raised > 0 && against > 0),
    unanswered: isLinked ? record.questions.filter(({ answers }) => answers === 0).map(({ number, text }) => ({ number, text })) : [], // prettier-ignore
    questions: isNamed ? questions : [],
    questionCounts: { asked: questions.length, answered: questions.filter(({ answers }) => answers.length > 0).length },
    instruments: instrumentsOf(seen),
    recommendations: await recommendationsOf(db, roundtable, seen),
  };
}

function spokenBy(point: DraftPoint | null, statement: DraftStatement): Speaker[] {
  const parts = [point?.onBehalfOf ?? [], point?.actors ?? [], statement.onBehalfOf, statement.speakers];
  return parts.find((some) => some.length > 0) ?? [];
}

async function questionsIn(db: Kysely<DB>, { record, views }: VisibleRecord): Promise<FloorQuestion[]> {
  const asked = record.statements.flatMap((statement) =>
    statement.points.filter(({ act }) => act === 'questioned').map((point) => ({ point, statement })),
  );
  const noted = await answersTo(db, asked.map(({ point }) => point.id)); // prettier-ignore
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]));
  return asked.map(({ point, statement }) => {
    const replies = record.statements.filter(({ id }) => views.get(id)?.repliesTo === statement.number);
    const answers = [...(noted.get(point.id) ?? []).flatMap((id) => byId.get(id) ?? []), ...replies];
    return {
      by: spokenBy(point, statement).map(({ name }) => name),
      words: statement.body.slice(point.messageStart, point.messageEnd),
      statement: statement.number,
      language: statement.language,
      answers: [...new Set(answers)].map((one) => ({ statement: one.number, by: spokenBy(null, one).map(({ name }) => name) })), // prettier-ignore
    };
  });
}

/** Where nobody may be named, an instrument that fewer than three spoke of would tell who they are. */
function instrumentsOf({ record, isNamed }: VisibleRecord): Lists['instruments'] {
  const found = new Map<string, { by: Map<string, string>; statements: number[] }>();
  for (const statement of record.statements)
    for (const name of new Set(instrumentsIn(statement.body).map(({ name }) => name))) {
      const one = found.get(name) ?? { by: new Map<string, string>(), statements: [] as number[] };
      found.set(name, one);
      for (const speaker of spokenBy(null, statement)) one.by.set(keyOf(speaker), speaker.name);
      one.statements.push(statement.number);
    }
  return [...found]
    .filter(([, { by }]) => isNamed || by.size >= fewest)
    .map(([name, { by, statements }]) => ({
      name,
      by: isNamed ? [...by.values()] : [],
      count: by.size,
      statements: isNamed ? statements : [],
    })) // prettier-ignore
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
