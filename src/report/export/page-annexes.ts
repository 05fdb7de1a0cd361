import { anchorOf, places, type Writing } from './page.ts';
import type { Annexes } from './whole.ts';
import { xml, type Xml } from './xml.ts';

/** Who spoke, what the words mean, and where every statement went. */
export function annexesAsPage(
  { closing, speakers, scale, ledger, head }: Annexes,
  { report, say, tongue }: Writing,
): Xml[] {
  const { labels } = report;
  const label = (code: string) => say(`printed.${code}`);
  const table = (columns: string[], rows: (Xml | string)[][]) =>
    xml(
      'div',
      { class: 'scroll', tabindex: '0' },
      xml(
        'table',
        {},
        xml(
          'thead',
          tongue(labels),
          xml(
            'tr',
            {},
            columns.map((name) => xml('th', { scope: 'col' }, name)),
          ),
        ),
        xml(
          'tbody',
          {},
          rows.map((cells) =>
            xml(
              'tr',
              {},
              cells.map((cell) => xml('td', { dir: 'auto' }, cell)),
            ),
          ),
        ),
      ),
    );
  return [
    ...closing.flatMap(({ title, lines }, n) => [
      xml('h2', { id: `closing-${n + 1}`, ...tongue(labels) }, title),
      ...lines.map((line) => xml('p', { ...tongue(labels), dir: 'auto' }, line)),
    ]),
    xml('h2', { id: 'speakers', ...tongue(labels) }, label('speakers')),
    speakers.length > 0
      ? table(
          ['speaker', 'speaker_kind', 'speaker_persons', 'speaker_statements'].map(label),
          speakers.map(({ name, kind, persons, statements }) => [name, kind, persons.join('; '), String(statements)]),
        )
      : xml('p', tongue(labels), label('speakers_none')),
    xml('h2', { id: 'scale', ...tongue(labels) }, label('scale')),
    xml('p', { class: 'soft', ...tongue(labels) }, label('scale_text')),
    table(
      ['word', 'means'].map(label),
      scale.map(({ word, meaning }) => [word, meaning]),
    ),
    xml('h2', { id: 'coverage', ...tongue(labels) }, label('coverage')),
    xml('p', tongue(labels), [ledger.title, ...ledger.notes].map((line) => line.replace(/\.?$/, '.')).join(' ')),
    table(
      ['statement', 'speaker', 'state', 'where'].map(label),
      ledger.lines.map(({ statement, who, what, name, sentences, why }) => [
        xml('a', { href: `#${anchorOf(statement)}` }, statement),
        `${who}, ${what}`,
        name,
        xml('span', {}, places(sentences), why && ` ${why}`),
      ]),
    ),
    ...(head
      ? [
          xml('h2', { id: 'record-head', ...tongue(labels) }, head.title),
          xml('p', { class: 'soft', ...tongue(labels) }, head.about),
          xml('div', { class: 'scroll', tabindex: '0' }, xml('pre', {}, head.note.trimEnd())),
        ]
      : []),
  ];
}
