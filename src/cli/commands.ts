import type { Call, Command } from './command.ts';
import { actCommand, actsCommand } from './acts.ts';
import { checkCommand } from './check.ts';
import { exportCommand } from './export.ts';
import { handoverCommand } from './handover.ts';
import { importCommand } from './import.ts';
import { backupCommand } from './keeping.ts';
import { draftCommand, ledgerCommand } from './report.ts';
import { refused } from './refused.ts';
import { verifyCommand } from './verify.ts';

/** Every command that works on the forum. Those that only read a file are in `reading.ts`. */
export const commands: readonly Command[] = [
  importCommand,
  draftCommand,
  ledgerCommand,
  checkCommand,
  exportCommand,
  backupCommand,
  handoverCommand,
  verifyCommand,
  actCommand,
  actsCommand,
];

/** Runs a command and gives its exit status; a refusal is printed as a sentence. */
export async function runCommand(name: string, call: Call): Promise<number> {
  const command = commands.find((command) => command.name === name)!;
  try {
    return await command.run(call);
  } catch (error) {
    return refused(error, call.terminal);
  }
}
