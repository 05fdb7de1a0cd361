import { say } from '#messages/say.ts';
import { roundtablesIn, statementsFor, type StatementView } from '#statements/queries.ts';
import type { Forum } from '#record/forum.ts';
import { visitor } from '#record/viewer.ts';

/** What a feed is of: an edition, or one roundtable of it. */
export interface Feed {
  edition: { id: string; slug: string; name: string; created_at: Date };
  roundtable: { id: string; number: string; title: string } | null;
}

const most = 50;

/** The newest statements everyone may see and whose authors are identified, as an Atom feed (RFC 4287). The same for every reader. */
export async function atomOf(forum: Forum, { edition, roundtable }: Feed, language = 'en'): Promise<string> {
  const home = `${forum.origin}/${edition.slug}`;
  const page = roundtable ? `${home}/rt/${roundtable.number}` : home;
  const title = roundtable
    ? say('feed.roundtable', { number: roundtable.number, title: roundtable.title }, language)
    : say('feed.edition', { name: edition.name }, language);
  const all = [];
  for (const place of await roundtablesIn(forum.db, edition.id))
    if (!roundtable || place.id === roundtable.id) all.push(...(await statementsFor(forum, visitor, place)));
  const said = all.filter(({ state }) => state !== 'held');
  const changed = await lastChanges(
    forum,
    said.map(({ id }) => id),
  );
  const at = ({ id, saidAt }: StatementView) => changed.get(id) ?? saidAt ?? edition.created_at;
  const newest = said.sort((a, b) => at(b).getTime() - at(a).getTime()).slice(0, most);
  const updated = newest[0] ? at(newest[0]) : edition.created_at;
  const entries = newest.map((statement) => entryOf(statement, at(statement), home, language));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>urn:uuid:${(roundtable ?? edition).id}</id>
  <title>${text(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>${text(edition.name)}</name></author>
  <link rel="alternate" type="text/html" href="${text(page)}"/>
  <link rel="self" type="application/atom+xml" href="${text(page)}/feed.atom"/>
${entries.join('')}</feed>
`;
}

/** When the public record last said something about each statement. */
async function lastChanges({ db }: Forum, ids: string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('record_line')
    .select(['subject_id', ({ fn }) => fn.max('at').as('at')])
    .where('subject_id', 'in', ids)
    .where('audience', '=', 'public')
    // What is found in the words changes nothing in them.
    .where('kind', 'not in', ['points.found', 'points.entered'])
    .groupBy('subject_id')
    .execute();
  return new Map(rows.map(({ subject_id, at }) => [subject_id, at]));
}

function entryOf(statement: StatementView, at: Date, home: string, language: string): string {
  const { id, number, roundtable, kind, saidAt, body, speakers } = statement;
  const names = speakers.flatMap(({ part, delegation, person }) =>
    part === 'speaker' ? (delegation?.name ?? person ?? []) : [],
  );
  const of = { roundtable: roundtable.number, number, kind: say(`statement.kind.${kind}`, {}, language) };
  const title = say('feed.statement', { ...of, by: names.join(', ') || 'none' }, language);
  const gone = say('feed.gone', { state: goneAs(statement) }, language);
  const authors = names.length > 0 ? names : [say('feed.unnamed', {}, language)];
  const content =
    body === null
      ? `<content type="text">${text(gone)}</content>`
      : `<content type="text" xml:lang="${text(statement.language)}">${text(body)}</content>`;
  return `  <entry>
    <id>urn:uuid:${id}</id>
    <title>${text(title)}</title>
    <updated>${at.toISOString()}</updated>
${saidAt ? `    <published>${saidAt.toISOString()}</published>\n` : ''}${authors.map((name) => `    <author><name>${text(name)}</name></author>\n`).join('')}    <link rel="alternate" type="text/html" href="${text(`${home}/rt/${roundtable.number}/statements/${number}`)}"/>
    ${content}
  </entry>
`;
}

/** Why there are no words: withdrawn, ruled out, or said where nobody is named. */
function goneAs({ ruling, state }: StatementView): string {
  if (state === 'withdrawn') return state;
  return ruling && ruling.decision !== 'relevant' ? 'ruled' : 'room';
}

/** Text as XML 1.0 can hold it: without characters it has no place for. */
function text(given: string): string {
  return given
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
