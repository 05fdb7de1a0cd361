import { troubleOf } from '#db/trouble.ts';
import { logError } from '#log/log.ts';
import { say } from '#messages/say.ts';
import type { Values } from '#record/refusals.ts';

/** An answer that is a "no", as RFC 9457 has it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** The sentence that says what is wrong and what to do. */
  detail: string;
  /** The sentence's code, which stays the same in every language. */
  code: string;
  /** A sentence for each wrong field of an act's input. */
  fields?: Record<string, string>;
}

/** A "no" of the API's own: a wrong token, a wrong cursor, too many requests. */
export class ApiRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(code: string, status: number, headers: Record<string, string> = {}) {
    super(code);
    this.name = 'ApiRefusal';
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

interface Expected {
  name?: string;
  code?: string;
  status?: number;
  headers?: Record<string, string>;
  values?: Values;
  fields?: Record<string, string>;
}

const statuses: Record<string, number> = { Refusal: 409, InvalidInput: 400, DatabaseUnavailable: 503 };
const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Refused',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  503: 'Unavailable',
};

/** What was thrown, as a problem; anything unexpected is thrown on. */
export function problemOf(thrown: unknown, language = 'en'): Response {
  const expected = (troubleOf(thrown) ?? thrown) as Expected;
  const { name = '', values, fields } = expected;
  const isMissing = name === 'NotFound';
  const status = isMissing ? 404 : name === 'ApiRefusal' ? expected.status! : statuses[name];
  if (!status) throw thrown;
  if (status === 503) logError('The API could not answer', thrown);
  const code = isMissing ? 'page.not_found' : expected.code!;
  const wrong = fields && Object.entries(fields).map(([field, why]) => [field, say(why, values, language)]);
  const problem: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail: say(code, values, language),
    code,
    ...(wrong ? { fields: Object.fromEntries(wrong) as Record<string, string> } : {}),
  };
  const headers = { ...expected.headers, 'content-type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status, headers });
}
