import { stringify } from 'csv-stringify/sync';
import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds, offices } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { rulingsIn } from '#statements/rulings/history.ts';
import type { RequestHandler } from './$types';

const published = ['roundtable', 'statement', 'ruling', 'stands', 'decision', 'reason', 'reason_title', 'words', 'given_at', 'answers_appeal', 'appealed_at', 'appeal_outcome', 'appeal_answered_at']; // prettier-ignore
const kept = ['given_by', 'appeal_words', 'appeal_answer', 'appeal_answered_by', 'speakers', 'identity', 'language', 'text']; // prettier-ignore

/** Every ruling of an edition as a table: the offices’ holds what was ruled on, everyone else’s does not. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { forum, viewer, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  if (!edition) error(404, say('page.not_found', {}, language));
  const isOffice = holds(viewer, offices, { editionId: edition.id });
  const rulings = await rulingsIn(forum.db, viewer, edition.id);
  const lines = rulings.map((ruling) => ({
    roundtable: ruling.roundtable,
    statement: ruling.statementNumber,
    ruling: ruling.number,
    stands: ruling.stands ? 'yes' : 'no',
    decision: ruling.decision,
    reason: ruling.reason ?? '',
    reason_title:
      ruling.title ?? (ruling.decision === 'abuse' ? say(`ruling.abuse.${ruling.reason}`, {}, language) : ''),
    words: ruling.words,
    given_at: ruling.at.toISOString(),
    answers_appeal: ruling.answersAppeal ? 'yes' : 'no',
    appealed_at: ruling.appeal?.at.toISOString() ?? '',
    appeal_outcome: ruling.appeal ? (ruling.appeal.outcome ?? 'open') : '',
    appeal_answered_at: ruling.appeal?.answeredAt?.toISOString() ?? '',
    given_by: ruling.by ?? '',
    appeal_words: ruling.appeal?.words ?? '',
    appeal_answer: ruling.appeal?.answer ?? '',
    appeal_answered_by: ruling.appeal?.answeredBy ?? '',
    speakers: ruling.statement?.speakers.map(({ delegation, person }) => delegation?.name ?? person).join('; ') ?? '', // prettier-ignore
    identity: ruling.statement?.identity ?? '',
    language: ruling.statement?.language ?? '',
    text: ruling.statement?.body ?? '',
  }));
  const columns = isOffice ? [...published, ...kept] : published;
  // A cell that begins like a formula is one to a spreadsheet; with an apostrophe before it, it is text.
  const csv = stringify(lines, { header: true, columns, escape_formulas: true, bom: true });
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${edition.slug}-rulings.csv"`,
      'cache-control': isOffice ? 'private, no-store' : 'no-cache',
      vary: 'cookie',
    },
  });
};
