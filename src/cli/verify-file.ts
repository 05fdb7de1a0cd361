import { open, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { openArchive, piecesOf } from '#keeping/archive.ts';
import { verifyCarried } from '#keeping/verifying/carried.ts';
import { verifyFolder } from '#keeping/verifying/folder.ts';
import { verifyProof } from '#keeping/verifying/proof.ts';
import { verify, type Finding } from '#keeping/verifying/verify.ts';
import { saidIn, verifyWords } from '#keeping/verifying/words.ts';
import { partsOf } from '#keeping/verifying/zipped.ts';
import { say } from '#messages/say.ts';
import { Refusal } from '#record/refusals.ts';
import { carriedRecord } from '#record/tree/carried.ts';
import { isSignedBy, type Checkpoint } from '#record/tree/checkpoint.ts';
import { isProof } from '#record/tree/proof-file.ts';
import type { Verifier } from '#record/tree/signed-note.ts';
import type { Terminal } from './terminal.ts';
import { tell, tellFindings } from './verdict.ts';

interface Against {
  outside: readonly Checkpoint[];
  key: Verifier | null;
}

/** Checks a file by what is in it: a backup, an export, a report's archive, or the proof that goes with a receipt. */
export async function verifyFile(path: string, against: Against, terminal: Terminal): Promise<number> {
  const beginning = await beginningOf(path);
  if (beginning === null) return verifyHandover(path, against, terminal);
  if (isProof(beginning)) return verifyProofFile(await textIn(path), against, terminal);
  if (beginning.startsWith('{')) return verifyExport(await textIn(path), against, terminal);
  if (beginning.startsWith('PK')) return verifyZip(path, against, terminal);
  const { about } = await openArchive(path);
  return tell(await verify(() => piecesOf(path), about.shapes, against.outside), against.key, terminal);
}

function verifyProofFile(text: string, { outside, key }: Against, terminal: Terminal): number {
  const { line, rows, head, findings } = verifyProof(text, outside);
  const wrong = verdict(findings, head, key, terminal);
  if (wrong) return wrong;
  for (const { row } of rows) if (typeof row.body === 'string') terminal.print(`${row.body}\n`);
  const { sequence, at } = line;
  terminal.print(say('verify.proved', { ...headSaid(head), sequence, at, held: heldSaid({ outside, key }) }));
  return 0;
}

const mostNamed = 100;
const holdsRecord = z.object({ record: carriedRecord });

function verifyExport(text: string, against: Against, terminal: Terminal): number {
  const data = parsed(text);
  const { record } = holdsRecord.safeParse(data).data ?? {};
  if (!record) throw new Refusal('verify.no_export');
  const { head, lines, findings } = verifyCarried(record, against.outside);
  const words = verifyWords(record, saidIn(data));
  const wrong = verdict([...findings, ...words.findings], head, against.key, terminal);
  if (wrong) return wrong;
  terminal.print(say('verify.carried', { ...headSaid(head), lines, held: heldSaid(against) }));
  const { proved, unproved } = words;
  terminal.print(say('verify.words', { proved, unproved: unproved.length, which: unproved.slice(0, mostNamed).join(', ') })); // prettier-ignore
  return 0;
}

async function verifyZip(path: string, against: Against, terminal: Terminal): Promise<number> {
  const { data, files, findings } = partsOf(await readFile(path));
  tellFindings(findings, terminal);
  if (!data) throw new Refusal('verify.no_export');
  const status = verifyExport(data, against, terminal);
  if (findings.length > 0) return 1;
  terminal.print(say('verify.files', { files }));
  return status;
}

async function verifyHandover(path: string, against: Against, terminal: Terminal): Promise<number> {
  const { files, sequence, at, head, lines, findings } = await verifyFolder(path, against.outside);
  const wrong = verdict(findings, head, against.key, terminal);
  if (wrong) return wrong;
  terminal.print(say('handover.holds', { files, at, sequence }));
  terminal.print(say('verify.carried', { ...headSaid(head), lines, held: heldSaid(against) }));
  return 0;
}

/** Tells what is wrong; 0 where nothing is. */
function verdict(findings: readonly Finding[], head: Checkpoint, key: Verifier | null, terminal: Terminal): number {
  tellFindings(findings, terminal);
  const isForged = key !== null && !isSignedBy(head, key);
  if (isForged) terminal.error(say('verify.not_signed'));
  return findings.length > 0 || isForged ? 1 : 0;
}

function headSaid({ origin, size, root }: Checkpoint) {
  return { origin, size, root: root.toString('base64') };
}

/** What it was held against from outside; without anything, its own word is all there is. */
function heldSaid({ outside, key }: Against): string {
  if (outside.length > 0) return key ? 'both' : 'head';
  return key ? 'key' : 'nothing';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null where it is a folder. */
async function beginningOf(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).isDirectory()) return null;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // Whoever opens it next says why not.
    return '';
  }
}

export async function textIn(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Refusal({ code: 'verify.unreadable', values: { path, why: (error as Error).message } });
  }
}
