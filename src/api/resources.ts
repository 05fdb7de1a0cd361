import { pointsIn } from '#analysis/queries.ts';
import { practiceCalled, practicesIn } from '#followup/queries.ts';
import { delegationsIn } from '#people/queries.ts';
import { editionCalled, editions, programmeOf } from '#programme/queries.ts';
import { recordOf } from '#record/queries.ts';
import { found } from '#record/refusals.ts';
import { ledgerOf, reportOf, reportsIn } from '#report/queries.ts';
import { statementNumbered, statementsFor } from '#statements/queries.ts';
import { ApiRefusal } from './problem.ts';
import { list, one, pages, type Asked, type Resource } from './resource.ts';
import { rulingCounts } from './ruling-counts.ts';
import * as shapes from './shapes.ts';
import {
  editionView,
  ledgerView,
  pointView,
  practiceView,
  recordView,
  reportView,
  roundtableView,
  statementView,
} from './views.ts';

const inEdition = '/editions/{edition}';
const inRoundtable = `${inEdition}/roundtables/{number}`;

/** Everything that can be read. What a page does not show this reader, none of these gives them. */
export const resources: readonly Resource[] = [
  list({
    path: '/editions',
    says: 'The editions, newest first.',
    item: shapes.edition,
    key: ({ slug }) => slug,
    async read({ forum }) {
      return (await editions(forum.db)).map((edition) => editionView(edition, `${forum.origin}/${edition.slug}`));
    },
  }),
  one({
    path: inEdition,
    says: 'An edition: one year’s forum.',
    answer: shapes.edition,
    async read(asked) {
      const { edition, home } = await editionOf(asked);
      return editionView(edition, home);
    },
  }),
  list({
    path: `${inEdition}/roundtables`,
    says: 'The programme in the order of its numbers, clusters and roundtables alike.',
    item: shapes.roundtable,
    key: ({ number }) => number,
    read: roundtablesOf,
  }),
  one({
    path: inRoundtable,
    says: 'A roundtable, or a cluster of them.',
    answer: shapes.roundtable,
    async read(asked) {
      const all = await roundtablesOf(asked);
      return found(all.find(({ number }) => number === asked.params.number), 'roundtable'); // prettier-ignore
    },
  }),
  list({
    path: `${inRoundtable}/questions`,
    says: 'The guiding questions, and how many statements answer each.',
    item: shapes.question,
    key: ({ number }) => String(number),
    async read(asked) {
      return (await roundtableOf(asked)).roundtable.questions.map(({ number, text, answers }) => {
        return { number, text, answers: Number(answers) };
      });
    },
  }),
  list({
    path: `${inRoundtable}/statements`,
    says: 'Everything said and written in a roundtable that you may see, in order.',
    item: shapes.statement,
    key: ({ number }) => String(number),
    async read(asked) {
      const { roundtable, home } = await roundtableOf(asked);
      const statements = await statementsFor(asked.forum, asked.viewer, roundtable);
      return statements.map((statement) => statementView(statement, home));
    },
  }),
  one({
    path: `${inRoundtable}/statements/{statement}`,
    says: 'One statement.',
    answer: shapes.statement,
    async read(asked) {
      const { roundtable, home } = await roundtableOf(asked);
      const n = Number(asked.params.statement);
      const isNumber = Number.isInteger(n) && n > 0 && n < 1e9;
      const statement = isNumber && (await statementNumbered(asked.forum.db, asked.viewer, roundtable, n));
      return statementView(found(statement || null, 'statement'), home);
    },
  }),
  list({
    path: `${inRoundtable}/points`,
    says: 'The points found in what was said: who, which verb, what message, at which place in the words.',
    item: shapes.point,
    key: ({ id }) => id,
    async read(asked) {
      const { roundtable } = await roundtableOf(asked);
      const statements = await statementsFor(asked.forum, asked.viewer, roundtable);
      const readable = new Map(statements.filter(({ body }) => body !== null).map((one) => [one.id, one]));
      const points = await pointsIn(asked.forum.db, [...readable.keys()]);
      return points
        .flatMap((point) => {
          const statement = readable.get(point.statementId)!;
          return point.revision === statement.revision ? [pointView(point, statement)] : [];
        })
        .sort((a, b) => a.statement - b.statement || a.messageStart - b.messageStart || (a.id < b.id ? -1 : 1));
    },
  }),
  one({
    path: `${inRoundtable}/report`,
    says: 'The report of a roundtable, sentence by sentence, each with what it rests on.',
    answer: shapes.report,
    async read(asked) {
      const { roundtable, home } = await roundtableOf(asked);
      return reportView(found(await reportOf(asked.forum.db, asked.viewer, roundtable), 'report'), home);
    },
  }),
  list({
    path: `${inRoundtable}/report/ledger`,
    says: 'The report’s ledger: one line for every statement in its scope.',
    item: shapes.ledgerLine,
    key: ({ roundtable, statement }) => `${roundtable}/${statement}`,
    async read(asked) {
      const { roundtable } = await roundtableOf(asked);
      const report = found(await reportOf(asked.forum.db, asked.viewer, roundtable), 'report');
      return found(await ledgerOf(asked.forum.db, asked.viewer, report), 'report').lines.map(ledgerView);
    },
  }),
  list({
    path: `${inEdition}/reports`,
    says: 'The reports you may read, without their text.',
    item: shapes.reportHead,
    key: ({ roundtable, kind }) => `${roundtable} ${kind}`,
    async read(asked) {
      const { edition, home } = await editionOf(asked);
      const reports = await reportsIn(asked.forum.db, asked.viewer, edition.id);
      return reports.map(({ kind, title, symbol, state, roundtable: { number } }) => {
        return { kind, title, symbol, state, roundtable: number, page: `${home}/rt/${number}/report` };
      });
    },
  }),
  list({
    path: `${inEdition}/delegations`,
    says: 'The register of an edition: who was heard, holds an office or has accredited people.',
    item: shapes.delegation,
    key: ({ slug }) => slug,
    read: registerOf,
  }),
  one({
    path: `${inEdition}/delegations/{slug}`,
    says: 'One delegation of an edition.',
    answer: shapes.delegation,
    async read(asked) {
      return found((await registerOf(asked)).find(({ slug }) => slug === asked.params.slug), 'delegation'); // prettier-ignore
    },
  }),
  list({
    path: `${inEdition}/rulings`,
    says: 'How many comments stand as relevant and not relevant, by roundtable and published reason; no text.',
    item: shapes.rulingCount,
    key: ({ roundtable, decision, reason }) => `${roundtable} ${decision} ${reason}`,
    async read(asked) {
      const { edition } = await editionOf(asked);
      return rulingCounts(asked.forum.db, asked.viewer, edition.id);
    },
  }),
  list({
    path: `${inEdition}/practices`,
    says: 'The published good practices, newest first.',
    item: shapes.practice,
    key: ({ slug }) => slug,
    async read(asked) {
      const { edition, home } = await editionOf(asked);
      const practices = await practicesIn(asked.forum.db, asked.viewer, edition.id);
      return practices.map((practice) => practiceView(practice, home));
    },
  }),
  one({
    path: `${inEdition}/practices/{slug}`,
    says: 'One good practice.',
    answer: shapes.practice,
    async read(asked) {
      const { edition, home } = await editionOf(asked);
      const practice = await practiceCalled(asked.forum.db, asked.viewer, edition.id, asked.params.slug!);
      return practiceView(found(practice, 'practice'), home);
    },
  }),
  pages({
    path: `${inEdition}/record`,
    says: 'The lines of the record, newest first.',
    item: shapes.recordLine,
    async read(asked, after) {
      const { edition } = await editionOf(asked);
      const before = after === null ? null : Number(after);
      if (before !== null && !(Number.isSafeInteger(before) && before > 0))
        throw new ApiRefusal('api.cursor_wrong', 400);
      const page = await recordOf(asked.forum.db, asked.viewer, edition.id, { before, limit: asked.query.limit });
      return { items: page.lines.map(recordView), last: page.older === null ? null : String(page.older) };
    },
  }),
];

async function editionOf({ forum, params }: Asked) {
  const edition = found(await editionCalled(forum.db, params.edition!), 'edition');
  return { edition, home: `${forum.origin}/${edition.slug}` };
}

async function roundtableOf(asked: Asked) {
  const { edition, home } = await editionOf(asked);
  const programme = await programmeOf(asked.forum.db, edition.id);
  return { home, roundtable: found(programme.find(({ number }) => number === asked.params.number), 'roundtable') }; // prettier-ignore
}

async function roundtablesOf(asked: Asked) {
  const { edition, home } = await editionOf(asked);
  const programme = await programmeOf(asked.forum.db, edition.id);
  const numbers = new Map(programme.map(({ id, number }) => [id, number]));
  return programme.map((one) => roundtableView(one, (one.parentId && numbers.get(one.parentId)) || null, home));
}

async function registerOf(asked: Asked) {
  const { edition, home } = await editionOf(asked);
  const delegations = await delegationsIn(asked.forum.db, edition.id);
  return delegations.map(({ slug, name, kind, region, statements }) => {
    return { slug, name, kind, region, statements: Number(statements ?? 0), page: `${home}/delegations/${slug}` };
  });
}
