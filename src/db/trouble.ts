import { DatabaseUnavailable } from './unavailable.ts';

/**
 * What an error of the database or its connection means for a person: `database.full`, `database.busy` or `database.lost`.
 * Null for any other error, which is a bug. Codes: PostgreSQL's appendix A, Node's errno names; pg itself has words only.
 */
export function troubleOf(error: unknown): DatabaseUnavailable | null {
  if (isUnavailable(error)) return error;
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  const kind = kinds.find(({ codes, words }) => codes.test(code) || words.test(message));
  return kind ? new DatabaseUnavailable(kind.is) : null;
}

// Known by its name, since the pages and the command line are built apart.
function isUnavailable(error: unknown): error is DatabaseUnavailable {
  return error instanceof Error && error.name === 'DatabaseUnavailable';
}

const kinds = [
  { is: 'full', codes: /^(ENOSPC|EDQUOT|53100)$/, words: /^(ENOSPC|EDQUOT)\b|No space left on device/ },
  {
    is: 'busy',
    codes: /^(53300|53200|55P03|57014|57P03|40001|40P01)$/,
    words: /^timeout exceeded when trying to connect|^Query read timeout/,
  },
  {
    is: 'lost',
    codes:
      /^(08\w{3}|28\w{3}|3D000|57P01|57P02|57P05|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
    words:
      /^Connection terminated|not currently accepting connections$|^Client has encountered a connection error|^Client was closed and is not queryable|^(Cannot use a pool|driver has already been destroyed)/,
  },
];
