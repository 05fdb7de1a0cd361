import { createHash } from 'node:crypto';
import { strFromU8, strToU8, zip, type AsyncZippable } from 'fflate';
import { LRUCache } from 'lru-cache';
import type { Forum } from '#record/forum.ts';
import { carriedLines, newestHead, type CarriedRecord } from '#record/tree/carried.ts';
import type { Viewer } from '#record/viewer.ts';
import { readableReport } from '#report/queries.ts';
import { wordsShown } from '#statements/words-shown.ts';
import { debateReportOf } from './akoma-ntoso/report.ts';
import { archiveOf } from './archive/archive.ts';
import type { Archive } from './archive/shape.ts';
import { writers } from './formats.ts';
import { gather, type Gathered } from './gather.ts';
import { printed } from './print.ts';
import { ledgerTable } from './table.ts';

/** What a report can be taken away as, in the order in which it is offered. */
export const formats = ['docx', 'pdf', 'html', 'md', 'txt', 'xml', 'debate.xml', 'json', 'csv', 'zip'] as const;
export type Format = (typeof formats)[number];

export interface ReportFile {
  /** “rt-2.1-report.docx” */
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const types: Record<Format, string> = {
  ...(Object.fromEntries(Object.entries(writers).map(([format, { type }]) => [format, type])) as Record<
    keyof typeof writers,
    string
  >),
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
};

/**
 * A roundtable's report in one format; undefined where this viewer may not read it. A file is a function of the record: it
 * is made once, kept while the record stands still, and is the same to the byte for everyone who may have it.
 */
export async function reportFile(
  forum: Forum,
  viewer: Viewer,
  roundtable: { id: string; number: string },
  format: Format,
): Promise<ReportFile | undefined> {
  const report = await readableReport(forum.db, viewer, roundtable);
  if (!report) return undefined;
  return keptFile(forum, `${report.id} ${format}`, async () => {
    const bytes = await made(forum, viewer, roundtable, format);
    return { name: `rt-${roundtable.number}-report.${format}`, type: types[format], bytes };
  });
}

/** A file that follows from the record alone: made once, and kept until the record moves on. */
export async function keptFile(forum: Forum, key: string, make: () => Promise<ReportFile>): Promise<ReportFile> {
  const { sequence } = forum.live;
  const shelf = shelfOf(forum);
  const kept = shelf.get(`${sequence} ${key}`);
  if (kept) return kept;
  const file = await make();
  // The record may have moved on meanwhile.
  if (forum.live.sequence === sequence) shelf.set(`${sequence} ${key}`, file);
  return file;
}

/** How many bytes a format has, where it has been made since the record last moved. */
export function sizeKept(forum: Forum, reportId: string, format: Format): number | null {
  return shelfOf(forum).peek(`${forum.live.sequence} ${reportId} ${format}`)?.bytes.length ?? null;
}

const shelves = new WeakMap<Forum['live'], LRUCache<string, ReportFile>>();

function shelfOf({ live }: Forum): LRUCache<string, ReportFile> {
  let shelf = shelves.get(live);
  const sizeCalculation = ({ bytes }: ReportFile) => bytes.length + 1;
  if (!shelf) shelves.set(live, (shelf = new LRUCache({ maxSize: 48 * 1024 * 1024, sizeCalculation })));
  return shelf;
}

async function made(
  forum: Forum,
  viewer: Viewer,
  roundtable: { id: string; number: string },
  format: Format,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'zip') return allOfThem(forum, viewer, roundtable);
  const gathered = (await gather(forum, viewer, roundtable))!;
  const archive = () => archiveOf(forum.db, gathered);
  if (format === 'json') {
    const data = await archive();
    return bytesOf(`${JSON.stringify(data).slice(0, -1)},"record":${await recordOf(forum, gathered, data)}}\n`);
  }
  const whole = printed(gathered, await newestHead(forum));
  if (format === 'xml') return bytesOf(debateReportOf(whole, JSON.stringify(await archive())));
  return bytesOf(format === 'csv' ? ledgerTable(whole) : await writers[format].write(whole));
}

/** The lines of the record about the roundtables it covers, with the signed head over them and what opens its words. */
async function recordOf(forum: Forum, { edition, scope, statements }: Gathered, data: Archive): Promise<string> {
  const of = { editionId: edition.id, roundtableIds: scope.map(({ id }) => id) };
  const words = wordsShown();
  for (const [i, { key, revisions }] of data.statements.entries())
    for (const [n, { body }] of revisions.entries()) words.add({ id: statements[i]!.id, key, revision: n + 1, body });
  return (await Array.fromAsync(carriedLines(forum, of, words.opening))).join('');
}

/** Text as the UTF-8 of its file. */
export function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return (typeof content === 'string' ? strToU8(content) : content) as Uint8Array<ArrayBuffer>;
}

/** Every other format and the signed head in one archive, with the checksums as `sha256sum -c` reads them. */
async function allOfThem(forum: Forum, viewer: Viewer, roundtable: { id: string; number: string }) {
  const files: ReportFile[] = [];
  for (const format of formats)
    if (format !== 'zip') files.push((await reportFile(forum, viewer, roundtable, format))!);
  const data = files.find(({ name }) => name.endsWith('.json'))!;
  const { record } = JSON.parse(strFromU8(data.bytes)) as { record: CarriedRecord };
  files.push({ name: 'checkpoint.txt', type: types.txt, bytes: bytesOf(record.checkpoints[0]!) });
  const sums = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  const entries: AsyncZippable = { SHA256SUMS: strToU8(sums.join('')) };
  for (const { name, bytes } of files) entries[name] = [bytes, { level: /\.(docx|pdf)$/.test(name) ? 0 : 6 }];
  // A time of its own would make two equal archives differ.
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) =>
    zip(entries, { mtime: new Date(1980, 0, 1, 12) }, (error, bytes) =>
      error ? reject(error) : resolve(bytes as Uint8Array<ArrayBuffer>),
    ),
  );
}
