import { say } from '#messages/say.ts';
import { countsOf, type Understanding, type UnderstoodRoundtable, type UnderstoodStatement } from './understanding.ts';

/** Where an import would go: into an edition that stands, or a new one under this name. */
export interface Destination {
  name: string;
  isNew: boolean;
}

const most = 12;

/** What was understood, as text for a terminal, before anything is written. */
export function preview(plan: Understanding, destination: Destination): string {
  const where = say(destination.isNew ? 'import.preview.edition_new' : 'import.preview.edition', {
    name: destination.name,
  });
  const heads = [say('import.preview.understood', { name: plan.name, kind: plan.kind }), where];
  const cluster = plan.cluster ? [`RT ${plan.cluster.number}  ${plan.cluster.title}`] : [];
  return [
    ...heads,
    '',
    ...cluster,
    ...plan.roundtables.flatMap((roundtable) => roundtableLines(roundtable)),
    ...titled(
      'import.preview.overall',
      plan.overallIssues.map(({ title }) => title),
    ),
    '',
    ...delegationLines(plan),
    ...uncertainLines(plan),
    '',
    say('import.preview.counts', { ...countsOf(plan) }),
  ].join('\n');
}

function roundtableLines({
  number,
  title,
  lead,
  coChairs,
  questions,
  issues,
  statements,
}: UnderstoodRoundtable): string[] {
  const named = (kind: string) => issues.filter((issue) => issue.kind === kind).map((issue) => issue.title);
  const points = statements.flatMap((statement) => statement.points).length;
  return [
    '',
    `RT ${number}  ${title}`,
    ...(lead ? [`  ${lead}`] : []),
    ...(coChairs.length > 0 ? [`  ${say('import.preview.co_chairs', { names: coChairs.join(', ') })}`] : []),
    ...titled(
      'import.preview.questions',
      questions.map(({ text }) => text),
    ),
    ...(statements.length > 0
      ? [
          `  ${say('import.preview.statements', { statements: statements.length, points })}`,
          ...statements.map((statement) => `    ${statementLine(statement)}`),
        ]
      : []),
    ...titled('import.preview.main_issues', named('main_issue')),
    ...titled('import.preview.means', named('means_of_implementation')),
    ...titled('import.preview.tools', named('tool')),
    ...titled('import.preview.models', named('model')),
  ];
}

function statementLine(statement: UnderstoodStatement): string {
  const words = statement.body.replace(/\s+/g, ' ');
  const short = words.length > 64 ? `${words.slice(0, 63).trimEnd()}…` : words;
  return `${speakersOf(statement)}: ${short}`;
}

/** "Thibault Chareton, UNAOC", "Tunisia, Switzerland". */
export function speakersOf({ person, speakers }: UnderstoodStatement): string {
  const isNamed = person === null || speakers.some((name) => name.includes(person));
  return [...(isNamed ? [] : [person]), ...speakers].join(', ');
}

function delegationLines({ delegations }: Understanding): string[] {
  const names = (as: string) => delegations.filter((one) => one.as === as);
  const matched = names('registered').map(({ name, shortName }) =>
    name === shortName ? name : `${name} → ${shortName}`,
  );
  const fresh = names('new').map(({ shortName, kind }) =>
    kind === 'state' ? shortName : `${shortName} (${say(`ui.kind.${kind}`)})`,
  );
  return [
    ...(matched.length > 0 ? [say('import.preview.registered', { names: matched.join(', ') })] : []),
    ...(fresh.length > 0 ? [say('import.preview.new', { names: fresh.join(', ') })] : []),
  ];
}

function uncertainLines({ uncertain, roundtables }: Understanding): string[] {
  if (uncertain.length === 0) return [];
  const statements = new Map(roundtables.flatMap((one) => one.statements).map((one) => [one.key, one]));
  const lines = uncertain.map((doubt) => {
    if (doubt.what === 'actor') return say('import.uncertain.actor', { name: doubt.name });
    if (doubt.what === 'unattributed') return say('import.uncertain.unattributed', { words: shortened(doubt.text) });
    const who = statements.has(doubt.statement) ? speakersOf(statements.get(doubt.statement)!) : '';
    return say('import.uncertain.point', { who, words: shortened(doubt.message), confidence: doubt.confidence });
  });
  const shown = lines.slice(0, most).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return [
    '',
    say('import.preview.uncertain'),
    ...shown,
    ...(more > 0 ? [`  ${say('import.preview.more', { more })}`] : []),
  ];
}

function titled(code: string, items: string[]): string[] {
  if (items.length === 0) return [];
  return [`  ${say(code)}`, ...items.map((item) => `    - ${shortened(item, 96)}`)];
}

function shortened(words: string, length = 72): string {
  return words.length > length ? `${words.slice(0, length - 1).trimEnd()}…` : words;
}
