import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { remembered } from '#record/remembered.ts';
import type { Forum } from '#record/forum.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { spokenBy } from '#report/draft-record.ts';
import { recommendationsOf, type RecommendationView } from '#report/recommendations/queries.ts';
import { isDesk } from '#statements/queries.ts';
import { fewest } from './columns.ts';
import { instrumentsReferredTo } from './instruments.ts';
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
  /** Statements that answer it, and others that reply to it, with who made them. */
  answers: { statement: number; by: string[] }[];
  replies: { statement: number; by: string[] }[];
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
  const questions = questionsIn(seen);
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

function questionsIn({ record }: VisibleRecord): FloorQuestion[] {
  const asked = record.statements.flatMap((statement) =>
    statement.points.filter(({ act }) => act === 'questioned').map((point) => ({ point, statement })),
  );
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]));
  return asked.map(({ point, statement }) => {
    const made = (ids: readonly string[] = []) =>
      ids.flatMap((id) => byId.get(id) ?? []).map((one) => ({ statement: one.number, by: spokenBy(null, one).map(({ name }) => name) })); // prettier-ignore
    return {
      by: spokenBy(point, statement).map(({ name }) => name),
      words: statement.body.slice(point.messageStart, point.messageEnd),
      statement: statement.number,
      language: statement.language,
      answers: made(record.answers?.get(point.id)),
      replies: made(record.replies?.get(point.id)),
    };
  });
}

/** Where nobody may be named, an instrument that fewer than three spoke of would tell who they are. */
function instrumentsOf({ record, isNamed }: VisibleRecord): Lists['instruments'] {
  return instrumentsReferredTo(record)
    .filter(({ by }) => isNamed || by.length >= fewest)
    .map(({ name, by, statements }) => ({
      name,
      by: isNamed ? by.map((one) => one.name) : [],
      count: by.length,
      statements: isNamed ? statements.map(({ number }) => number) : [],
    }));
}
