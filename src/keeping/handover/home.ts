import { tables } from '#api/export.ts';
import { say } from '#messages/say.ts';
import { xml } from '#report/export/xml.ts';
import { datesOf, daysOf } from '#ui/dates.ts';
import { facts, framed, link } from './frame.ts';
import { folderOf, type Handover, type RoundtablePart } from './gathered.ts';

/** Where the folder is entered: leads to everything in it. */
export function homePage(
  of: Handover,
  parts: readonly RoundtablePart[],
  { key, hasPractices }: { key: string; hasPractices: boolean },
): string {
  // prettier-ignore
  const { edition, viewer, at, sequence } = of;
  const title = say('handover.title', { edition: edition.name });
  return framed(
    of,
    { title, up: '' },
    xml('p', {}, say('handover.lead', { edition: edition.name })),
    !viewer.program && xml('p', { class: 'notice' }, say('handover.open')),
    facts({
      [say('handover.place')]: edition.place,
      [say('handover.days')]: daysOf(edition),
      [say('handover.state')]: say(`edition.state.${edition.state}`),
      [say('handover.taken')]: `${datesOf(edition).exactly(at)}, ${say('handover.line', { sequence })}`,
    }),
    xml('h2', { id: 'programme' }, say('handover.programme')),
    parts.length === 0 ? xml('p', {}, say('handover.no_programme')) : programme(parts),
    hasPractices && [xml('h2', {}, say('handover.practices')), xml('p', {}, link('practices/index.html', say('handover.practices_title', { edition: edition.name })))], // prettier-ignore
    xml('h2', { id: 'data' }, say('handover.data')),
    xml('p', { class: 'soft' }, say('handover.data_text')),
    xml(
      'ul',
      {},
      xml('li', {}, link('data/edition.json', say('handover.edition_json'))),
      tables.map((table) => xml('li', {}, link(`data/${table}.csv`, say('handover.table', { table })))),
      xml('li', {}, link('record/lines.csv', say('handover.lines_csv'))),
    ),
    xml('h2', { id: 'record' }, say('handover.record')),
    xml('p', {}, say('handover.record_text')),
    xml('p', { class: 'soft' }, say('handover.how')),
    xml('pre', {}, `rapporteur verify . --checkpoint kept.txt --key '${key}'`),
    xml(
      'ul',
      {},
      xml('li', {}, link('record/checkpoint.txt', say('handover.checkpoint'))),
      xml('li', {}, link('record/key.txt', say('handover.key'))),
      xml('li', {}, link('record/handover.tlog-proof', say('handover.proof'))),
      xml('li', {}, link('record/record.json', say('handover.record_json'))),
      xml('li', {}, link('SHA256SUMS', say('handover.sums')), ` ${say('handover.sums_text')}`),
    ),
  );
}

function programme(parts: readonly RoundtablePart[]) {
  const columns = ['roundtable', 'state', 'statements', 'report'].map((name) => xml('th', { scope: 'col' }, say(`handover.${name}`))); // prettier-ignore
  const rows = parts.map(({ roundtable, statements, reportFiles }) => {
    const { number, title, state } = roundtable;
    const report = reportFiles.find((name) => name.endsWith('.html'));
    const folder = folderOf(roundtable);
    return xml(
      'tr',
      {},
      xml('th', { scope: 'row' }, link(`${folder}/index.html`, say('handover.number', { number, title }))),
      xml('td', {}, say(`roundtable.state.${state}`)),
      xml('td', {}, String(statements.length)),
      xml('td', {}, report ? link(`${folder}/${report}`, say('handover.read_report')) : say('handover.no_report')),
    );
  });
  return xml('div', { class: 'scroll', tabindex: '0' }, xml('table', {}, xml('thead', {}, xml('tr', {}, columns)), xml('tbody', {}, rows))); // prettier-ignore
}
