import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { Refusal } from '#record/refusals.ts';
import type { Finding } from './verify.ts';

export const sumsName = 'SHA256SUMS';

/** A report's archive: its data, which carries the record, and which of its files are not as its checksums say. */
export function partsOf(bytes: Buffer): { data: string | undefined; files: number; findings: Finding[] } {
  const parts = unzipped(bytes);
  const sums = sumsIn(strFromU8(parts[sumsName] ?? new Uint8Array()));
  delete parts[sumsName];
  const findings: Finding[] = [];
  for (const [name, sum] of sums) {
    if (!parts[name]) findings.push({ what: 'part_missing', row: name });
    else if (createHash('sha256').update(parts[name]).digest('hex') !== sum) findings.push({ what: 'part_changed', row: name }); // prettier-ignore
  }
  for (const name of Object.keys(parts)) if (!sums.has(name)) findings.push({ what: 'part_unknown', row: name });
  const data = Object.keys(parts).find((name) => name.endsWith('.json'));
  return { data: data && strFromU8(parts[data]!), files: sums.size, findings };
}

/** Names and sums, as `sha256sum` writes them. */
export function sumsIn(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  return new Map(lines.flatMap((parts) => (parts ? [[parts[2]!, parts[1]!] as const] : [])));
}

function unzipped(bytes: Buffer): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    throw new Refusal('verify.export_broken');
  }
}
