import { performImport, previewImport, type Document } from '#importing/importing.ts';
import { preview } from '#importing/preview.ts';
import { say } from '#messages/say.ts';
import { refuseIf } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import type { Command } from './command.ts';
import { tellApart } from './words.ts';

const wording = {
  usage: 'import FILE [--edition NAME] [--yes]',
  options: { edition: { type: 'string' }, yes: { type: 'boolean', short: 'y' } },
  takes: [1, 1],
} as const;

export const importCommand: Command = {
  name: 'import',
  ...wording,
  does: 'Reads a report or an announcement, shows what was understood, and enters it once you have said yes.',
  files: 'one',
  async run({ words, file, forum, terminal }) {
    const { edition, yes } = tellApart(wording, words).values;
    const document: Document = { name: file!.name, text: file!.text, edition };
    for (const warning of file!.warnings) terminal.error(warning);
    const { plan, destination, problem } = await previewImport(forum, document);
    terminal.print(preview(plan, destination));
    refuseIf(problem);
    if (!yes) {
      const answer = await terminal.ask(`\n${say('import.confirm')}`);
      if (answer === null || !/^\s*y(es)?\s*$/i.test(answer)) {
        terminal.error(say(answer === null ? 'import.add_yes' : 'import.cancelled'));
        return 2;
      }
    }
    const done = await performImport(forum, program, document);
    terminal.print(`\n${say('import.done', { name: done.edition.name, number: done.home, ...done.counts })}`);
    if (done.report) terminal.print(say('import.next', { commands: nextCommands(done) }));
    return 0;
  },
};

function nextCommands({ edition, roundtables }: Awaited<ReturnType<typeof performImport>>): string {
  const first = roundtables[0]!.number;
  return ['draft', 'ledger'].map((word) => `rapporteur ${word} ${first} --edition ${edition.slug}`).join(' · ');
}
