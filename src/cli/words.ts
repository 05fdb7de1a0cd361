import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from '#record/refusals.ts';

/** How a command is said: its options, and how many other words it takes at least and at most. */
export interface Wording<Options extends ParseArgsOptionsConfig = ParseArgsOptionsConfig> {
  usage: string;
  options: Options;
  takes: readonly [least: number, most: number];
}

/** The words of a command, told apart. Refuses any it does not know with how it is said. */
export function tellApart<Options extends ParseArgsOptionsConfig>(
  { usage, options, takes: [least, most] }: Wording<Options>,
  words: string[],
) {
  const parsed = parsedOrNull(options, words);
  const named = parsed?.positionals.length ?? 0;
  if (!parsed || named < least || named > most) throw new Refusal({ code: 'cli.usage', values: { usage } });
  return parsed;
}

function parsedOrNull<Options extends ParseArgsOptionsConfig>(options: Options, args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    return null;
  }
}
