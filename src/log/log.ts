/** What stands beside an event in the log. Names, addresses and words of people have no place here. */
export type Details = Record<string, string | number | boolean | null>;

const asJson = process.env.LOG === 'json';

/** Tells whoever runs the server what has happened: a line of JSON each under `LOG=json`, plain words otherwise. */
export function logEvent(event: string, details: Details = {}): void {
  if (asJson) console.log(line('info', event, details));
  else console.log([event, ...Object.entries(details).map(([name, value]) => `${name}=${value}`)].join(' '));
}

/**
 * Tells of what went wrong, and where in the program. What a database quotes of the row it refused is left out, and so are
 * e-mail addresses and the codes of receipts, wherever they stand.
 */
export function logError(event: string, error: unknown, ...more: unknown[]): void {
  const { name, code, message, frames } = described(error);
  const others = more.map((one) => described(one).message);
  const whole = [message, ...others].join('; ');
  if (asJson) console.error(line('error', event, { name, code, message: whole, at: frames.join(' ← ') }));
  else console.error([`${event}: ${name}${code ? ` ${code}` : ''}: ${whole}`, ...frames].join('\n    '));
}

function line(level: string, event: string, details: Details): string {
  return JSON.stringify({ at: new Date().toISOString(), level, event, ...details });
}

function described(error: unknown): { name: string; code: string; message: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: 'Error', code: '', message: withoutPeople(textOf(error)), frames: [] };
  const { name, code = '', stack = '', severity } = error as Error & { code?: unknown; severity?: unknown };
  // A database's message ends with the value it could not take.
  const message = severity === undefined ? error.message : error.message.replace(/: "[^]*"$/, ': “…”');
  const frames = [...stack.matchAll(/^ {4}at .+$/gm)].slice(0, 12).map(([frame]) => frame.trim());
  const cause = error.cause === undefined ? '' : ` (${described(error.cause).message})`;
  return { name, code: String(code), message: withoutPeople(message) + cause, frames };
}

function textOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  const { message } = (thrown ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : typeof thrown;
}

const longest = 2000;

function withoutPeople(text: string): string {
  return text
    .slice(0, longest)
    .replace(/[^\s<>"'(),;:@]{1,200}@[^\s<>"'(),;:@]{1,200}/gu, '…@…')
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '…-…-…');
}
