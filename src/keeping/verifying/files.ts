import { wordsErased } from '#statements/erasure/personal.ts';
import { filesOf } from '#keeping/covered.ts';

export interface FileFinding {
  what: 'file_changed' | 'file_missing' | 'file_unknown';
  table: string;
  row: string;
}

/** Holds files against the fingerprints in the rows that own them, which the record covers. */
export function openFiles() {
  const expected = new Map<string, { sha256: string; mayBeGone: boolean }>();
  const findings: FileFinding[] = [];
  return {
    row(table: string, row: Record<string, unknown>): void {
      for (const [files, { owner, key }] of Object.entries(filesOf)) {
        if (owner !== table) continue;
        const id = String(row[files === owner ? key : 'id']);
        const sha256 = String(row.sha256).replace(/^\\x/, '');
        expected.set(`${files} ${id}`, { sha256, mayBeGone: row.name === wordsErased });
      }
    },
    file({ table, key, sha256 }: { table: string; key: string; sha256: string }): void {
      const found = expected.get(`${table} ${key}`);
      if (!found) findings.push({ what: 'file_unknown', table, row: key });
      else if (found.sha256 !== sha256) findings.push({ what: 'file_changed', table, row: key });
      expected.delete(`${table} ${key}`);
    },
    end(): FileFinding[] {
      for (const [name, { mayBeGone }] of expected) {
        const [table, row] = name.split(' ') as [string, string];
        if (!mayBeGone) findings.push({ what: 'file_missing', table, row });
      }
      return findings;
    },
  };
}
