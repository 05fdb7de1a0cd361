import { tooLongRefusal } from '#importing/rules.ts';
import { say } from '#messages/say.ts';
import { refuseIf } from '#record/refusals.ts';
import { readSettings } from '#settings.ts';
import type { ReadFile } from './command.ts';
import { isNumber } from './check.ts';
import { commands } from './commands.ts';
import { readPath } from './read-path.ts';
import { readings } from './reading.ts';
import { refused } from './refused.ts';
import { ownTerminal } from './terminal.ts';
import { helpWords } from './without-forum.ts';
import { tellApart } from './words.ts';

/** Does what the terminal was told, and says with which status to end: 0 done, 2 refused. */
export function main(name: string, words: string[]): Promise<number> {
  return told(name, words).catch((error) => refused(error, ownTerminal));
}

async function told(name: string, words: string[]): Promise<number> {
  if (helpWords.includes(name)) return help();
  const known = [...readings, ...commands].find((command) => command.name === name);
  if (!known) {
    ownTerminal.error(say('cli.unknown_command', { name }));
    return 2;
  }
  if (words.some((word) => ['--help', '-h'].includes(word))) return helpOn(known);
  // Before anything is opened: what is said wrongly needs no forum to be refused.
  const { positionals } = tellApart(known, words);
  const reading = readings.find((reading) => reading.name === name && (reading.suits?.(words) ?? true));
  if (reading) return reading.run(words, ownTerminal);
  const command = commands.find((command) => command.name === name)!;
  const takesFile = command.files === 'one' || (command.files === 'unless_numbered' && !isNumber(positionals[0]!));
  const file = takesFile ? await readPath(positionals[0]!) : null;
  // Nor does a server have to take in what it would refuse for its length.
  if (file) refuseIf(tooLongRefusal(file));
  return runOnForum(name, (await command.prepare?.(words)) ?? words, file);
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
  const call = { words, file, terminal: ownTerminal, forum: rapporteur.forum };
  try {
    return await Promise.race([runCommand(name, call), rapporteur.database.lost.then(thrown)]);
  } finally {
    await rapporteur.close();
  }
}

function thrown(error: Error): never {
  throw error;
}

function help(): number {
  ownTerminal.print(say('cli.help'));
  for (const known of [...readings, ...commands.filter(({ name }) => !readings.some((one) => one.name === name))]) {
    ownTerminal.print('');
    helpOn(known);
  }
  return 0;
}

function helpOn({ usage, does }: { usage: string; does: string }): number {
  ownTerminal.print(`  rapporteur ${usage}\n      ${does}`);
  return 0;
}
