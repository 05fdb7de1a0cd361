import { parseArgs } from 'node:util';
import { editionCalled, editions, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { draftReport } from '#report/acts.ts';
import { ledgerAsText, reportAsText } from '#report/plain-text.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import type { Command } from './command.ts';

export const draftCommand: Command = {
  name: 'draft',
  usage: 'draft NUMBER [--edition NAME]',
  does: 'Drafts the record of a roundtable, each sentence with its sources, and prints it. Never overwrites what a person wrote.',
  async run({ words, forum, terminal }) {
    const { roundtable } = await whichRoundtable(forum, words);
    await perform(forum, program, draftReport, { roundtable: roundtable.id });
    const report = await reportOf(forum.db, program, roundtable, 'record');
    terminal.print(reportAsText(report!));
    return 0;
  },
};

export const ledgerCommand: Command = {
  name: 'ledger',
  usage: 'ledger NUMBER [--edition NAME] [--json]',
  does: 'Prints the ledger of a roundtable’s report: one line for every statement, and where it went.',
  async run({ words, forum, terminal }) {
    const { roundtable, json } = await whichRoundtable(forum, words);
    const report = await reportOf(forum.db, program, roundtable);
    refuseIf(report ? null : { code: 'cli.no_report', values: { number: roundtable.number } });
    const ledger = (await ledgerOf(forum.db, program, report!))!;
    terminal.print(json ? JSON.stringify(ledger) : ledgerAsText(ledger));
    return 0;
  },
};

/** The roundtable with this number, in the edition named, or in the newest. */
async function whichRoundtable(forum: Forum, words: string[]) {
  const { edition: name, number, json } = parse(words);
  const edition = name ? await editionNamed(forum, name) : await editionCalled(forum.db);
  if (!edition) throw new Refusal('cli.no_edition');
  const roundtable = await roundtableNumbered(forum.db, edition.id, number);
  if (!roundtable) throw new Refusal({ code: 'cli.no_roundtable', values: { number, edition: edition.name } });
  return { roundtable, json };
}

/** By its address name, name or short name, whatever the case. */
async function editionNamed(forum: Forum, name: string) {
  const all = await editions(forum.db);
  const wanted = name.toLowerCase();
  const found = all.find((one) => [one.slug, one.name, one.short_name].some((given) => given.toLowerCase() === wanted));
  if (!found)
    throw new Refusal({ code: 'cli.edition_unknown', values: { name, names: all.map(({ slug }) => slug).join(', ') } });
  return found;
}

function parse(words: string[]): { edition: string | undefined; number: string; json: boolean } {
  const options = { edition: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options });
    const [number] = positionals;
    if (number) return { edition: values.edition, number: number.replace(/^RT\s*/i, ''), json: values.json ?? false };
  } catch {
    // Falls through to the sentence that shows how to say it.
  }
  throw new Refusal('cli.which_roundtable');
}
