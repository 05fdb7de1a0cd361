import { say } from '#messages/say.ts';
import { refuseIf } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { formats, reportFile } from '#report/export/files.ts';
import type { Command } from './command.ts';
import { whichRoundtable } from './report.ts';
import { tellApart } from './words.ts';

const wording = {
  usage: `export NUMBER --format ${formats.join('|')} [--to FILE] [--edition NAME]`,
  options: { format: { type: 'string' }, to: { type: 'string' }, edition: { type: 'string' } },
  takes: [1, 1],
} as const;

const printable: readonly string[] = ['md', 'txt', 'xml', 'debate.xml', 'json', 'csv', 'html'];

export const exportCommand: Command = {
  name: 'export',
  ...wording,
  does: 'Writes a roundtable’s report to a file. Without --to, text is printed, and Word, PDF and ZIP get a name of their own here.',
  async run({ words, forum, terminal }) {
    const { values, positionals } = tellApart(wording, words);
    const format = formats.find((format) => format === values.format);
    refuseIf(format ? null : { code: 'cli.format_unknown', values: { formats: formats.join(', ') } });
    const roundtable = await whichRoundtable(forum, positionals[0]!, values.edition);
    const file = await reportFile(forum, program, roundtable, format!);
    refuseIf(file ? null : { code: 'cli.no_report', values: { number: roundtable.number } });
    const { name, bytes } = file!;
    if (!values.to && printable.includes(format!)) {
      terminal.print(Buffer.from(bytes).toString('utf8').trimEnd());
      return 0;
    }
    const path = values.to ?? name;
    await terminal.save(path, bytes);
    terminal.error(say('cli.written', { path, bytes: bytes.length }));
    return 0;
  },
};
