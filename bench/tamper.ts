// Changes somebody with the database in hand could make, one at a time, against a head kept outside; and how long a
// million lines take. `npm run bench:tamper -- BACKUP [--trials 1000] [--lines 1000000]`
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { openArchive } from '#keeping/archive.ts';
import { uncoveredColumns, uncoveredTables } from '#keeping/covered.ts';
import type { Piece } from '#keeping/snapshot.ts';
import { verify } from '#keeping/verifying/verify.ts';
import { table } from './machine.ts';
import { manyLines } from './tamper/many-lines.ts';

type Row = Record<string, unknown>;

const options = { trials: { type: 'string', default: '1000' }, lines: { type: 'string', default: '1000000' } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [path] = positionals;
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

const untouched = await verify(async function* () { yield* kept; }, about.shapes, [outside]); // prettier-ignore
if (untouched.findings.length > 0)
  throw new Error(`The backup does not hold as it is: ${JSON.stringify(untouched.findings[0])}`);

const missed: string[] = [];
const kinds = { edit: 0, delete: 0, reorder: 0, truncate: 0, 'roll back': 0 };
const all = Number(values.trials);
const began = performance.now();
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

const trying = (performance.now() - began) / 1000;
const { seconds, processor, memory, verdict, rows } = await manyLines(Number(values.lines));
const found = Object.values(kinds).reduce((sum, one) => sum + one, 0);
table('Tampering against a head kept outside', [
  ['what', 'measured', 'target'],
  ...Object.entries(kinds).map(([kind, count]): [string, string, string] => [
    kind,
    `${count} of ${Math.ceil(all / 5)} found`,
    'all',
  ]),
  ['in all', `${found} of ${all} in ${trying.toFixed(0)} s`, `${all}`],
  [`${verdict.size} lines and ${rows} rows verified`, `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), at most ${memory.toFixed(0)} MB`, '< 30 s'],
  ['lines a second', (verdict.size / seconds).toFixed(0), ''],
]); // prettier-ignore
for (const one of missed) console.log(`missed: ${one}`);
if (verdict.findings.length > 0) console.log('The million lines do not hold:', verdict.findings.slice(0, 5));
if (missed.length > 0 || verdict.findings.length > 0 || seconds >= 30) process.exitCode = 1;
