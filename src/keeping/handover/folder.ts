import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import { exported, exportedTable, tables } from '#api/export.ts';
import { illustrationOf, practicesIn } from '#followup/queries.ts';
import { handOverEdition } from '#programme/handover/acts.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { carriedLines } from '#record/tree/carried.ts';
import { linesAt } from '#record/tree/lines.ts';
import { proveLine } from '#record/tree/opened.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { program } from '#record/viewer.ts';
import type { Member } from '#keeping/tar.ts';
import { sumsName } from '#keeping/verifying/zipped.ts';
import { folderOf, paperFile, type Handover, type PracticePart, type RoundtablePart } from './gathered.ts';
import { homePage } from './home.ts';
import { practicesPage } from './practices.ts';
import { recordLines } from './record-lines.ts';
import { partOf, reportFilesOf } from './roundtable-part.ts';
import { paperPage, roundtablePage } from './roundtable.ts';

/** Where the folder says of itself that it is the one that was handed over: what no checksum in it can cover. */
export const ownProof = 'record/handover.tlog-proof';
export const ownRecord = 'record/record.json';
export const unsummed: readonly string[] = [sumsName, ownProof, ownRecord];

export interface Done {
  files: number;
  /** The line of the record that holds the checksum of the checksums. */
  sequence: number;
}

/**
 * All of an edition that a viewer may see as the files of a folder, one after another: pages that need no program but a
 * browser, the reports in every form, data, attachments, and the signed record. At the end the checksums of all of it go into
 * the record, and the proof of that into the folder. `told` is called as each roundtable is begun.
 */
export async function* folderFor(
  forum: Forum,
  of: Handover,
  told: (progress: { done: number; all: number; number: string; title: string }) => void,
): AsyncGenerator<Member, Done> {
  const { db, signer } = forum;
  const { edition, viewer } = of;
  const sums: string[] = [];
  const file = (name: string, content: string | Uint8Array): Member => {
    const bytes = Buffer.from(typeof content === 'string' ? strToU8(content) : content);
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    return { name, bytes };
  };
  const parts: RoundtablePart[] = [];
  const programme = await programmeOf(db, edition.id);
  for (const [done, roundtable] of programme.entries()) {
    told({ done, all: programme.length, number: roundtable.number, title: roundtable.title });
    const here = folderOf(roundtable);
    const { part, attachments } = await partOf(forum, viewer, roundtable);
    for await (const { name, bytes } of reportFilesOf(forum, viewer, roundtable)) {
      part.reportFiles.push(name);
      yield file(`${here}/${name}`, bytes);
    }
    for await (const { name, bytes } of attachments) yield file(`attachments/${name}`, bytes);
    for (const paper of part.papers) yield file(`${here}/${paperFile(paper)}`, paperPage(of, paper));
    parts.push(part);
  }
  // Last, since they lead to one another: what a report quotes may have been said in a roundtable further on.
  for (const part of parts) yield file(`${folderOf(part.roundtable)}/index.html`, roundtablePage(of, part));
  const practices = await practicePartsOf(forum, of);
  for (const { picture } of practices) if (picture) yield file(`practices/${picture.name}`, picture.bytes);
  if (practices.length > 0)
    yield file('practices/index.html', practicesPage(of, practices.map(({ practice, picture }) => ({ practice, picture: picture && picture.name })))); // prettier-ignore
  yield file('data/edition.json', await whole(exported(forum, viewer, edition.slug)));
  for (const table of tables)
    yield file(`data/${table}.csv`, await whole(exportedTable(forum, viewer, edition.slug, table)));
  yield file('record/lines.csv', await recordLines(forum, of));
  yield file('record/key.txt', `${signer.key}\n`);
  await sealRecord(forum);
  yield file('record/checkpoint.txt', (await checkpointAt(db))!.note);
  yield file('index.html', homePage(of, parts, { key: signer.key, hasPractices: practices.length > 0 }));
  const files = sums.length;
  const list = Buffer.from(sums.join(''));
  yield { name: sumsName, bytes: list };
  const sha256 = createHash('sha256').update(list).digest('hex');
  const { id } = await perform(forum, program, handOverEdition, { edition: edition.id, sha256, files, confidential: viewer.program }); // prettier-ignore
  const { proof, sequence } = await proofOfHandover(forum, edition.id, id);
  yield { name: ownRecord, bytes: Buffer.from(`{"record":${await whole(carriedLines(forum, { editionId: edition.id }))}}\n`) }; // prettier-ignore
  yield { name: ownProof, bytes: Buffer.from(proof) };
  return { files: files + unsummed.length, sequence };
}

async function proofOfHandover(forum: Forum, editionId: string, id: string) {
  const { db } = forum;
  await sealRecord(forum);
  const { sequence, salt, payload } = await db
    .selectFrom('record_line')
    .innerJoin('record_payload as payload', 'payload.sequence', 'record_line.sequence')
    .select(['record_line.sequence', 'payload.salt', 'payload.payload'])
    .where('subject_id', '=', editionId)
    .where('kind', '=', 'edition.handed_over')
    .orderBy('record_line.sequence', 'desc')
    .executeTakeFirstOrThrow();
  const [line] = await linesAt(db, [sequence]);
  const proof = await proveLine(db, { line: line!, payload, salt }, ({ table, row }) => table === 'handover' && row.id === id); // prettier-ignore
  return { proof: proof!.file, sequence };
}

async function practicePartsOf({ db }: Forum, { edition, viewer }: Handover) {
  const practices = await practicesIn(db, viewer, edition.id, { all: viewer.program });
  const parts: { practice: PracticePart['practice']; picture: { name: string; bytes: Buffer } | null }[] = [];
  for (const practice of practices) {
    const picture = practice.illustration === null ? undefined : await illustrationOf(db, viewer, edition.id, practice.slug); // prettier-ignore
    parts.push({ practice, picture: picture ? { name: `${practice.slug}.${picture.type}`, bytes: picture.bytes } : null }); // prettier-ignore
  }
  return parts;
}

async function whole(pieces: AsyncGenerator<string>): Promise<string> {
  return (await Array.fromAsync(pieces)).join('');
}
