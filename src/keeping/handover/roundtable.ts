import { say } from '#messages/say.ts';
import type { PaperView } from '#programme/papers/queries.ts';
import { whoInWords } from '#report/export/print-names.ts';
import { xml } from '#report/export/xml.ts';
import { datesOf, type Dates } from '#ui/dates.ts';
import type { StatementView } from '#statements/queries.ts';
import { facts, framed, link, words } from './frame.ts';
import { paperFile, type Handover, type RoundtablePart } from './gathered.ts';

/** A roundtable: what it is about, its report, its papers, and everything said in it, in order. */
export function roundtablePage(of: Handover, part: RoundtablePart): string {
  const { roundtable, statements, papers, reportFiles } = part;
  const { number, title, lead, description, startsAt, endsAt, coChairs, rapporteurs, room, questions } = roundtable;
  const dates = datesOf(of.edition);
  const report = reportFiles.find((name) => name.endsWith('.html'));
  return framed(
    of,
    { title: say('handover.number', { number, title }), up: '../../' },
    facts({
      [say('handover.state')]: say(`roundtable.state.${roundtable.state}`),
      [say('handover.time')]: startsAt && dates.span(startsAt, endsAt),
      [say('handover.room')]: room,
      [say('handover.co_chairs')]: coChairs.map(({ name }) => name).join(', '),
      [say('handover.rapporteurs')]: rapporteurs.join(', '),
    }),
    [lead, description].flatMap((text) => text.split(/\n+/)).map((line) => line && xml('p', { dir: 'auto' }, line)),
    xml('h2', { id: 'report' }, say('handover.report')),
    report
      ? [
          xml('p', {}, link(report, say('handover.read_report'))),
          xml('p', { class: 'soft' }, say('handover.files')),
          xml(
            'ul',
            {},
            reportFiles.filter((name) => name !== report).map((name) => xml('li', {}, link(name, name))),
          ),
        ]
      : xml('p', {}, say('handover.no_report')),
    questions.length > 0 && [
      xml('h2', { id: 'questions' }, say('handover.questions')),
      xml(
        'ol',
        {},
        questions.map((question) => xml('li', { value: question.number, dir: 'auto' }, question.text)),
      ),
    ],
    papers.length > 0 && [
      xml('h2', { id: 'papers' }, say('handover.papers')),
      xml(
        'ul',
        {},
        papers.map((paper) => xml('li', {}, link(paperFile(paper), paperName(paper)))),
      ),
    ],
    xml('h2', { id: 'said' }, say('handover.said')),
    statements.length === 0
      ? xml('p', {}, say('handover.nothing_said'))
      : statements.map((statement) => said(statement, part, dates)),
  );
}

export function paperPage(of: Handover, paper: PaperView): string {
  return framed(
    of,
    { title: paper.title, up: '../../' },
    xml('p', { class: 'soft' }, paperName(paper), ' · ', link('index.html', say('handover.roundtable'))),
    paper.paragraphs.map(({ number, text }) =>
      number === null
        ? xml('h2', { lang: paper.language, dir: 'auto' }, text)
        : xml('div', { class: 'p' }, xml('b', {}, `${number}.`), xml('p', { lang: paper.language, dir: 'auto' }, text)),
    ),
  );
}

function paperName({ kind, title, version }: PaperView): string {
  return say('handover.paper', { kind, title, version });
}

function said(statement: StatementView, { reflections, attached }: RoundtablePart, dates: Dates) {
  const { number, kind, state, identity, language, body, translation, ruling, saidAt, answers } = statement;
  const who = whoInWords(statement.speakers, 'en') ?? (identity === 'unidentified' ? say('handover.unidentified') : say('handover.nobody')); // prettier-ignore
  const persons = statement.speakers.flatMap(({ person, function: office }) => (person ? [[person, office].filter(Boolean).join(', ')] : [])); // prettier-ignore
  const about = [
    say(`statement.kind.${kind}`),
    saidAt && dates.exactly(saidAt),
    say('handover.standing', { state }),
    answers.length > 0 && say('handover.answers', { questions: answers.join(', ') }),
    !statement.onRecord && say('handover.off_record'),
    ...persons,
  ].filter(Boolean);
  return xml(
    'article',
    { id: `s${number}` },
    xml('h3', {}, `${number} `, xml('span', { dir: 'auto' }, who)),
    xml(
      'p',
      { class: 'soft' },
      about.join(' · '),
      statement.repliesTo !== null && [
        ` · ${say('handover.reply')} `,
        link(`#s${statement.repliesTo}`, `${statement.repliesTo}`),
      ],
    ),
    statement.quotations.map(({ number, by, text, language }) => [
      xml('p', { class: 'soft' }, say('handover.quotes', { number, by: by ?? 'none' })),
      xml('blockquote', { lang: language, dir: 'auto' }, text),
    ]),
    body === null ? xml('p', { class: 'soft' }, say('handover.no_words')) : words(body, language),
    translation && [
      xml('p', { class: 'soft' }, say('handover.translation', translation)),
      words(translation.body, translation.language),
    ],
    ruling && xml('p', { class: 'soft' }, say('handover.ruled', { decision: ruling.decision, reason: ruling.title ?? ruling.reason ?? '' }), ruling.words && ` ${ruling.words}`), // prettier-ignore
    attachments(statement, attached),
    reflected(reflections.get(statement.id) ?? []),
  );
}

function attachments(statement: StatementView, attached: RoundtablePart['attached']) {
  const files = statement.attachments.flatMap(({ id, name }) => (attached.has(id) ? [link(`../../attachments/${attached.get(id)}`, name)] : [])); // prettier-ignore
  return files.length > 0 && xml('p', { class: 'where' }, `${say('handover.attached')} `, files.map((file, i) => [i > 0 && ', ', file])); // prettier-ignore
}

function reflected(reflections: NonNullable<ReturnType<RoundtablePart['reflections']['get']>>) {
  const places = new Map(
    reflections.map(({ report, paragraph, letter }) => {
      const roundtable = report.roundtable;
      const href = `../${roundtable}/rt-${roundtable}-report.html#p${paragraph}${letter}`;
      return [href, say('handover.paragraph', { roundtable, paragraph: `${paragraph}`, letter })];
    }),
  );
  return places.size > 0 && xml('p', { class: 'where' }, `${say('handover.reflected')} `, [...places].map(([href, text], i) => [i > 0 && ', ', link(href, text)])); // prettier-ignore
}
