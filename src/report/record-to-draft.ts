import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { issuesOf, pointsIn, type Part, type PointView } from '#analysis/queries.ts';
import { saidToQuestions } from '#analysis/questions/queries.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { found } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { statementsOf, type SpeakerView, type StatementView } from '#statements/queries.ts';
import type { DraftPoint, DraftRecord, DraftStatement, Speaker } from './draft-record.ts';
import type { Step } from './quantifier.ts';
import { recommendationsToTell } from './recommendations/telling.ts';
import { citationRefusal } from './rules.ts';
import { dispositionsIn } from './text-rows.ts';
import { tellTogether } from './together.ts';

/** What a draft of a roundtable's record is written from, in a handful of queries however much was said. */
export async function recordToDraft(
  tx: Kysely<DB>,
  roundtableId: string,
  reportId: string | null,
): Promise<DraftRecord> {
  const place = found(await placeOf(tx, roundtableId), 'roundtable');
  const roundtable = found(await roundtableNumbered(tx, place.edition_id, place.number), 'roundtable');
  const statements = (await statementsOf(tx, program, roundtable)).filter(isCitable);
  const points = await pointsIn(
    tx,
    statements.map(({ id }) => id),
  );
  const current = new Map(statements.map(({ id, revision }) => [id, revision]));
  const ofStatement = Map.groupBy(
    points.filter((point) => point.revision === current.get(point.statementId)),
    (point) => point.statementId,
  );
  const issues = await issuesOf(tx, roundtableId);
  const toQuestions = await saidToQuestions(tx, statements, points);
  const decided = reportId ? await dispositionsIn(tx, reportId) : [];
  return {
    roundtable: {
      id: roundtable.id,
      number: roundtable.number,
      title: roundtable.title,
      attribution: roundtable.attribution,
      room: roundtable.room,
      startsAt: roundtable.startsAt,
      endsAt: roundtable.endsAt,
      timeZone: place.time_zone,
    },
    coChairs: roundtable.coChairs.map(({ slug, name, kind }) => ({ slug, name, kind, capacity: 'co_chair' })),
    questions: roundtable.questions,
    statements: tellTogether(
      statements.map((statement) => toDraft(statement, ofStatement.get(statement.id) ?? [])),
      new Map(points.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto]] : []))),
      new Set(decided.map(({ statement_id }) => statement_id)),
    ),
    issues: issues.map(({ id, kind, title, points }) => ({ id, kind, title, points })),
    answers: new Map([...toQuestions].map(([id, { answers }]) => [id, answers])),
    replies: new Map([...toQuestions].map(([id, { replies }]) => [id, replies])),
    recommendations: await recommendationsToTell(tx, roundtableId),
    scale: place.quantifier_scale as Step[] | null,
    decided: decided.map(({ statement_id, kind, reason }) => ({ statement: statement_id, kind, reason })),
  };
}

function placeOf(tx: Kysely<DB>, roundtableId: string) {
  return tx
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['roundtable.number', 'edition_id', 'time_zone', 'quantifier_scale'])
    .where('roundtable.id', '=', roundtableId)
    .executeTakeFirst();
}

function isCitable({ number, state, onRecord, ruling }: StatementView): boolean {
  return citationRefusal({ number, state, on_record: onRecord, decision: ruling?.decision ?? null }) === null;
}

function toDraft(statement: StatementView, points: PointView[]): DraftStatement {
  const { id, number, kind, mode, language } = statement;
  const speaking = (part: SpeakerView['part']) => statement.speakers.filter((one) => one.part === part).map(toSpeaker);
  const speakers = speaking('speaker');
  return {
    id,
    number,
    kind,
    mode,
    language,
    body: statement.body ?? '',
    speakers,
    onBehalfOf: speaking('on_behalf_of'),
    supportedBy: speaking('supported_by'),
    opposedBy: speaking('opposed_by'),
    points: points.map(toPoint),
  };
}

function toSpeaker({ delegation, person, capacity }: SpeakerView): Speaker {
  const { slug = null, name = person ?? 'a speaker', kind = null } = delegation ?? {};
  return { slug, name, kind, capacity };
}

function toPoint(point: PointView): DraftPoint {
  const { id, sentenceStart, sentenceEnd, messageStart, messageEnd, verb, act, polarity, attribution } = point;
  const acting = (part: Part) =>
    point.actors
      .filter((one) => one.part === part)
      .map(({ name, delegation }): Speaker => {
        const { slug = null, kind = null, name: registered = name } = delegation ?? {};
        return { slug, kind, name: registered, capacity: null };
      });
  return {
    id,
    sentenceStart,
    sentenceEnd,
    messageStart,
    messageEnd,
    verb,
    act,
    polarity,
    attribution,
    actors: acting('actor'),
    onBehalfOf: acting('on_behalf_of'),
    supportedBy: acting('supported_by'),
    opposedBy: acting('opposed_by'),
  };
}
