import { theRegister } from '#engine/register.ts';
import { registerFor } from '#analysis/register.ts';
import { say } from '#messages/say.ts';
import { program } from '#record/viewer.ts';
import { refuseIf, Refusal } from '#record/refusals.ts';
import { check } from '#report/checks/checks.ts';
import type { CheckedReport, Finding } from '#report/checks/finding.ts';
import { printedReport } from '#report/checks/printed.ts';
import { findingsIn, sourcesOf } from '#report/checks/queries.ts';
import { storedReport } from '#report/checks/stored.ts';
import { summary, told, type ToldFinding } from '#report/checks/told.ts';
import { usualScale } from '#report/quantifier.ts';
import { reportOf } from '#report/queries.ts';
import type { Call, Command } from './command.ts';
import { readPath } from './read-path.ts';
import type { Reading } from './reading.ts';
import { whichRoundtable } from './report.ts';
import type { Terminal } from './terminal.ts';
import { tellApart } from './words.ts';

const policies = ['attributed', 'by_constituency', 'not_attributed'];
const wording = {
  usage:
    'check FILE | NUMBER [--against NUMBER] [--policy attributed|by_constituency|not_attributed] [--edition NAME] [--json]',
  options: {
    against: { type: 'string' },
    policy: { type: 'string' },
    edition: { type: 'string' },
    json: { type: 'boolean' },
  },
  takes: [1, 1],
} as const;
const does =
  'Checks a report, a file or the one stored for a roundtable: quotations, who spoke, numbers, “several”, names, wording. --against holds a file against a roundtable’s record. Exit status 0 nothing found, 1 findings, 2 refused.';

export function isNumber(word: string): boolean {
  return /^(?:RT\s*)?\d{1,3}(?:\.\d{1,3})*$/i.test(word);
}

/** A file by itself needs no forum: it is held against itself and the standing register of names. */
export const checkReading: Reading = {
  name: 'check',
  ...wording,
  does,
  suits(words) {
    const { values, positionals } = tellApart(wording, words);
    return !values.against && !isNumber(positionals[0]!);
  },
  async run(words, terminal) {
    const { values, positionals } = tellApart(wording, words);
    const policy = policyFrom(values.policy) ?? 'attributed';
    const file = await readPath(positionals[0]!);
    for (const warning of file.warnings) terminal.error(warning);
    const report = printedReport(file.text, policy);
    const sources = { statements: [], offRecord: [], programme: [], coChairs: [] };
    const findings = check({ report, sources, register: theRegister(), scale: usualScale });
    return show({ findings, report, text: file.text, json: values.json === true }, terminal);
  },
};

export const checkCommand: Command = {
  name: 'check',
  ...wording,
  does,
  files: 'unless_numbered',
  async run(call) {
    const { values } = tellApart(wording, call.words);
    return call.file ? checkFile(call, values) : checkStored(call, values);
  },
};

type Values = ReturnType<typeof tellApart<(typeof wording)['options']>>['values'];

async function checkFile({ forum, file, terminal }: Call, values: Values): Promise<number> {
  const roundtable = await whichRoundtable(forum, values.against!, values.edition);
  const { sources, scale } = await sourcesOf(forum.db, { roundtable_id: roundtable.id });
  const report = printedReport(file!.text, policyFrom(values.policy) ?? roundtable.attribution);
  for (const warning of file!.warnings) terminal.error(warning);
  const findings = check({ report, sources, scale, register: await registerFor(forum.db) });
  return show({ findings, report, text: file!.text, json: values.json === true }, terminal);
}

async function checkStored({ forum, words, terminal }: Call, values: Values): Promise<number> {
  const { positionals } = tellApart(wording, words);
  refuseIf(values.policy || values.against ? 'cli.check_stored_as_it_is' : null);
  const roundtable = await whichRoundtable(forum, positionals[0]!, values.edition);
  const stored = await reportOf(forum.db, program, roundtable);
  refuseIf(stored ? null : { code: 'cli.no_report', values: { number: roundtable.number } });
  const checked = (await findingsIn(forum.db, program, stored!))!;
  const report = storedReport(checked.report);
  return show({ findings: checked.findings, report, text: null, json: values.json === true }, terminal);
}

function policyFrom(given: string | undefined): string | null {
  if (given !== undefined && !policies.includes(given))
    throw new Refusal({ code: 'cli.policy_unknown', values: { given, policies: policies.join(', ') } });
  return given ?? null;
}

interface Outcome {
  findings: Finding[];
  report: CheckedReport;
  /** The file's text, whose lines places are given in; null for a stored report. */
  text: string | null;
  json: boolean;
}

function show({ findings, report, text, json }: Outcome, terminal: Terminal): number {
  const inWords = told(findings, report, say);
  const lineOf = (one: ToldFinding) =>
    text === null || one.sentence === null ? null : text.slice(0, Number(one.sentence) + one.start).split('\n').length;
  if (json)
    terminal.print(JSON.stringify({ summary: summary(findings, say), findings: inWords.map((one) => ({ ...one, line: lineOf(one) })) })); // prettier-ignore
  else {
    terminal.print(`${summary(findings, say)}.`);
    for (const one of inWords) terminal.print(`\n${printed(one, lineOf(one))}`);
  }
  return findings.length > 0 ? 1 : 0;
}

function printed(one: ToldFinding, line: number | null): string {
  const { paragraph, letter, name, weight, reason, advice, fix } = one;
  const sentence = letter === null ? say('check.whole') : say('check.place', { paragraph, letter });
  const place = line === null ? sentence : say('cli.line', { line });
  const instead = fix === null ? '' : ` ${fix === '' ? say('check.may_go') : say('check.may_write', { fix })}`;
  return `${place}  ${name} (${say(`check.weight.${weight}`).toLowerCase()})\n    ${reason}\n    ${advice}${instead}`;
}
