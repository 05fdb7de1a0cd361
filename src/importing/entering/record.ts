import { nameIssue } from '#analysis/acts.ts';
import type { Context } from '#record/act.ts';
import { enterPointsTogether, enterStatements } from './acts.ts';
import type { DelegationIds, EnteredRoundtable } from './programme.ts';
import { printed } from '#importing/printed.ts';
import type { Understanding, UnderstoodIssue, UnderstoodPoint, UnderstoodStatement } from '#importing/understanding.ts';

interface Programme {
  cluster: string | null;
  roundtables: EnteredRoundtable[];
  delegations: DelegationIds;
}

/** Ids by key: of the statements, and of the points found in them. */
export interface EnteredRecord {
  statements: Map<string, string>;
  points: Map<string, string>;
}

/** Enters what was said, the points found in it, and the issues the document names. */
export async function enterRecord(context: Context, plan: Understanding, programme: Programme): Promise<EnteredRecord> {
  const entered: EnteredRecord = { statements: new Map(), points: new Map() };
  const spelling = registeredSpelling(plan);
  for (const [i, { statements, issues }] of plan.roundtables.entries()) {
    const { id: roundtable } = programme.roundtables[i]!;
    const inputs = statements.map((statement) => statementInput(plan, statement, programme.delegations));
    const { statements: ids } = await context.perform(enterStatements, { roundtable, statements: inputs });
    statements.forEach(({ key }, n) => entered.statements.set(key, ids[n]!));
    const found = statements.map(({ points }, n) => ({
      statement: ids[n]!,
      points: points.map((point) => pointInput(point, spelling)),
    }));
    const { points } = await context.perform(enterPointsTogether, { roundtable, statements: found });
    statements.forEach((statement, n) =>
      statement.points.forEach(({ key }, m) => entered.points.set(key, points[n]![m]!)),
    );
    await nameIssues(context, plan, entered, roundtable, issues);
  }
  const whole = programme.cluster ?? programme.roundtables[0]!.id;
  await nameIssues(context, plan, entered, whole, plan.overallIssues);
  return entered;
}

function statementInput(plan: Understanding, statement: UnderstoodStatement, delegations: DelegationIds) {
  const { kind, mode, capacity, person, body } = statement;
  const taking = (part: 'speaker' | 'on_behalf_of' | 'supported_by' | 'opposed_by', names: string[]) =>
    names.map((name) => ({ part, ...identified(name, plan, delegations) }));
  const speakers = taking('speaker', statement.speakers).map((who) => ({ ...who, capacity }));
  if (person && speakers[0]) speakers[0].name = person.slice(0, 200);
  const isKnown = speakers.length > 0 && speakers.every(({ delegation }) => delegation);
  return {
    kind,
    mode,
    body,
    language: plan.language,
    source: 'import' as const,
    identity: isKnown ? ('verified' as const) : ('unidentified' as const),
    speakers: [
      ...(speakers.length > 0 ? speakers : [{ name: person!.slice(0, 200), capacity }]),
      ...taking('on_behalf_of', statement.onBehalfOf),
      ...taking('supported_by', statement.supportedBy),
      ...taking('opposed_by', statement.opposedBy),
    ],
  };
}

/** A delegation of the register, with the person who spoke for it; or the bare name. */
function identified(name: string, plan: Understanding, delegations: DelegationIds) {
  const delegation = delegations.get(name) ?? null;
  const about = plan.delegations.find((one) => one.name === name);
  const person = about?.person ?? (delegation ? null : name);
  return { delegation, name: person?.slice(0, 200) ?? null, function: about?.function?.slice(0, 300) ?? null };
}

/** The name a delegation goes by on the register, under which its points find it. */
function registeredSpelling(plan: Understanding): (name: string) => string {
  const spellings = new Map(
    plan.delegations.map(({ as, name, shortName }) => [name, as === 'named' ? name : shortName]),
  );
  return (name) => (spellings.get(name) ?? name).slice(0, 300);
}

function pointInput({ key: _, ...point }: UnderstoodPoint, spelling: (name: string) => string) {
  return {
    ...point,
    verb: point.verb.slice(0, 200),
    topic: point.topic.slice(0, 2000),
    actors: point.actors.map(spelling),
    onBehalfOf: point.onBehalfOf.map(spelling),
    supportedBy: point.supportedBy.map(spelling),
    opposedBy: point.opposedBy.map(spelling),
    foundBy: 'engine',
  };
}

async function nameIssues(
  context: Context,
  plan: Understanding,
  entered: EnteredRecord,
  roundtable: string,
  issues: UnderstoodIssue[],
  parent: string | null = null,
): Promise<void> {
  for (const [position, issue] of issues.entries()) {
    const { kind, title } = issue;
    const points = pointsWithin(plan, issue).flatMap(({ key }) => entered.points.get(key) ?? []);
    const given = { roundtable, kind, title: title.slice(0, 2000), parent, position, points };
    const { id } = await context.perform(nameIssue, given);
    await nameIssues(context, plan, entered, roundtable, issue.children, id);
  }
}

/** Points whose words are printed within an item of a list. Which others belong to it is a person's to say. */
function pointsWithin({ text, roundtables }: Understanding, { start, end }: UnderstoodIssue): UnderstoodPoint[] {
  return roundtables
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.start < end && start < statement.end)
    .flatMap((statement) => {
      const body = printed(text, statement.start, statement.end);
      return statement.points.filter((point) => body.at(start) < point.messageEnd && point.messageStart < body.at(end));
    });
}
