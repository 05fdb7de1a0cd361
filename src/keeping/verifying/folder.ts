import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownProof, ownRecord, unsummed } from '#keeping/handover/folder.ts';
import { Refusal } from '#record/refusals.ts';
import { carriedRecord } from '#record/tree/carried.ts';
import type { Checkpoint } from '#record/tree/checkpoint.ts';
import { verifyCarried } from './carried.ts';
import { verifyProof } from './proof.ts';
import type { Finding } from './verify.ts';
import { sumsIn, sumsName } from './zipped.ts';

export interface FolderVerdict {
  files: number;
  /** The line of the record that says that it was handed over, and when. */
  sequence: number;
  at: string;
  head: Checkpoint;
  lines: number;
  findings: Finding[];
}

const carried = z.object({ record: carriedRecord });

/**
 * Checks a folder that was handed over, offline: every file against the checksums, these against the line of the record that
 * holds them, and the record against its heads and those kept outside. Throws `Refusal` where it is no such folder.
 */
export async function verifyFolder(path: string, outside: readonly Checkpoint[]): Promise<FolderVerdict> {
  const read = (name: string) => readFile(join(path, name)).catch(() => Promise.reject(new Refusal({ code: 'handover.folder_broken', values: { path } }))); // prettier-ignore
  const list = await read(sumsName);
  const proved = verifyProof((await read(ownProof)).toString(), []);
  const { record } = carried.safeParse(parsed((await read(ownRecord)).toString())).data ?? {};
  if (!record) throw new Refusal({ code: 'handover.folder_broken', values: { path } });
  const { sequence, at } = proved.line;
  const verdict = verifyCarried(record, [...outside, proved.head]);
  const sum = createHash('sha256').update(list).digest('hex');
  const isOurs = proved.rows.some(({ table, row }) => table === 'handover' && row.sha256 === sum);
  const sums = sumsIn(list.toString());
  return {
    files: sums.size + unsummed.length,
    sequence,
    at,
    head: verdict.head,
    lines: verdict.lines,
    findings: [
      ...proved.findings,
      ...verdict.findings,
      ...(isOurs ? [] : [{ what: 'folder_changed', sequence }]),
      ...(await filesIn(path, sums)),
    ],
  };
}

async function filesIn(path: string, sums: ReadonlyMap<string, string>): Promise<Finding[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const there = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name).slice(join(path, '/').length)); // prettier-ignore
  const findings: Finding[] = [];
  for (const name of there) {
    const sum = sums.get(name);
    if (sum === undefined) {
      if (!unsummed.includes(name)) findings.push({ what: 'part_unknown', row: name });
    } else if ((await sumOf(join(path, name))) !== sum) findings.push({ what: 'part_changed', row: name });
  }
  const found = new Set(there);
  for (const name of sums.keys()) if (!found.has(name)) findings.push({ what: 'part_missing', row: name });
  return findings;
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
