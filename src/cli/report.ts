import { editionCalled, editions, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { say } from '#messages/say.ts';
import { draftReport } from '#report/acts.ts';
import { compileReport } from '#report/cluster/acts.ts';
import { isCluster } from '#report/cluster/queries.ts';
import { dialOf } from '#report/dial.ts';
import { wordsPerMinute } from '#report/length.ts';
import { ledgerAsText, reportAsText } from '#report/plain-text.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';
import { tellApart } from './words.ts';

const edition = { type: 'string' } as const;
const draftWording = {
  usage: 'draft NUMBER [--minutes MINUTES | --words WORDS | --whole] [--edition NAME]',
  options: { edition, minutes: { type: 'string' }, words: { type: 'string' }, whole: { type: 'boolean' } },
  takes: [1, 1],
} as const;
const ledgerWording = {
  usage: 'ledger NUMBER [--edition NAME] [--json]',
  options: { edition, json: { type: 'boolean' } },
  takes: [1, 1],
} as const;

export const draftCommand: Command = {
  name: 'draft',
  ...draftWording,
  does: 'Drafts the record of a roundtable, each sentence with its sources, or compiles the report of a cluster from those of its roundtables, and prints it. Never overwrites what a person wrote. --minutes is read aloud at 130 words a minute.',
  async run({ words, forum, terminal }) {
    const { values, positionals } = tellApart(draftWording, words);
    const roundtable = await whichRoundtable(forum, positionals[0]!, values.edition);
    if (await isCluster(forum.db, roundtable)) return compileInstead(forum, terminal, roundtable);
    await perform(forum, program, draftReport, { roundtable: roundtable.id, ...limitFrom(values) });
    const report = await reportOf(forum.db, program, roundtable, 'record');
    terminal.print(reportAsText(report!));
    const { now } = (await dialOf(forum.db, program, report!))!;
    terminal.print(
      say('cli.length', {
        ...now,
        some: now.fallen.length > 0 ? 'yes' : 'no',
        names: now.fallen.map(({ name }) => name).join(', '),
      }),
    );
    return 0;
  },
};

/** A cluster's report is compiled from those of its roundtables. */
async function compileInstead(forum: Forum, terminal: Terminal, cluster: { id: string }): Promise<number> {
  await perform(forum, program, compileReport, { roundtable: cluster.id });
  terminal.print(reportAsText((await reportOf(forum.db, program, cluster, 'general_rapporteur'))!));
  return 0;
}

/** Read aloud at 130 words a minute. Without either, as long as last time. */
function limitFrom({ minutes, words, whole }: { minutes?: string; words?: string; whole?: boolean }) {
  const given = [minutes, words, whole].filter((one) => one !== undefined);
  refuseIf(given.length > 1 ? 'cli.one_length' : null);
  if (whole) return { words: null };
  const length = minutes ?? words;
  if (length === undefined) return {};
  const limit = Number(length) * (minutes === undefined ? 1 : wordsPerMinute);
  refuseIf(/^\d+(?:\.\d+)?$/.test(length) ? null : { code: 'cli.no_length', values: { given: length } });
  return { words: Math.round(limit) };
}

export const ledgerCommand: Command = {
  name: 'ledger',
  ...ledgerWording,
  does: 'Prints the ledger of a roundtable’s report: one line for every statement, and where it went.',
  async run({ words, forum, terminal }) {
    const { values, positionals } = tellApart(ledgerWording, words);
    const roundtable = await whichRoundtable(forum, positionals[0]!, values.edition);
    const report = await reportOf(forum.db, program, roundtable);
    refuseIf(report ? null : { code: 'cli.no_report', values: { number: roundtable.number } });
    const ledger = (await ledgerOf(forum.db, program, report!))!;
    terminal.print(values.json ? JSON.stringify(ledger) : ledgerAsText(ledger));
    return 0;
  },
};

/** The roundtable with this number, in the edition named, or in the newest. */
export async function whichRoundtable(forum: Forum, said: string, name: string | undefined) {
  const number = said.replace(/^RT\s*/i, '');
  const edition = name ? await editionNamed(forum, name) : await editionCalled(forum.db);
  if (!edition) throw new Refusal('cli.no_edition');
  const roundtable = await roundtableNumbered(forum.db, edition.id, number);
  if (!roundtable) throw new Refusal({ code: 'cli.no_roundtable', values: { number, edition: edition.name } });
  return roundtable;
}

/** By its address name, name or short name, whatever the case. */
export async function editionNamed(forum: Forum, name: string) {
  const all = await editions(forum.db);
  const wanted = name.toLowerCase();
  const found = all.find((one) => [one.slug, one.name, one.short_name].some((given) => given.toLowerCase() === wanted));
  if (!found)
    throw new Refusal({ code: 'cli.edition_unknown', values: { name, names: all.map(({ slug }) => slug).join(', ') } });
  return found;
}
