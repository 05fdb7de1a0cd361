import { described, nameEnd, printed } from './person.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { afterBrackets } from './speaker.ts';
import type { Speaker } from './speaker.ts';
import { verbAt } from './verb.ts';

/**
 * A role that speaks: "Co-Chair Mauskar", "SBI Chair Bratasida (Indonesia)", "the chair of the Committee on Migrant
 * Workers", "the Secretariat". What stands in brackets is an affiliation and never speaks.
 */
export function roleAt(reader: Reader, at: number, determined: boolean): Speaker | undefined {
  const { row, tongue, register } = reader;
  let i = at;
  while (i < at + 5 && row[i]?.sort === 'word' && !tongue.roles.has(row[i]!.low)) {
    if (!row[i]!.upper && !qualifier.has(row[i]!.low)) return undefined;
    i++;
  }
  const role = tongue.roles.get(low(reader, i));
  if (!role || !(row[i]!.upper || determined)) return undefined;
  if (!row[i]!.upper && /^(?:a|an|un|une|una)$/.test(low(reader, at - 1))) return undefined;
  const met = register.meet(row, at);
  if (
    met &&
    !met.adjective &&
    i > at &&
    (met.actor.kind === 'state' || met.actor.kind === 'observer') &&
    !row[i + 1]?.upper
  )
    return undefined;
  if (described.has(low(reader, i + 1))) return undefined;
  const plural = role.endsWith('s');
  const first = i + 1;
  const last = nameEnd(reader, first);
  if (last > first && !tongue.of.has(low(reader, first))) return pastNames(reader, at, first, last, plural);
  if (tongue.of.has(low(reader, first))) {
    const body = bodyOf(reader, first);
    if (body)
      return {
        names: [body.state ? body.name : `${body.name} (${role})`],
        sort: body.state ? 'held' : 'role',
        end: body.end,
        plural,
      };
  }
  const on = low(reader, first) === 'on' ? mandateEnd(reader, first) : -1;
  if (on > 0) return { names: [printed(reader, at, on)], sort: 'role', end: on, plural };
  if (!determined && i === at && !row[i]!.upper) return undefined;
  if (plural && /^(?:co|chairs|présid|presidentes)/i.test(role) && i === at)
    return { names: reader.scene.coChairs.length ? reader.scene.coChairs : [role], sort: 'chairs', end: first, plural };
  return {
    names: [i > at ? printed(reader, at, first) : role],
    sort: 'role',
    end: afterBrackets(reader, first),
    plural,
  };
}

/** "the Special Rapporteur on the right to adequate housing": the mandate runs up to the verb. */
function mandateEnd(reader: Reader, at: number): number {
  for (let i = at + 2; i < at + 16 && reader.row[i]; i++) {
    if (reader.row[i]!.sort === 'mark') return i;
    const verb = verbAt(reader, i, 'finite');
    if (verb && !verb.passive) return i;
  }
  return -1;
}

const qualifier = new Set(
  'executive special general deputy high acting incoming outgoing keynote first second third next last'.split(' '),
);

/** "Co-Chairs Mauskar and Dovland" are two; "(South Africa)" after a name is passed over. */
function pastNames(reader: Reader, at: number, first: number, last: number, plural: boolean): Speaker {
  const { tongue } = reader;
  const end = afterBrackets(reader, last);
  if (plural && tongue.and.has(low(reader, end))) {
    const second = nameEnd(reader, end + 1);
    if (second > end + 1) {
      const role = printed(reader, at, first).replace(/s$/, '');
      const names = [printed(reader, first, last), printed(reader, end + 1, second)];
      return {
        names: names.map((name) => `${role} ${name}`),
        sort: 'role',
        end: afterBrackets(reader, second),
        plural,
      };
    }
  }
  return { names: [printed(reader, at, last)], sort: 'role', end, plural };
}

/** The body a role belongs to: "of the Committee on Migrant Workers". */
function bodyOf(reader: Reader, at: number): { name: string; end: number; state: boolean } | undefined {
  const { row, tongue, register } = reader;
  let start = at;
  while (tongue.of.has(low(reader, start)) || tongue.determiners.has(low(reader, start))) start++;
  const met = register.meet(row, start);
  if (met && !met.adjective) {
    const state = met.actor.kind === 'state' || met.actor.kind === 'observer' || met.actor.kind === 'group';
    return { name: met.actor.name, end: afterBrackets(reader, start + met.length), state };
  }
  const end = nameEnd(reader, start);
  return end > start ? { name: printed(reader, start, end), end: afterBrackets(reader, end), state: false } : undefined;
}
