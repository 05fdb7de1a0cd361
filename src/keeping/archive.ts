import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip, createGzip } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { shapesOf, type Shape } from '#db/shape.ts';
import { migrationsKnown } from '#db/migrate.ts';
import { Refusal } from '#record/refusals.ts';
import { snapshotOf, type Piece } from './snapshot.ts';
import { membersOf, NotTar, tarEnd, tarMember, type Member } from './tar.ts';

// A .tar.gz with `rapporteur-backup.json` first, then rows as JSON lines and files, and `manifest.json` with the SHA-256 of
// every part last, so that one cut short has none. It knows nothing of the database's engine, and any tar unpacks it.
const format = 1;
const aboutName = 'rapporteur-backup.json';
const manifestName = 'manifest.json';
const isPiece = /^(tables|files)\//;
const largestMember = 64 * 1024 * 1024;
// Rows of several kilobytes each are written in several parts.
const partLength = 4 * 1024 * 1024;

const aboutShape = z.object({
  format: z.number(),
  at: z.string(),
  /** The migrations of the database it was made from. */
  migrations: z.array(z.string()),
  shapes: z.array(z.custom<Shape>((shape) => typeof shape === 'object')),
  /** The name of the record’s log, and its public key. */
  key: z.string(),
});
const rowShape = z.custom<object>((row) => typeof row === 'object' && row !== null);
const manifestShape = z.object({ sha256: z.record(z.string(), z.string()) });

export type About = z.infer<typeof aboutShape>;

/** Everything in a forum as the bytes of an archive, a little at a time. */
export async function* archiveOf(db: Kysely<DB>, { at, key }: { at: Date; key: string }): AsyncGenerator<Buffer> {
  const about: About = { format, at: at.toISOString(), migrations: await migrationsOf(db), shapes: await shapesOf(db), key }; // prettier-ignore
  const gzip = createGzip({ level: 4 });
  const members = membersFrom(about, snapshotOf(db, { withBytes: true }));
  const feeding = feed(gzip, members);
  feeding.catch((error) => gzip.destroy(error));
  for await (const chunk of gzip) yield chunk as Buffer;
  await feeding;
}

async function feed(gzip: ReturnType<typeof createGzip>, members: AsyncGenerator<Member>): Promise<void> {
  for await (const member of members)
    if (!gzip.write(tarMember(member))) await new Promise((resolve) => gzip.once('drain', resolve));
  gzip.end(tarEnd);
}

async function* membersFrom(about: About, pieces: AsyncIterable<Piece>): AsyncGenerator<Member> {
  const sums: Record<string, string> = {};
  const summed = (name: string, bytes: Buffer): Member => {
    sums[name] = createHash('sha256').update(bytes).digest('hex');
    return { name, bytes };
  };
  yield summed(aboutName, Buffer.from(`${JSON.stringify(about, null, 1)}\n`));
  let part = { table: '', number: 0, rows: [] as string[], length: 0 };
  const cut = () => summed(`tables/${part.table}/${String(part.number).padStart(6, '0')}.jsonl`, Buffer.from(`${part.rows.join('\n')}\n`)); // prettier-ignore
  for await (const piece of pieces) {
    const table = 'file' in piece ? '' : piece.table;
    if (part.rows.length > 0 && (table !== part.table || part.length > partLength)) {
      yield cut();
      part = { table: part.table, number: part.number + 1, rows: [], length: 0 };
    }
    if ('file' in piece) yield summed(`files/${piece.file.table}/${piece.file.key}`, piece.file.bytes!);
    else {
      if (table !== part.table) part = { table, number: 1, rows: [], length: 0 };
      part.rows.push(...piece.rows);
      part.length += piece.rows.reduce((sum, row) => sum + row.length, 0);
    }
  }
  if (part.rows.length > 0) yield cut();
  yield { name: manifestName, bytes: Buffer.from(`${JSON.stringify({ format, sha256: sums }, null, 1)}\n`) };
}

async function migrationsOf(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

export interface Archive {
  about: About;
  /** What is in it, in the order it was written. */
  pieces: AsyncGenerator<Piece>;
}

/**
 * Opens an archive, all of which is read and held against its manifest before anything in it is used. Throws `Refusal` where it
 * is none, broken, or made by a newer version than this.
 */
export async function openArchive(path: string): Promise<Archive> {
  const about = await aboutOf(path);
  const known = await migrationsKnown();
  if (about.format > format || about.migrations.some((name) => !known.includes(name)))
    throw new Refusal({ code: 'restore.too_new', values: { path } });
  await refuseUnlessWhole(path);
  return { about, pieces: piecesOf(path) };
}

async function aboutOf(path: string): Promise<About> {
  for await (const { name, bytes } of readMembers(path)) {
    if (name !== aboutName) break;
    return fromJson(path, name, bytes.toString(), aboutShape);
  }
  throw new Refusal({ code: 'restore.foreign', values: { path } });
}

async function refuseUnlessWhole(path: string): Promise<void> {
  const sums: Record<string, string> = {};
  let manifest: z.infer<typeof manifestShape> | undefined;
  for await (const { name, bytes } of readMembers(path)) {
    if (name === manifestName) manifest = fromJson(path, name, bytes.toString(), manifestShape);
    else if (name === aboutName || isPiece.test(name)) sums[name] = sumOf(bytes);
    else throw new Refusal({ code: 'restore.foreign', values: { path } });
    if (name.startsWith('tables/')) for (const row of rowsOf(bytes)) fromJson(path, name, row, rowShape);
  }
  if (!manifest) throw new Refusal({ code: 'restore.broken', values: { path, why: 'it has no manifest' } });
  const said = manifest.sha256;
  const wrong = [...new Set([...Object.keys(said), ...Object.keys(sums)])].find((name) => said[name] !== sums[name]);
  if (wrong) throw new Refusal({ code: 'restore.part_wrong', values: { path, part: wrong } });
}

/** What is in an archive that was found whole. */
export async function* piecesOf(path: string): AsyncGenerator<Piece> {
  for await (const { name, bytes } of readMembers(path)) {
    const [kind, table = '', key = ''] = name.split('/');
    if (kind === 'tables') yield { table, rows: rowsOf(bytes) };
    if (kind === 'files') yield { file: { table, key, sha256: sumOf(bytes), bytes } };
  }
}

function rowsOf(bytes: Buffer): string[] {
  return bytes.toString().trimEnd().split('\n');
}

function fromJson<T>(path: string, name: string, text: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Refusal({ code: 'restore.broken', values: { path, why: `its part ${name} cannot be read` } });
  }
}

/** Whatever can be wrong with a file is said in a sentence. */
async function* readMembers(path: string): AsyncGenerator<Member> {
  const gunzip = createGunzip();
  const file = createReadStream(path);
  file.on('error', (error) => gunzip.destroy(error));
  try {
    yield* membersOf(file.pipe(gunzip), largestMember);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (/^(ENOENT|EACCES|EISDIR|EPERM)$/.test(code))
      throw new Refusal({ code: 'restore.unreadable', values: { path } });
    if (code === 'Z_DATA_ERROR' && /header/.test(message))
      throw new Refusal({ code: 'restore.foreign', values: { path } });
    if (error instanceof NotTar || code.startsWith('Z_'))
      throw new Refusal({ code: 'restore.broken', values: { path, why: message } });
    throw error;
  } finally {
    file.destroy();
  }
}

function sumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
