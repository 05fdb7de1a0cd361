import { troubleOf } from '#db/trouble.ts';
import { say } from '#messages/say.ts';
import type { Terminal } from './terminal.ts';

/** Prints an expected refusal as its sentence and gives exit status 2; anything else is a bug and is thrown on. */
export function refused(thrown: unknown, terminal: Terminal): number {
  const error = troubleOf(thrown) ?? thrown;
  const { code, values, name, fields } = error as {
    code?: string;
    values?: Record<string, unknown>;
    name?: string;
    fields?: Record<string, string>;
  };
  if (fields) {
    for (const [field, problem] of Object.entries(fields)) terminal.error(`${field}: ${say(problem)}`);
    return 2;
  }
  const key = name === 'DocumentRefusal' ? `document.${code}` : code;
  const sentence = key && say(key, values);
  if (sentence && sentence !== key) terminal.error(sentence);
  else if (name === 'NotFound') terminal.error(say('cli.not_found', { what: (error as Error).message }));
  else throw error;
  return 2;
}
