// The terminal's entry. `bin/rapporteur` sets things up and runs this on the pinned Node.
import { say } from '#messages/say.ts';
import { readSettings } from '#settings.ts';
import type { ReadFile } from './command.ts';
import { commands } from './commands.ts';
import { readOne, readings } from './reading.ts';
import { refused } from './refused.ts';
import { ownTerminal } from './terminal.ts';

const [name = 'help', ...words] = process.argv.slice(2);
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main().catch((error) => refused(error, ownTerminal));

async function main(): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return help(0);
  const reading = readings.find((reading) => reading.name === name);
  if (reading) return reading.run(words, ownTerminal);
  const command = commands.find((command) => command.name === name);
  if (!command) {
    ownTerminal.error(say('cli.unknown_command', { name }));
    return 2;
  }
  return runOnForum(name, words, command.files ? await readOne(words) : null);
}

/** On the running server where there is one; else on the data directory, opened for as long as the command takes. */
async function runOnForum(name: string, words: string[], file: ReadFile | null): Promise<number> {
  const settings = readSettings(process.env);
  const { callServer } = await import('./socket.ts');
  const status = await callServer(settings, { name, words, file }, ownTerminal);
  if (status !== null) return status;
  const { openRapporteur } = await import('#open.ts');
  const { runCommand } = await import('./commands.ts');
  const rapporteur = await openRapporteur(settings);
  try {
    return await runCommand(name, { words, file, terminal: ownTerminal, forum: rapporteur.forum });
  } finally {
    await rapporteur.close();
  }
}

function help(status: number): number {
  ownTerminal.print(say('cli.help'));
  for (const { usage, does } of [...readings, ...commands]) ownTerminal.print(`\n  rapporteur ${usage}\n      ${does}`);
  return status;
}
