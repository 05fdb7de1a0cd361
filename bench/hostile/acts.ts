import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { acts } from '#acts.ts';
import { openRapporteur } from '#open.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { openLive } from '#record/live.ts';
import { isExpected } from '#record/refusals.ts';
import { visitor } from '#record/viewer.ts';
import { readSettings } from '#settings.ts';
import { rolesForum, type Who } from '../../test/access/roles-forum.ts';
import { table as cells } from '../../test/access/table.ts';
import type { Row } from '../machine.ts';

/**
 * Puts each text into each text of each act's input, also those that may be left out, in the place of one that is taken, as
 * whoever may do it; what that did is undone. Every text meets every field's schema. Of those it takes the act is performed
 * with every `every`th, in each field with others, so that all of them come to be performed.
 */
export async function tryActs(inputs: readonly string[], every: number): Promise<{ rows: Row[]; broken: string[] }> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-hostile-'));
  const rapporteur = await openRapporteur(readSettings({ DATA_DIR: directory }));
  const now = () => new Date('2026-06-01T12:00:00Z');
  const made = { ...rapporteur.forum, live: openLive(0), follow: async () => {}, wake: async () => {}, now };
  const { viewers, ids } = await rolesForum(made);
  const broken = new Map<string, number>();
  const performed = new Set<string>();
  const counts = { acts: 0, fields: 0, free: 0, met: 0, performed: 0, taken: 0 };
  for (const [name, [who, input]] of Object.entries(cells(ids))) {
    const act = acts.find((act) => act.name === name)!;
    const viewer = viewers[(who[0] ?? 'visitor') as Who] ?? visitor;
    counts.acts += 1;
    if (counts.acts % 20 === 0) console.error({ ...counts, broken: broken.size });
    for (const path of textsIn(act.input, input)) {
      counts.fields += 1;
      const fitting = inputs.filter((text) => act.input.safeParse(replaced(input, path, text)).success);
      counts.met += inputs.length;
      counts.free += fitting.length > 0 ? 1 : 0;
      // One transaction a field: thousands of savepoints in one make the database slow.
      const tx = await made.db.startTransaction().execute();
      const forum = { ...made, db: tx };
      for (const text of fitting.filter((_, i) => (i + counts.fields) % every === 0)) {
        counts.performed += 1;
        performed.add(text);
        const error = await attempt(forum, () =>
          perform(forum, viewer, act as never, replaced(input, path, text) as never),
        );
        if (error === null) counts.taken += 1;
        else if (!isExpected(error)) {
          const what = `${name} ${path.join('.')}: ${String(error).split('\n')[0]!.slice(0, 160)} on ${JSON.stringify(text.slice(0, 40))}`;
          broken.set(what, (broken.get(what) ?? 0) + 1);
        }
      }
      await tx.rollback().execute();
    }
  }
  await rapporteur.close();
  rmSync(directory, { recursive: true, force: true });
  const n = (count: number) => count.toLocaleString('en');
  const rows: Row[] = [
    ['texts × fields of acts', `${inputs.length} × ${counts.fields} = ${n(counts.met)} met the schema of ${counts.acts} acts`, ''],
    ['of these', `${n(counts.performed)}, among them ${performed.size} of the texts, were performed in ${counts.free} fields of free text, ${n(counts.taken)} done and undone, the others refused`, ''],
    ['errors that are no refusal', String(broken.size), '0'],
  ]; // prettier-ignore
  return { rows, broken: [...broken].map(([what, times]) => `${times} × ${what}`) };
}

/** Null where it was done; otherwise what it was answered with. */
async function attempt(forum: Forum, work: () => Promise<unknown>): Promise<unknown> {
  await sql`savepoint hostile`.execute(forum.db);
  try {
    await work();
    return null;
  } catch (error) {
    return error;
  } finally {
    await sql`rollback to savepoint hostile; release savepoint hostile`.execute(forum.db);
  }
}

type Path = (string | number)[];

/** Where a text stands in an input, or could stand: what its schema takes as text and the input leaves out. */
function textsIn(schema: unknown, value: unknown, path: Path = []): Path[] {
  const type = unwrapped(schema);
  if (typeof value === 'string' || (value === undefined && type instanceof z.ZodString)) return [path];
  if (Array.isArray(value)) {
    const element = type instanceof z.ZodArray ? type.element : undefined;
    return value.flatMap((part, i) => textsIn(element, part, [...path, i]));
  }
  if (value === null) return type instanceof z.ZodString ? [path] : [];
  if (typeof value !== 'object' || value instanceof Date) return [];
  const shape: Record<string, unknown> = type instanceof z.ZodObject ? type.shape : {};
  const names = new Set([...Object.keys(shape), ...Object.keys(value)]);
  return [...names].flatMap((name) => textsIn(shape[name], (value as Record<string, unknown>)[name], [...path, name]));
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrapped(schema.unwrap());
  return schema instanceof z.ZodPipe ? unwrapped(schema.in) : schema;
}

function replaced(value: unknown, path: Path, text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((part, i) => (i === first ? replaced(part, rest, text) : part));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first as string], rest, text) };
}
