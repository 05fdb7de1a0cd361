// Changes somebody with the database in hand could make, one at a time, against a head kept outside; and how long a
// million lines take. `npm run bench:tamper`
import { randomInt, randomUUID } from 'node:crypto';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { openArchive } from '#keeping/archive.ts';
import { uncoveredColumns, uncoveredTables } from '#keeping/covered.ts';
import type { Piece } from '#keeping/snapshot.ts';
import { verify } from '#keeping/verifying/verify.ts';
import { seal } from '#record/payload.ts';
import { table } from './machine.ts';

type Row = Record<string, unknown>;

const path = process.argv[2];
if (!path) throw new Error('Give a backup of a forum: npm run bench:tamper -- FILE');
const { about, pieces } = await openArchive(path);
const kept: Piece[] = [];
for await (const piece of pieces)
  if ('file' in piece) kept.push({ file: { ...piece.file, bytes: null } });
  else kept.push(piece);
const head = kept
  .flatMap((piece) => ('rows' in piece && piece.table === 'record_checkpoint' ? piece.rows : []))
  .at(-1)!;
const outside = readCheckpoint((JSON.parse(head) as { note: string }).note)!;
const covered = about.shapes.filter(({ table }) => !(table in uncoveredTables));
const keys = new Map(covered.map((shape) => [shape.table, shape]));
const places = kept.flatMap((piece, i) =>
  'file' in piece || piece.table === 'record' || keys.has(piece.table) ? [i] : [],
);

const missed: string[] = [];
const kinds = { edit: 0, delete: 0, reorder: 0, truncate: 0, 'roll back': 0 };
const all = 1000;
for (let n = 0; n < all; n++) {
  const kind = Object.keys(kinds)[n % 5] as keyof typeof kinds;
  const [tampered, what] = tamper(kind);
  const { findings } = await verify(async function* () { yield* tampered; }, about.shapes, [outside]); // prettier-ignore
  if (findings.length > 0) kinds[kind]++;
  else missed.push(`${kind}: ${what}`);
}

/** One change of this kind, somewhere. */
function tamper(kind: keyof typeof kinds): [Piece[], string] {
  const line = kept.findIndex((piece) => 'rows' in piece && piece.table === 'record');
  const at = kind === 'edit' || kind === 'delete' ? places[randomInt(places.length)]! : line;
  const piece = kept[at]!;
  if ('file' in piece) {
    const file = { ...piece.file, sha256: '00' };
    return [kind === 'delete' ? kept.toSpliced(at, 1) : kept.with(at, { file }), `file ${piece.file.key}`];
  }
  const i = randomInt(piece.rows.length);
  const rows = piece.rows;
  const changed = {
    edit: () => rows.with(i, edited(piece.table, rows[i]!)),
    delete: () => rows.toSpliced(i, 1),
    reorder: () => rows.with(i, rows.at(i - 1)!).with((i + rows.length - 1) % rows.length, rows[i]!),
    truncate: () => rows.slice(0, Math.max(1, i)),
    'roll back': () => rows.slice(0, -1 - randomInt(Math.min(20, rows.length - 1))),
  }[kind]();
  return [kept.with(at, { table: piece.table, rows: changed }), `${piece.table} ${rows[i]!.slice(0, 200)}`];
}

/** One covered value of a row, another. */
function edited(name: string, text: string): string {
  const row = JSON.parse(text) as Row;
  const isCovered = (column: string) => !(`${name}.${column}` in uncoveredColumns);
  const columns = Object.keys(row).filter((column) => isCovered(column) && (name !== 'record' || row[column] !== null));
  const column = columns[randomInt(columns.length)]!;
  const value = row[column];
  if (typeof value === 'boolean') row[column] = !value;
  else if (typeof value === 'number') row[column] = value + 1;
  else if (typeof value === 'string') row[column] = otherText(value);
  else row[column] = value === null ? 'x' : null;
  return JSON.stringify(row);
}

/** One letter or digit another: within a time, one that counts. */
function otherText(text: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`;
  const at = text.startsWith('\\x') ? 2 + randomInt(text.length - 2) : randomInt(Math.max(1, text.length));
  return `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;
}

/** As many lines as a very long forum has, each of one row. */
async function* manyLines(count: number): AsyncGenerator<Piece> {
  const at = '2026-06-01T12:00:00.000Z';
  for (let from = 1; from <= count; from += 500) {
    const lines = Array.from({ length: 500 }, (_, i) => {
      const id = randomUUID();
      const { salt, payload, commitment } = seal([{ table: 'guest', row: { statement_id: id, email: `${from + i}@lake.example`, name: 'Ada', confirmed_at: null } }]); // prettier-ignore
      const line = { sequence: from + i, kind: 'comment.submitted', act: 'comment.submit', actor_id: null, subject_id: id, roundtable_id: id, audience: 'public', at, commitment: `\\x${commitment.toString('hex')}`, salt: `\\x${salt.toString('hex')}` }; // prettier-ignore
      return JSON.stringify({ ...line, payload_salt: line.salt, payload });
    });
    yield { table: 'record', rows: lines };
  }
}

const lines = 1_000_000;
let making = 0;
async function* timed(): AsyncGenerator<Piece> {
  const source = manyLines(lines);
  for (;;) {
    const began = performance.now();
    const { done, value } = await source.next();
    making += performance.now() - began;
    if (done) return;
    yield value;
  }
}
const began = performance.now();
const verdict = await verify(timed, about.shapes);
const seconds = (performance.now() - began - making) / 1000;
const memory = process.resourceUsage().maxRSS / 1024;
const found = Object.values(kinds).reduce((sum, one) => sum + one, 0);
table('Tampering against a head kept outside', [
  ['what', 'measured', 'target'],
  ...Object.entries(kinds).map(([kind, count]): [string, string, string] => [
    kind,
    `${count} of ${all / 5} found`,
    'all',
  ]),
  ['in all', `${found} of ${all}`, `${all}`],
  [`${verdict.size} lines verified`, `${seconds.toFixed(1)} s, at most ${memory.toFixed(0)} MB`, '< 30 s'],
]);
for (const one of missed) console.log(`missed: ${one}`);
if (missed.length > 0 || seconds >= 30) process.exitCode = 1;
