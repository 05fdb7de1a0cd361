import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { projectRoot } from '#project-root.ts';
import { DocumentRefusal } from '#documents/refusal.ts';
import type { MessageValues, RefusalCode } from '#documents/refusal.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

export type ChildAnswer =
  | { text: string; warnings: DocumentWarning[]; refusal?: undefined }
  | { refusal: RefusalCode; values: MessageValues; warnings?: undefined };

/** What a document may cost: resident memory of the child in bytes, time in milliseconds, length of its answer in bytes. */
export const childLimits = { memoryBytes: 512 * 1024 * 1024, milliseconds: 10_000, answerBytes: 128 * 1024 * 1024 };

/**
 * Reads a document in a child process of its own, at most two at a time; further ones wait. The child can read the
 * project's own modules and nothing else: no other file, no writing, no further process.
 * Refuses what the reader in the child refuses, `document_bomb` and `document_slow` at a limit, and `reader_failed`
 * when the child ends without an answer.
 */
export async function readInChild(
  format: 'html' | 'docx' | 'pdf',
  bytes: Uint8Array,
  limits = childLimits,
): Promise<{ text: string; warnings: DocumentWarning[] }> {
  await placeFree();
  try {
    const answer = await answerOfChild(format, bytes, limits);
    if (answer.refusal !== undefined) throw new DocumentRefusal(answer.refusal, answer.values);
    return answer;
  } finally {
    leavePlace();
  }
}

function answerOfChild(format: string, bytes: Uint8Array, limits: typeof childLimits): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, childArguments(format, limits), {
      env: {},
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    });
    const input = child.stdio[0] as Writable;
    const complaints = child.stdio[2] as Readable;
    const output = child.stdio[3] as Readable;
    const chunks: Buffer[] = [];
    let length = 0;
    let said = '';
    let ended: RefusalCode | null = null;
    const stop = (why: RefusalCode) => {
      ended ??= why;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(() => stop('document_slow'), limits.milliseconds);
    const watch = watchMemory(child.pid, limits.memoryBytes, () => stop('document_bomb'));
    output.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.answerBytes) stop('document_bomb');
      else chunks.push(chunk);
    });
    complaints.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
    // A child that is stopped, or refuses early, leaves part of the document unread: that is no error of ours.
    input.on('error', () => {});
    input.end(bytes);
    // Should this process end first, the child must not go on alone.
    const parentEnds = () => child.kill('SIGKILL');
    process.once('exit', parentEnds);
    const done = () => {
      process.off('exit', parentEnds);
      clearTimeout(clock);
      clearInterval(watch);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', () => {
      done();
      if (ended) return resolve({ refusal: ended, values: {} });
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString()) as ChildAnswer);
      } catch {
        resolve({
          refusal: /heap out of memory|heap limit/i.test(said) ? 'document_bomb' : 'reader_failed',
          values: {},
        });
      }
    });
  });
}

function childArguments(format: string, limits: typeof childLimits): string[] {
  const readable = ['package.json', 'src/documents', 'node_modules'].map(
    (path) => `--allow-fs-read=${join(projectRoot, path)}`,
  );
  const heap = Math.floor((limits.memoryBytes / 1024 / 1024) * 0.75);
  return [
    `--max-old-space-size=${heap}`,
    '--no-warnings',
    '--permission',
    ...readable,
    join(projectRoot, 'src/documents/reading-child.ts'),
    format,
  ];
}

// Resident memory, not heap: buffers and unpacked streams live outside the heap, where Node's own limit does not reach.
function watchMemory(pid: number | undefined, limit: number, exceeded: () => void): NodeJS.Timeout {
  const look = async () => {
    const resident = pid === undefined ? 0 : await residentBytes(pid);
    if (resident > limit) exceeded();
  };
  return setInterval(() => void look(), process.platform === 'linux' ? 15 : 150);
}

async function residentBytes(pid: number): Promise<number> {
  try {
    const kilobytes =
      process.platform === 'linux'
        ? /VmRSS:\s*(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
        : await new Promise<string>((resolve) =>
            execFile('ps', ['-o', 'rss=', '-p', String(pid)], (_, out) => resolve(out)),
          );
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // The child has ended; its end is heard elsewhere.
    return 0;
  }
}

const places = { free: 2, waiting: [] as (() => void)[] };

async function placeFree(): Promise<void> {
  if (places.free > 0) places.free--;
  else await new Promise<void>((resolve) => places.waiting.push(resolve));
}

function leavePlace(): void {
  const next = places.waiting.shift();
  if (next) next();
  else places.free++;
}
