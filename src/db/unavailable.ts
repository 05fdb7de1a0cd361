/** The database cannot be opened or used. `code` names a sentence of the message catalogue (`database.…`). */
export class DatabaseUnavailable extends Error {
  readonly code: string;
  readonly values: Record<string, string>;

  constructor(code: string, values: Record<string, string> = {}) {
    super(code);
    this.name = 'DatabaseUnavailable';
    this.code = `database.${code}`;
    this.values = values;
  }
}
