import type { Opening } from '#record/payload.ts';
import { sha256, type Hash } from '#record/tree/hashing.ts';

/**
 * Keeps in mind which words an export shows, so that the record that goes with it opens what holds them: only where they are
 * the same to the letter, since of others the reader is not to learn more than is shown.
 */
export function wordsShown() {
  const keys = new Map<string, string>();
  const shown = new Map<string, Hash>();
  return {
    add({ id, key, revision, body }: { id: string; key: string; revision: number; body: string }): void {
      keys.set(id, key);
      shown.set(`${id} ${revision}`, sha256(body));
    },
    opening: (({ table, row }) => {
      const of = keys.get(String(table === 'statement' ? row.id : row.statement_id));
      if (of === undefined) return null;
      if (table === 'statement') return { of };
      const words = table === 'statement_revision' && shown.get(`${String(row.statement_id)} ${String(row.revision)}`);
      return words && words.equals(sha256(String(row.body))) ? { of, column: 'body' } : null;
    }) satisfies Opening as Opening,
  };
}
