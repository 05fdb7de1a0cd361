import { z } from 'zod';
import { theRegister } from '#engine/register.ts';
import { asActors } from '#analysis/register.ts';
import type { Registered } from '#people/register/queries.ts';
import { registeredAs, takenFor, whoIs } from './register.ts';
import { uncertainOf } from './uncertain.ts';
import { namesIn, withOwnSlugs } from './names.ts';
import type {
  Understanding,
  UnderstoodDelegation,
  UnderstoodPoint,
  UnderstoodRoundtable,
  UnderstoodStatement,
} from './understanding.ts';

const name = z.string().trim().min(1).max(200);
const number = z
  .string()
  .trim()
  .regex(/^[0-9]+(\.[0-9]+)*$/, 'roundtable.number_wrong');
const title = z.string().trim().min(1, 'roundtable.title_missing').max(300);

/** What a person changed after looking at the preview. Everything is optional; what is not mentioned stays as understood. */
export const corrections = z.object({
  editionName: name.optional(),
  cluster: z.object({ number: number.optional(), title: title.optional() }).default({}),
  /** By the number as it was read. */
  roundtables: z.record(z.string(), z.object({ number: number.optional(), title: title.optional() })).default({}),
  /** By the name as it was read: the name or slug of an entry of the register, "new:KIND" to make one, or "named" for none. */
  delegations: z.record(z.string(), name).default({}),
  /** Keys of points that are wrong and are left out. */
  dropped: z.array(z.string()).default([]),
  /** By the statement's key: who spoke. */
  speakers: z.record(z.string(), z.array(name).min(1)).default({}),
});

export type Corrections = z.input<typeof corrections>;

/**
 * The understanding as corrected. A name that stands on no register is kept as it is written; a correction of something
 * that is not there changes nothing. Offsets stay as they were.
 */
export function correct(
  understanding: Understanding,
  wanted: z.output<typeof corrections>,
  register: readonly Registered[],
): Understanding {
  const dropped = new Set(wanted.dropped);
  const roundtables = understanding.roundtables.map((roundtable): UnderstoodRoundtable => {
    const { number, title } = wanted.roundtables[roundtable.key] ?? {};
    return {
      ...roundtable,
      number: number ?? roundtable.number,
      title: title ?? roundtable.title,
      statements: roundtable.statements.map((statement) =>
        correctedStatement(statement, dropped, wanted.speakers[statement.key]),
      ),
    };
  });
  const delegations = correctedDelegations(
    understanding.delegations,
    namesIn(roundtables),
    wanted.delegations,
    register,
  );
  const { edition, cluster, paragraphs } = understanding;
  const corrected = {
    ...understanding,
    edition: wanted.editionName ? { name: wanted.editionName, shortName: wanted.editionName.slice(0, 60) } : edition,
    cluster: cluster && {
      number: wanted.cluster.number ?? cluster.number,
      title: wanted.cluster.title ?? cluster.title,
    },
    roundtables,
    delegations,
  };
  return { ...corrected, uncertain: uncertainOf({ roundtables, delegations, paragraphs }) };
}

function correctedStatement(
  statement: UnderstoodStatement,
  dropped: Set<string>,
  speakers: string[] = statement.speakers,
): UnderstoodStatement {
  const points = statement.points.filter(({ key }) => !dropped.has(key));
  return { ...statement, speakers, points: points.map((point) => spokenBy(point, statement.speakers, speakers)) };
}

/** A point of whoever was taken for the speaker is one of whoever spoke. */
function spokenBy(point: UnderstoodPoint, before: string[], speakers: string[]): UnderstoodPoint {
  const isTheirs = point.actors.length === before.length && point.actors.every((name) => before.includes(name));
  return isTheirs ? { ...point, actors: speakers } : point;
}

function correctedDelegations(
  understood: UnderstoodDelegation[],
  names: string[],
  meant: Record<string, string>,
  register: readonly Registered[],
): UnderstoodDelegation[] {
  const known = theRegister(asActors(register)).find;
  const delegations = names.map((name) => {
    const was = understood.find((one) => one.name === name) ?? whoIs(name, register, known);
    const wanted = meant[name];
    if (!wanted) return was;
    return registeredAs(was, wanted) ?? takenFor(name, wanted, register) ?? was;
  });
  return withOwnSlugs(delegations, register);
}
