import { stringify } from 'csv-stringify/sync';
import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import { inert } from '#report/export/table.ts';
import { raisedHere } from '#routes/[edition]/rt/[number]/raised.ts';
import type { RequestHandler } from './$types';

/** The matrix as a table: one line for each issue and each column, with how many raised it and how many opposed it. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const edition = await editionCalled(locals.forum.db, params.edition);
  if (!edition) error(404, say('page.not_found', {}, locals.language));
  const { raised } = await raisedHere(locals, edition, params.number);
  const names = new Map(raised.spoke.map(({ key, name }) => [key, name]));
  const listed = (keys: string[], voices: readonly string[]) =>
    inert(keys.filter((key) => voices.includes(key)).map((key) => names.get(key) ?? key).join('; ')); // prettier-ignore
  const lines = raised.issues.flatMap(
    ({ title, kind, cells, raisedBy, againstBy }) =>
    raised.columns.map(({ key, voices }) => ({ issue: inert(title), kind, column: key, spoke: voices.length, ...cells[key]!, raised_by: listed(raisedBy, voices), opposed_by: listed(againstBy, voices) })), // prettier-ignore
  );
  const named = raised.isNamed ? ['raised_by', 'opposed_by'] : [];
  const columns = ['issue', 'kind', 'column', 'spoke', 'raised', 'against', ...named];
  const table = stringify(lines, { header: true, columns, record_delimiter: '\r\n' });
  return new Response(`\uFEFF${table}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="who-raised-what-${params.number}.csv"`,
    },
  });
};
