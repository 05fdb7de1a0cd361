import { pointsIn } from '#analysis/queries.ts';
import { programmeOf, type RoundtableView } from '#programme/queries.ts';
import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import { visitor } from '#record/viewer.ts';
import { ledgersFor, reflectionsOf, reportsIn } from '#report/queries.ts';
import type { LedgerLine, LedgerView, Reflection } from '#report/views.ts';
import { echoOf, speaksIn } from '#statements/echo.ts';
import { statementsByDelegation, statementsFor, type StatementView } from '#statements/queries.ts';
import { expectedOf, type Expected } from './expected.ts';

/** What a delegation reports home: what it said, who agreed, who answered, where it is reflected, what is expected of it. */
export interface Cable {
  roundtables: { number: string; title: string; statements: CableStatement[] }[];
  expected: Expected[];
}

export interface CableStatement {
  number: number;
  roundtable: string;
  kind: StatementView['kind'];
  saidAt: Date | null;
  language: string;
  /** Its points in their exact words, or how it begins where none was found; empty where it is no longer to be read. */
  words: string[];
  /** How many points stand beyond those. */
  more: number;
  agreed: string[];
  opposed: string[];
  answeredBy: string[];
  /** Where it stands in each report that covers it. */
  standings: {
    report: string;
    state: LedgerLine['state'];
    sentences: { place: string; text: string }[];
    why: string;
  }[];
}

const mostWords = 2;

/**
 * The cable of the delegation with this slug. It holds what everyone may see, so that it can be passed on; what a
 * roundtable’s policy attributes to nobody is not in it.
 */
export function cableOf(
  forum: Forum,
  edition: { id: string },
  delegation: { id: string; slug: string },
): Promise<Cable> {
  return remembered(forum, `cable ${edition.id} ${delegation.id}`, () => compose(forum, edition, delegation));
}

async function compose(
  forum: Forum,
  edition: { id: string },
  delegation: { id: string; slug: string },
): Promise<Cable> {
  const { db } = forum;
  const programme = await programmeOf(db, edition.id);
  const involved = await statementsByDelegation(db, visitor, edition.id, delegation.id);
  const said = involved.filter((statement) => speaksIn(statement, delegation.slug));
  const ids = said.map(({ id }) => id);
  const points = Map.groupBy(await pointsIn(db, ids), ({ statementId }) => statementId);
  const reflections = await reflectionsOf(db, visitor, ids);
  const reports = await reportsIn(db, visitor, edition.id);
  const ledgers = await ledgersFor(forum, visitor, reports);
  const threads = new Map<string, StatementView[]>();
  for (const roundtable of programme)
    if (said.some((statement) => statement.roundtable.id === roundtable.id))
      threads.set(roundtable.id, await statementsFor(forum, visitor, roundtable));

  const told = (statement: StatementView): CableStatement => {
    const { id, number, roundtable, kind, saidAt, language, body, revision } = statement;
    const here = (points.get(id) ?? []).filter((point) => point.revision === revision);
    const { agreed, opposed, answeredBy } = echoOf(statement, threads.get(roundtable.id)!, delegation.slug);
    const words = here.length > 0 ? here.slice(0, mostWords).map(({ message }) => message) : [opening(body ?? '')];
    return {
      number,
      roundtable: roundtable.number,
      kind,
      saidAt,
      language,
      words: body === null ? [] : words,
      more: body === null ? 0 : Math.max(0, here.length - mostWords),
      agreed: agreed.map(({ name }) => name),
      opposed: opposed.map(({ name }) => name),
      answeredBy: answeredBy.map(({ name }) => name),
      standings: ledgers.flatMap((ledger) => standingIn(ledger, id, reflections.get(id) ?? [])),
    };
  };
  const spoken = (roundtable: RoundtableView) => said.filter((one) => one.roundtable.id === roundtable.id);
  return {
    roundtables: programme.flatMap((roundtable) => {
      const statements = spoken(roundtable).map(told);
      return statements.length > 0 ? [{ number: roundtable.number, title: roundtable.title, statements }] : [];
    }),
    expected: expectedOf({ programme, said, threads, reports, ledgers, slug: delegation.slug }),
  };
}

function standingIn({ report, lines }: LedgerView, id: string, reflections: readonly Reflection[]) {
  const line = lines.find(({ statement }) => statement.id === id);
  if (!line) return [];
  const here = reflections.filter((one) => one.report.id === report.id);
  const once = [...new Map(here.map((one) => [one.sentence.id, one])).values()];
  const sentences = once.map(({ paragraph, letter, sentence }) => ({
    place: `${paragraph}${letter}`,
    text: sentence.text,
  }));
  const why = [line.reason, line.ruling?.words].filter(Boolean).join(' ');
  return [{ report: report.roundtable, state: line.state, sentences, why }];
}

/** Its first sentence, cut at a word where that is long. */
function opening(body: string): string {
  const [first = ''] = /^[^\n]*?[.!?。؟](?=\s|$)|^[^\n]+/u.exec(body.trim()) ?? [];
  return first.length > 240 ? `${first.slice(0, 240).replace(/\s+\S*$/u, '')} …` : first;
}
