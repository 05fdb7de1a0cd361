export type Values = Record<string, string | number | Date>;

/** A reason why not: the code of a sentence in the message catalogue, with what the sentence mentions. */
export type Reason = string | { code: string; values: Values };

/** An expected "no". Nothing was written; the code names the sentence that says what is wrong and what to do. */
export class Refusal extends Error {
  readonly code: string;
  readonly values: Values;

  constructor(reason: Reason) {
    const { code, values } = typeof reason === 'string' ? { code: reason, values: {} } : reason;
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.values = values;
  }
}

/** What was handed in does not have the form the act asks for; `fields` gives a sentence's code for each wrong field. */
export class InvalidInput extends Refusal {
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super({ code: 'act.invalid_input', values: { fields: Object.keys(fields).join(', ') } });
    this.name = 'InvalidInput';
    this.message = `${this.code}: ${Object.entries(fields).map(([field, problem]) => `${field} ${problem}`)}`;
    this.fields = fields;
  }
}

/** There is no such thing, or it is not this person's to see: the two look the same. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`no ${what}`);
    this.name = 'NotFound';
  }
}

export function refuseIf(reason: Reason | null): void {
  if (reason) throw new Refusal(reason);
}

export function found<T>(thing: T | undefined | null, what: string): T {
  if (thing === undefined || thing === null) throw new NotFound(what);
  return thing;
}

/** Whether it is a “no”, which is told to whoever asked; anything else is a bug. */
export function isExpected(error: unknown): boolean {
  return error instanceof Refusal || error instanceof NotFound;
}
