import { z } from 'zod';
import { commitmentToShown, type OpenedRow } from '#record/payload.ts';
import { sha256 } from '#record/tree/hashing.ts';
import type { CarriedRecord } from '#record/tree/carried.ts';
import type { Finding } from './verify.ts';

/** The words an export shows, by “2.1/7” and revision. */
export type Said = Map<string, Map<number, string>>;

export interface WordsVerdict {
  /** How many texts are shown to be those of the record. */
  proved: number;
  /** Whose words the file shows, and nothing in it tells whether the record has the same. */
  unproved: string[];
  findings: Finding[];
}

const words = z.string().nullable();
const edition = z.object({ said: z.array(z.object({ roundtable: z.string(), number: z.number(), revision: z.number(), body: words })) }); // prettier-ignore
const report = z.object({ statements: z.array(z.object({ key: z.string(), revisions: z.array(z.object({ body: words })) })) }); // prettier-ignore

/** The words in what is taken from a forum: an edition has those that stand, a report's archive every version. */
export function saidIn(data: unknown): Said {
  const said: Said = new Map();
  const add = (key: string, revision: number, body: string | null) => {
    if (body !== null) said.set(key, (said.get(key) ?? new Map<number, string>()).set(revision, body));
  };
  for (const one of z.object({ roundtables: z.array(edition) }).safeParse(data).data?.roundtables ?? [])
    for (const { roundtable, number, revision, body } of one.said) add(`${roundtable}/${number}`, revision, body);
  for (const { key, revisions } of report.safeParse(data).data?.statements ?? [])
    for (const [i, { body }] of revisions.entries()) add(key, i + 1, body);
  return said;
}

/** Holds the words an export shows against the lines of the record that wrote them, and their numbers against these, too. */
export function verifyWords({ lines }: CarriedRecord, said: Said): WordsVerdict {
  const findings: Finding[] = [];
  const numbers = new Map<string, Place>();
  const written: (Words & { sequence: number })[] = [];
  for (const { sequence, commitment, rows, open = [] } of lines) {
    if (!rows) continue;
    if (commitmentToShown(rows).toString('hex') !== commitment) findings.push({ what: 'payload_changed', sequence });
    for (const one of open) {
      const place = placeIn(one);
      if (!place) written.push({ ...one, hash: rows[one.place], sequence });
      else if (isWhole(one, one.text[0]!, rows[one.place])) numbers.set(place.id, place);
      else findings.push({ what: 'payload_changed', sequence });
    }
  }
  const proved = new Set<string>();
  const moved = roundtablesOf(numbers, written);
  for (const { sequence, ...one } of written) {
    const at = wordsIn(one);
    const body = at && said.get(one.of)?.get(at.revision);
    const place = at && numbers.get(at.statement_id);
    const what =
      body === undefined || body === null
        ? 'words_missing'
        : !isWhole(one, one.text.join(JSON.stringify(body)), one.hash)
          ? 'words_changed'
          : place && moved(one.of, place)
            ? 'words_moved'
            : null;
    if (what) findings.push({ what, row: one.of, sequence });
    if (place || what) proved.add(`${one.of} ${at?.revision}`);
  }
  const all = [...said].flatMap(([key, revisions]) => [...revisions.keys()].map((revision) => ({ key, revision })));
  const unproved = all.filter(({ key, revision }) => !proved.has(`${key} ${revision}`)).map(({ key }) => key);
  return { proved: all.length - unproved.length, unproved: [...new Set(unproved)], findings };
}

interface Words extends OpenedRow {
  hash: string | undefined;
}

interface Place {
  id: string;
  number: number;
  roundtable_id: string;
}

const place = z.object({ table: z.literal('statement'), row: z.object({ id: z.string(), number: z.number(), roundtable_id: z.string() }) }); // prettier-ignore
const revision = z.object({ table: z.literal('statement_revision'), row: z.object({ statement_id: z.string(), revision: z.number() }) }); // prettier-ignore

function placeIn({ text }: OpenedRow): Place | null {
  return text.length === 1 ? (place.safeParse(parsed(text[0]!)).data?.row ?? null) : null;
}

function wordsIn({ text }: OpenedRow) {
  return revision.safeParse(parsed(text.join('""'))).data?.row;
}

function isWhole({ salt }: OpenedRow, text: string, hash: string | undefined): boolean {
  return sha256(Buffer.from(salt, 'hex'), text).toString('hex') === hash;
}

/** Whether words stand under another number than the record gave them, or in another roundtable than those beside them. */
function roundtablesOf(numbers: ReadonlyMap<string, Place>, written: readonly Words[]) {
  const known = new Map<string, Map<string, number>>();
  for (const one of written) {
    const id = numbers.get(wordsIn(one)?.statement_id ?? '')?.roundtable_id;
    const [name = ''] = one.of.split('/');
    const names = id === undefined ? undefined : (known.get(id) ?? known.set(id, new Map()).get(id)!);
    names?.set(name, (names.get(name) ?? 0) + 1);
  }
  const usual = new Map([...known].map(([id, names]) => [id, [...names].sort((a, b) => b[1] - a[1])[0]![0]]));
  return (of: string, { number, roundtable_id }: Place) => of !== `${usual.get(roundtable_id)}/${number}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
